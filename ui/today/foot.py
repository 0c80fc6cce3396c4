"""The foot of 今日: drafts by status, what was put off, the newest backup."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desk.agenda.duty import Machine
from desk.drafts import Status
from ui import style
from ui.session import Session

if TYPE_CHECKING:
    from ui.today.apart_window import ApartWindow, Row

_SHOWN = (Status.NEW, Status.EDITING, Status.SUBMITTED, Status.READY)
_HOUR = timedelta(hours=1)


class Foot(QWidget):
    """One quiet line."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._window: ApartWindow | None = None
        self._rows: Sequence[Row] = ()
        self.figures = {status: QPushButton() for status in _SHOWN}
        self.apart = QPushButton()
        self.apart.setObjectName("link")
        self.apart.setToolTip("看推迟了什么，放回今日")
        self.apart.clicked.connect(self.open_apart)
        self.backup = QLabel()
        self.backup.setObjectName("muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GAP)
        for status, button in self.figures.items():
            button.setObjectName("link")
            button.setToolTip(f"到“来稿”看{status}的稿件")
            button.clicked.connect(partial(session.go, "inbox", status))
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.apart)
        row.addWidget(self.backup)

    def show_state(
        self,
        counts: Mapping[Status, int],
        rows: "Sequence[Row]",
        machine: Machine | None,
        now: datetime,
    ) -> None:
        """Show counts, what is put off, and when the newest backup was made."""
        for status, button in self.figures.items():
            button.setText(f"{status} {counts.get(status, 0)}")
        self._rows = rows
        self.apart.setText(f"已稍后 {len(rows)} 件")
        self.apart.setVisible(bool(rows))
        self.backup.setText(_backup(machine, now))
        if self._window:
            self._window.show_rows(rows)

    def open_apart(self) -> None:
        """Open the list of what was put off."""
        if self._window is None:
            from ui.today.apart_window import ApartWindow  # noqa: PLC0415 - on the first look

            self._window = ApartWindow(self._session, self)
        self._window.show_rows(self._rows)
        self._window.come_up(self._window.view)


def _backup(machine: Machine | None, now: datetime) -> str:
    made = machine.backed_up if machine else None
    if made is None:
        return "还没有备份，退出时自动备份"
    hours = max(now - made, timedelta()) // _HOUR
    when = "刚刚" if hours < 1 else f"{hours} 小时前" if hours < 48 else f"{hours // 24} 天前"  # noqa: PLR2004 - two days
    return f"最近一次备份在{when}"
