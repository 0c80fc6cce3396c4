"""A reason is asked for: to call off, to exempt, to take up again; with a time for 延期."""

from collections.abc import Callable
from datetime import datetime, time

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from desk.commissions.rules import CommissionRules
from desk.errors import DeskError
from desk.timing import calendar_of
from ui.commissions.due_edit import DueEdit
from ui.field import Field, clear_errors, show_error
from ui.session import Session
from ui.side_window import FormWindow

Act = Callable[[str, datetime | None], None]
_SIZE = (480, 300)


class ReasonWindow(FormWindow):
    """Ctrl+Enter or Enter does it; Esc closes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "", "commissions")
        self._act: Act = lambda _why, _due: None
        self.about = QLabel(wordWrap=True)
        self.due = DueEdit(session.clock)
        self.reason = QLineEdit()
        self.fields = {"due": Field("延到", self.due), "reason": Field("理由", self.reason)}
        self.button = self.deed("确定", "（Ctrl+Enter）", self.go)
        self.reason.returnPressed.connect(self.go)
        self.content.addWidget(self.about)
        for field in self.fields.values():
            self.content.addWidget(field)
        self.content.addStretch(1)
        self.content.addLayout(self.foot(self.button))

    def ask(self, title: str, about: str, hint: str, act: Act) -> None:
        """Ask for a reason alone."""
        self._begin(title, about, hint, act)
        self.fields["due"].hide()
        self.come_up(self.reason)

    def ask_until(self, title: str, about: str, hint: str, act: Act) -> None:
        """Ask for a moment to come and a reason."""
        self._begin(title, about, hint, act)
        with self.session.store.read() as work:
            rules = work.matters.policy(CommissionRules())
            specials = calendar_of(work)
        self.due.show_due(rules.due(self.session.clock(), specials), time(rules.hour), specials)
        self.fields["due"].show()
        self.come_up(self.due)

    def go(self) -> None:
        """Do what it was asked for; it closes when that has worked."""
        clear_errors(self.fields)
        self.tell("")
        try:
            due = None if self.fields["due"].isHidden() else self.due.due()
        except DeskError as error:
            self.refuse(error)
            return
        self._act(self.reason.text(), due)

    def refuse(self, error: Exception) -> None:
        """Say at its field what stands against it."""
        if not show_error(self.fields, error):
            self.fail(error)

    def _begin(self, title: str, about: str, hint: str, act: Act) -> None:
        self._act = act
        self.setWindowTitle(title)
        self.about.setText(about)
        self.reason.clear()
        self.reason.setPlaceholderText(hint)
        clear_errors(self.fields)
        self.tell("")
        self.button.setText(title)
