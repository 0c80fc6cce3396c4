"""What was put off (已稍后): until when, why, by whom; a key brings a line back."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desk.agenda.duty import Duty
from desk.agenda.snooze import Snooze, bring_back, restore
from desk.office_clock import office_time
from ui.keys import bind
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.session import Session, Topic, Undo
from ui.side_window import SideWindow

Row = tuple[Duty, Snooze]

_COLUMNS: tuple[Column[Row], ...] = (
    Column("until", "到什么时候", lambda row: _moment(row[1]), 130, sort=lambda row: row[1].until),
    Column("text", "事项", lambda row: row[0].text, 300, stretch=True),
    Column("reason", "理由", lambda row: row[1].reason, 170),
    Column("who", "谁", lambda row: row[1].who, 80),
)
_EMPTY = "没有推迟的事项。在今日选中一行，按 S 推迟。"


class ApartWindow(SideWindow):
    """Enter brings the chosen lines back at once; else they come back by themselves."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, (760, 420), "已推迟的事项", "today")
        self.model: MemoryModel[Row] = MemoryModel(_COLUMNS)
        self.view = ListView(session, self.model, "已推迟的事项", empty=_EMPTY)
        self.back = QPushButton("放回今日")
        self.back.setObjectName("primary")
        self.back.setToolTip("马上列在今日（Enter）")
        self.back.clicked.connect(self.bring_back)
        self.view.opened.connect(lambda _row: self.bring_back())
        bind(self, "Delete", self.bring_back)
        head = QHBoxLayout()
        told = QLabel("到时候会自己回到今日。")
        told.setObjectName("muted")
        head.addWidget(told, 1)
        head.addWidget(self.back)
        self.content.addLayout(head)
        self.content.addWidget(self.view, 1)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show what is put off now."""
        self.model.set_rows(sorted(rows, key=lambda row: row[1].until))
        self.back.setEnabled(bool(rows))
        if rows:
            self.view.choose(0)

    def bring_back(self) -> None:
        """Let the chosen ones be told again."""
        chosen = [self.model.row(at)[1] for at in self.view.selected()]
        if not chosen:
            return
        store, by, keys = self.session.store, self.session.by, [one.key for one in chosen]
        before = tuple(chosen)
        self.session.do(
            lambda: bring_back(store, keys, by=by()),
            Topic.TASKS,
            note=f"已放回今日 {len(keys)} 件",
            undo=Undo(lambda: restore(store, keys, before, by=by()), "又推迟了"),
        )


def _moment(snooze: Snooze) -> str:
    return f"{office_time(snooze.until):%m-%d %H:%M}"
