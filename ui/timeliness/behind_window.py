"""The drafts and matters behind a figure, in a window beside the tables."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QWidget

from desk.office_clock import minute_words
from desk.timeliness.behind import Behind, behind
from ui import style
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.session import Session
from ui.side_window import SideWindow

_SIZE = (900, 520)


class BehindWindow(SideWindow):
    """Enter or a double click on a line opens it; Esc closes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "时效：是哪些", "clocks")
        self.heading = QLabel(wordWrap=True)
        self.heading.setObjectName("sectionTitle")
        self.model: MemoryModel[Behind] = MemoryModel(_COLUMNS)
        self.view = ListView(session, self.model, "时效明细", empty="没有找到，可能已经撤销")
        self.view.opened.connect(self.open_row)
        hint = QLabel("双击或按 Enter 打开")
        hint.setObjectName("muted")
        for widget in (self.heading, self.view, hint):
            self.content.addWidget(widget, 1 if widget is self.view else 0)

    def show_subjects(self, heading: str, subjects: Sequence[str]) -> None:
        """Show what is behind a figure."""
        self.heading.setText(f"{heading}　共 {len(set(subjects))} 件")
        self.view.heading = heading
        self.model.set_rows(())
        store = self.session.store

        def read() -> list[Behind]:
            with store.read() as work:
                return behind(work, subjects)

        self.session.look(read, self._on_read)
        self.come_up(self.view)

    def open_row(self, number: int) -> None:
        """Go to a line's place."""
        one = self.model.row(number)
        if one.is_draft:
            self.session.go("life", one.id)
        else:
            self.session.go("tasks", one.subject)
        if place := self.parentWidget():
            place.activateWindow()

    def _on_read(self, rows: Sequence[Behind]) -> None:
        self.model.set_rows(rows)
        if rows:
            self.view.choose(0)


def _lateness(one: Behind) -> str:
    if one.received is None or one.due is None:
        return ""
    return "▲迟报" if one.received > one.due else "按时"


def _colour(one: Behind) -> str | None:
    return style.RED if _lateness(one).startswith("▲") and one.event else None


_COLUMNS: tuple[Column[Behind], ...] = (
    Column("what", "类别", lambda one: one.what, 84),
    Column("title", "标题", lambda one: one.title, 260, stretch=True),
    Column("units", "单位", lambda one: one.units, 130),
    Column("event", "事发", lambda one: f"{one.event:%Y-%m-%d}" if one.event else "", 96),
    Column(
        "received",
        "收到",
        lambda one: minute_words(one.received) if one.received else "",
        130,
    ),
    Column(
        "late",
        "时效",
        lambda one: _lateness(one) if one.event else "",
        72,
        colour=_colour,
    ),
    Column("state", "现在", lambda one: one.state, 72),
)
