"""What changed from one scheme to another, in words, in a window beside the work."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desk.publications import Publication
from desk.scoring.scheme import Scheme
from desk.scoring.schemes.differences import Change, Difference, differences
from ui import style
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.registry.schemes.entries import ChoiceBox
from ui.session import Session
from ui.side_window import SideWindow

_SIZE = (1080, 640)
_SAME = "两个办法说的都一样"
_MARKS = {Change.ADDED: "＋ 增加", Change.GONE: "－ 去掉", Change.CHANGED: "≠ 改动",
          Change.MOVED: "↕ 次序"}  # fmt: skip


class ComparisonWindow(SideWindow):
    """Esc closes it; the list can be copied and exported as every list."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "比较计分办法")
        self._schemes: Sequence[Scheme] = ()
        self._publications: Sequence[Publication] = ()
        self.old, self.new = ChoiceBox(), ChoiceBox()
        columns: tuple[Column[Difference], ...] = (
            Column("table", "表", lambda row: row.table, 96),
            Column("change", "变化", lambda row: _MARKS[row.change], 80),
            Column("before", "原来", lambda row: row.before, 420, tip=lambda row: row.before),
            Column(
                "after", "现在", lambda row: row.after, 420, stretch=True,
                tip=lambda row: row.after,
            ),
        )  # fmt: skip
        self.model: MemoryModel[Difference] = MemoryModel(columns)
        self.view = ListView(session, self.model, "计分办法比较", empty=_SAME)
        self.said = QLabel()
        self.said.setObjectName("muted")
        self._lay_out()
        for box in (self.old, self.new):
            box.activated.connect(lambda _at: self._compare())

    def show_schemes(
        self, schemes: Sequence[Scheme], publications: Sequence[Publication], new: int
    ) -> None:
        """Compare the scheme of that place with the one before it; others can be chosen."""
        self._schemes, self._publications = schemes, publications
        for box, at in ((self.old, max(0, new - 1)), (self.new, new)):
            box.clear()
            box.addItems([f"{one.name}　{one.valid_from:%Y-%m-%d} 起" for one in schemes])
            box.setCurrentIndex(at)
        self._compare()
        self.come_up(self.view)
        self.view.take_focus()

    def _compare(self) -> None:
        old, new = (self._schemes[box.currentIndex()] for box in (self.old, self.new))
        found = differences(old, new, self._publications)
        self.model.set_rows(found)
        self.said.setText(f"{len(found)} 处不同" if found else _SAME)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(style.GAP)
        for part in (QLabel("从"), self.old, QLabel("到"), self.new):
            head.addWidget(part, 1 if part in (self.old, self.new) else 0)
        head.addWidget(self.said)
        column = self.content
        column.addLayout(head)
        column.addWidget(self.view, 1)
