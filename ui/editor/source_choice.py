"""Which paragraphs of each draft go into a composite."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk.assembling import repeated
from desk.body import Block, Paragraph, Table
from desk.drafts import Draft
from ui import style
from ui.editor.source_marks import number_of
from ui.keys import bind

_SIZE = (720, 520)
_PLACE = Qt.ItemDataRole.UserRole
_SHOWN = 120  # characters of a paragraph
_TIP = "空格选用或不用；点来稿的标题，全篇选用或不用"
_REPEATED = "　（前面已有）"


class SourceChoice(QDialog):
    """Every paragraph has a box; all that is checked goes into the text, in order.

    ``edited`` tells how many blocks of a draft were edited in the text, which stay in any case.

    Signals:
        chosen(dict[int, frozenset[int]]): the places of the blocks wanted, by draft.
    """

    chosen = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        drafts: Sequence[Draft],
        taken: Mapping[int, Collection[int]],
        accept: str,
        edited: Mapping[int, int] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("选用哪些段落")
        self.resize(*_SIZE)
        self._drafts = drafts
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setWordWrap(True)
        self.tree.setAccessibleName("段落")
        self.said = QLabel(_TIP)
        self.said.setObjectName("muted")
        self.once = QPushButton("去掉重复的段落")
        self.once.setToolTip("前面一篇已经说过、日期数字也一样的段落不再选用（Ctrl+D）")
        self.every = QPushButton("全部选用")
        self.accept_button = QPushButton(accept)
        self.accept_button.setObjectName("primary")
        self.accept_button.setToolTip("Ctrl+Enter")
        for at, draft in enumerate(drafts):
            self._add(at, draft, taken.get(draft.id, ()), (edited or {}).get(draft.id, 0))
        self.tree.expandAll()
        self.tree.setCurrentItem(self.tree.topLevelItem(0))
        self._lay_out()

    def _lay_out(self) -> None:
        refuse = QPushButton("取消")
        refuse.clicked.connect(self.reject)
        self.once.clicked.connect(self.drop_repeated)
        self.every.clicked.connect(self._check_all)
        self.accept_button.clicked.connect(self._take)
        bind(self, "Ctrl+D", self.drop_repeated)
        bind(self, "Ctrl+Return", self._take)
        row = QHBoxLayout()
        for button in (self.once, self.every):
            row.addWidget(button)
        row.addStretch(1)
        for button in (refuse, self.accept_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(style.GAP)
        column.addWidget(self.said)
        column.addWidget(self.tree, 1)
        column.addLayout(row)

    def _add(self, at: int, draft: Draft, taken: Collection[int], edited: int) -> None:
        more = f"　（文中有改过的 {edited} 段，会留着）" if edited else ""
        head = QTreeWidgetItem(self.tree, [f"{number_of(at)} {draft.title}{more}"])
        head.setFlags(
            head.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate
        )
        for place, block in enumerate(draft.body.blocks):
            item = QTreeWidgetItem(head, [_told(block)])
            item.setToolTip(0, _told(block, whole=True))
            item.setData(0, _PLACE, place)
            item.setCheckState(0, _state(on=place in taken))

    @property
    def wanted(self) -> dict[int, frozenset[int]]:
        """The places of the blocks that are checked, by draft."""
        return {
            draft.id: frozenset(
                place for place, item in self._items(at) if item.checkState(0) is _state(on=True)
            )
            for at, draft in enumerate(self._drafts)
        }

    def drop_repeated(self) -> None:
        """Uncheck what an earlier draft has told, and say how many paragraphs that were."""
        found = repeated(self._drafts)
        count = 0
        for at, draft in enumerate(self._drafts):
            for place, item in self._items(at):
                if place in found[draft.id] and item.checkState(0) is _state(on=True):
                    item.setCheckState(0, _state(on=False))
                    item.setText(0, item.text(0) + _REPEATED)
                    count += 1
        self.said.setText(f"去掉了 {count} 段重复的" if count else "没有整段重复的")

    def _check_all(self) -> None:
        for at in range(len(self._drafts)):
            for _place, item in self._items(at):
                item.setCheckState(0, _state(on=True))

    def _items(self, at: int) -> Iterator[tuple[int, QTreeWidgetItem]]:
        head = self.tree.topLevelItem(at)
        for row in range(head.childCount()):
            item = head.child(row)
            yield item.data(0, _PLACE), item

    def _take(self) -> None:
        if not any(self.wanted.values()):
            self.said.setText("▲ 一段也没有选。请至少选用一段。")
            return
        self.accept()
        self.chosen.emit(self.wanted)


def _state(*, on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked


def _told(block: Block, *, whole: bool = False) -> str:
    if isinstance(block, Paragraph):
        text = block.text
        return text if whole or len(text) <= _SHOWN else text[:_SHOWN] + "……"
    return f"［表格］{block.caption}" if isinstance(block, Table) else f"［图片］{block.caption}"
