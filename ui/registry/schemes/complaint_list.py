"""What the checker says of a scheme, while it is edited; a click goes to the row."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desk.scheme_context import context_of
from desk.scoring.checking.check import check_scheme
from desk.scoring.checking.complaint import CheckContext, Complaint, Level
from desk.scoring.scheme import Scheme
from desk.scoring.schemes.differences import CLASSES, HEAD
from desk.scoring.schemes.rows import CarrierRow
from ui import style
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.session import Session

_WAIT_MS = 900  # after the last key
_HEIGHT, _TALL = 150, 800
_MARKS = {Level.ERROR: "■ 错误", Level.WARNING: "▲ 提醒", Level.NOTE: "○ 说明"}
_COLOURS = {Level.ERROR: style.RED, Level.WARNING: style.AMBER, Level.NOTE: None}
_TABLES = {"": HEAD, CarrierRow.table: CLASSES}


class ComplaintList(QWidget):
    """``button`` tells how many there are and shows or hides the list.

    Signals:
        opened(str, int): go to a table's row, from 1; 0 where it is of the whole table.
    """

    opened = Signal(str, int)

    def __init__(self, session: Session, scheme: Callable[[], Scheme | None]) -> None:
        super().__init__()
        self._session, self._scheme = session, scheme
        self._context: CheckContext | None = None
        self._asked = 0
        self._is_wanted: bool | None = None  # as the clerk last chose
        columns: tuple[Column[Complaint], ...] = (
            Column("level", "", lambda one: _MARKS[one.level], 72,
                   colour=lambda one: _COLOURS[one.level], name="轻重"),
            Column("place", "在哪里", _place, 140),
            Column("text", "检查到的", lambda one: one.text, 500, stretch=True,
                   tip=lambda one: one.text),
        )  # fmt: skip
        self.model: MemoryModel[Complaint] = MemoryModel(columns)
        self.view = ListView(session, self.model, "办法检查", empty="没有检查到问题")
        self.view.setFixedHeight(style.Look(session.settings.scale).px(_HEIGHT))
        self.view.setSortingEnabled(False)
        self.view.setToolTip("单击或回车到那一行")
        self.button = QPushButton("检查")
        self.button.clicked.connect(self._toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 0)
        column.addWidget(self.view)
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self._check)
        self.view.clicked.connect(lambda index: self._open(index.row()))
        self.view.opened.connect(self._open)
        self.hide()

    def forget_office(self) -> None:
        """Check against the office as it is from now on."""
        self._context = None
        self.look_again()

    def look_again(self) -> None:
        """Check once typing rests."""
        self._timer.start()

    def _check(self) -> None:
        scheme = self._scheme()
        if scheme is None:  # half typed: what is wrong stands at its field
            return
        self._asked += 1
        asked, held = self._asked, self._context
        store, today = self._session.store, self._session.today()

        def find() -> tuple[CheckContext, tuple[Complaint, ...]]:
            if held is not None:
                return held, check_scheme(scheme, held)
            with store.read() as work:
                context = context_of(work, today)
            return context, check_scheme(scheme, context)

        def show(found: tuple[CheckContext, tuple[Complaint, ...]]) -> None:
            if asked == self._asked:
                self._context = found[0]
                self._show(found[1])

        self._session.look(find, show)

    def _show(self, found: Sequence[Complaint]) -> None:
        self.model.set_rows(found)
        counts = {level: sum(one.level is level for one in found) for level in Level}
        told = "、".join(f"{count} 处{level}" for level, count in counts.items() if count)
        self.button.setText(f"检查：{told or '没有问题'}")
        self.button.setObjectName("danger" if counts[Level.ERROR] else "")
        self.style().unpolish(self.button)
        self.style().polish(self.button)
        self.button.setEnabled(bool(found))
        self.button.setToolTip("列出或收起检查到的问题（Ctrl+Shift+L）；改动以后自动再查")
        roomy = self.window().height() > style.Look(self._session.settings.scale).px(_TALL)
        self.setVisible(bool(found) and (roomy if self._is_wanted is None else self._is_wanted))

    def _toggle(self) -> None:
        self._is_wanted = not self.isVisible()
        self.setVisible(self._is_wanted)
        if self._is_wanted:
            self.view.take_focus()

    def _open(self, number: int) -> None:
        one = self.model.row(number)
        self.opened.emit(_TABLES.get(one.table, one.table), one.row)


def _place(one: Complaint) -> str:
    table = _TABLES.get(one.table, one.table)
    return f"{table} 第 {one.row} 行" if one.row else table
