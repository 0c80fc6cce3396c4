"""A scheme tried while it is edited: last year's facts, or other days, in a window beside."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desk.scoring.scheme import Scheme
from ui import style
from ui.period_picker import PeriodPicker
from ui.scores.trial_choice import TrialChoice
from ui.scores.trial_view import TrialView
from ui.session import Session
from ui.side_window import SideWindow

_SIZE = (1280, 680)


class TrialWindow(SideWindow):
    """Stays open while the scheme is edited on: 试算 takes it as it is then. Esc closes it."""

    def __init__(self, session: Session, parent: QWidget, edited: Callable[[], Scheme]) -> None:
        super().__init__(session, parent, _SIZE, "试算计分办法")
        today = session.today()
        self.days = PeriodPicker(today, compact=True)
        self.days.period.setToolTip("用哪一段时间的台账试算")
        self.days.bind_keys(self)
        year = today.year - 1
        self.days.show_days(date(year, 1, 1), date(year, 12, 31))
        self.choice = TrialChoice(session, edited)
        self.view = TrialView(session, self.choice, self.days.days)
        self.save_button = QPushButton("导出 Excel")
        self.save_button.setToolTip("试算对比和两边的明细")
        self.save_button.clicked.connect(self.view.save)
        head = QHBoxLayout()
        head.setSpacing(style.GAP)
        head.addWidget(QLabel("台账"))
        head.addWidget(self.days)
        head.addStretch(1)
        head.addWidget(self.save_button)
        column = self.content
        column.addLayout(head)
        column.addWidget(self.view, 1)

    def begin(self) -> None:
        """Show the window and try the scheme as it is typed."""
        with self.session.store.read() as work:
            self.choice.show_schemes(work.catalogue.schemes())
        self.choice.scheme.setCurrentIndex(0)
        self.come_up(self.view)
        self.view.start()
