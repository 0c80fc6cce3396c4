"""范例: printed items like the one on show, their texts, and how often the like is adopted."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.body import Picture, Table
from desk.examples import Example, Examples
from desk.scoring.figures import printed
from ui import style
from ui.keys import bind

Index = QModelIndex | QPersistentModelIndex
_TALL = 52  # pixels of an example at 100 %
_WAIT = "正在找……"
_NONE = "以前印发的稿件里，没有写同一件事的。"
_HOW = "按标题和正文里的主题词找：同类型的在前，越近的越在前。"


class _Lines(QStyledItemDelegate):
    """An example in two lines: its title, and where it was printed."""

    def __init__(self, look: style.Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._tall = look.px(_TALL)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._tall)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect  # type: ignore[attr-defined]  # missing from the stub
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]  # same
            painter.fillRect(rect, QColor(style.ACCENT_SOFT))
        title, _line, about = str(index.data()).partition("\n")
        half = rect.adjusted(8, 4, -8, 0)
        half.setHeight(rect.height() // 2 - 4)
        for text, colour in ((title, style.INK), (about, style.MUTED)):
            painter.setPen(QColor(colour))
            elide = Qt.TextElideMode.ElideRight
            shown = painter.fontMetrics().elidedText(text, elide, half.width())
            painter.drawText(half, int(Qt.AlignmentFlag.AlignVCenter), shown)
            half.translate(0, half.height())
        painter.restore()


class ExampleList(QWidget):
    """A list above, the text of the current item below.

    Signals:
        opened(int): look at the life line of this draft.
        copied(str): these words were asked for.
    """

    opened = Signal(int)
    copied = Signal(str)

    def __init__(self, look: style.Look) -> None:
        super().__init__()
        self.rates = QLabel()
        self.rates.setWordWrap(True)
        self.note = QLabel(_NONE)
        self.note.setObjectName("muted")
        self.note.setWordWrap(True)
        self.list = QListWidget()
        self.list.setItemDelegate(_Lines(look, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("范例")
        self.list.setToolTip(_HOW)
        self.text = QTextBrowser()
        self.text.setObjectName("reading")
        self.text.setOpenLinks(False)
        self.copy_button = QPushButton("复制")
        self.copy_button.setToolTip("复制选中的句子；没有选中的，复制光标所在的一句（Ctrl+C）")
        self.life_button = QPushButton("生平")
        self.life_button.setToolTip("这一篇从来稿到印发的全部经过")
        self._items: Sequence[Example] = ()
        self.list.currentRowChanged.connect(self._show_text)
        self.list.itemActivated.connect(lambda _item: self.text.setFocus())
        self.copy_button.clicked.connect(self.copy)
        self.life_button.clicked.connect(self._open)
        bind(self.text, "Ctrl+C", self.copy)
        self._lay_out(look)
        self.wait()

    def wait(self) -> None:
        """Say that examples are looked for."""
        self._items = ()
        self.list.clear()
        self.rates.setText(_WAIT)
        self.note.hide()
        self._show_text(-1)

    def show_examples(self, found: Examples) -> None:
        """List the examples and the rates."""
        self._items = found.items
        self.rates.setText(_rates(found))
        self.list.clear()
        for one in found.items:
            item = QListWidgetItem(f"{one.draft.title}\n{_about(one)}")
            kind, shared = one.draft.kind or "", "、".join(one.shared)
            item.setToolTip(f"{one.draft.title}\n{_about(one)}　{kind}\n都写到：{shared}")
            self.list.addItem(item)
        self.note.setVisible(not found.items)
        self.list.setCurrentRow(0 if found.items else -1)
        self._show_text(self.list.currentRow())

    def begin(self) -> None:
        """Give the list the keyboard."""
        self.list.setFocus()

    def copy(self) -> None:
        """Copy what is selected, or the sentence at the cursor."""
        cursor = self.text.textCursor()
        words = cursor.selectedText().replace("\u2029", "\n")
        if not words:
            words = _sentence(cursor.block().text(), cursor.positionInBlock())
        if words:
            self.copied.emit(words)

    def _open(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._items):
            self.opened.emit(self._items[row].draft.id)

    def _show_text(self, row: int) -> None:
        known = 0 <= row < len(self._items)
        for button in (self.copy_button, self.life_button):
            button.setEnabled(known)
        self.text.setPlainText(_text(self._items[row]) if known else "")

    def _lay_out(self, look: style.Look) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(style.GAP)
        foot.addStretch(1)
        foot.addWidget(self.copy_button)
        foot.addWidget(self.life_button)
        split = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        split.addWidget(self.list)
        split.addWidget(self.text)
        split.setSizes([look.px(260), look.px(300)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(self.rates)
        column.addWidget(self.note)
        column.addWidget(split, 1)
        column.addLayout(foot)


def _about(one: Example) -> str:
    return f"{one.printed}　{printed(one.points)} 分　{one.day:%m-%d}　{one.units}"


def _rates(found: Examples) -> str:
    """This year's rates: 县教育局今年报送 20 篇，采用 8 篇（40%）."""
    said = []
    for one in found.rates:
        share = f"（{one.adopted * 100 // one.sent}%）" if one.sent else ""
        said.append(f"{one.what}今年 {one.sent} 篇，采用 {one.adopted} 篇{share}")
    return "\n".join(said)


def _text(one: Example) -> str:
    """Title and paragraphs; tables and pictures are only named."""
    lines = [one.draft.title, ""]
    for block in one.draft.body.blocks:
        if isinstance(block, Table | Picture):
            what = "表格" if isinstance(block, Table) else "图片"
            lines.append(f"【{what}　{block.caption}】")
        else:
            lines.append(f"　　{block.text}")
    return "\n".join(lines)


def _sentence(text: str, place: int) -> str:
    """The sentence of a paragraph that a place is in."""
    begin = max(text.rfind(mark, 0, place) for mark in "。！？") + 1
    ends = [at for mark in "。！？" if (at := text.find(mark, place)) >= 0]
    return text[begin : min(ends) + 1 if ends else len(text)].strip()
