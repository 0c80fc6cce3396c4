"""Issues that are due and were not begun: begin one, or say why none comes out."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desk import scheduling
from desk.compiling import new_issue
from desk.issues import Issue
from desk.scheduling import Missing
from ui import style
from ui.issue.reason_strip import Answer, ReasonStrip
from ui.manual.context import tell_of
from ui.session import Session, Topic, Undo

_REASONS = ("停刊", "没有稿件，不出刊", "并入下一期")


class MissingStrip(QFrame):
    """A line for the newest ``shown``; gone when there is none. ``show`` gets what was begun."""

    def __init__(self, session: Session, show: Callable[[Issue], None], shown: int = 3) -> None:
        super().__init__()
        self.setObjectName("strip")
        tell_of(self, "numbers")
        self._session = session
        self._show, self._shown = show, shown
        self._seen: Sequence[Missing] | None = None
        self._labels: list[QLabel] = []
        self._buttons: list[QPushButton] = []
        self.reason = ReasonStrip(session.settings.scale)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 6)
        column.setSpacing(0)
        column.addLayout(self._lines)
        column.addWidget(self.reason)
        self.hide()

    @property
    def lines(self) -> list[str]:
        """What it says."""
        return [one.text() for one in self._labels]

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """Show these; the question under way stays while nothing changed."""
        if missing == self._seen:
            return
        self._seen = list(missing)
        self.reason.leave()
        while self._lines.count():
            widget = self._lines.takeAt(0).widget()
            widget.setParent(None)
            widget.deleteLater()
        self._labels, self._buttons = [], []
        for one in missing[: self._shown]:
            self._lines.addWidget(self._line(one, len(missing) - self._shown))
        self.setVisible(bool(missing))

    def _line(self, one: Missing, more: int) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GAP)
        today = self._session.today()
        is_last = len(self._labels) == self._shown - 1
        others = f"（另有 {more} 期也没有出刊）" if is_last and more > 0 else ""
        text = QLabel(f"▲ {one.told(today)}{others}")
        text.setWordWrap(True)
        self._labels.append(text)
        row.addWidget(text, 1)
        for words, tip, act in (
            ("新建这一期", f"新建一期，日期是{one.day.month}月{one.day.day}日", self.begin),
            ("记为不出刊…", "写明理由，以后不再提醒", self.ask),
        ):
            button = QPushButton(words)
            button.setToolTip(tip)
            button.clicked.connect(partial(_call, act, one))
            self._buttons.append(button)
            row.addWidget(button)
        return line

    def take_focus(self) -> None:
        """Take the keyboard to the first button."""
        if self._buttons:
            self._buttons[0].setFocus()

    def begin(self, one: Missing) -> None:
        """Start the issue of that day."""
        store, by = self._session.store, self._session.by()
        self._session.do(
            lambda: new_issue(store, one.publication.id, one.day, by=by),
            Topic.ISSUES,
            done=self._show,
            note="已新建一期",
        )

    def ask(self, one: Missing) -> None:
        """Ask why none comes out."""
        question = f"{one.day.month}月{one.day.day}日不出《{one.publication.name}》，理由是："
        answer = Answer("记为不出刊", partial(self._skip, one))
        self.reason.ask(question, _REASONS, [answer])

    def _skip(self, one: Missing, reason: str) -> None:
        store, by = self._session.store, self._session.by
        of, day = one.publication.id, one.day
        self._session.do(
            lambda: scheduling.skip(store, of, day, reason, by=by()),
            Topic.ISSUES,
            note=f"{day.month}月{day.day}日的《{one.publication.name}》已记为不出刊",
            undo=Undo(lambda: scheduling.unskip(store, of, day, by=by()), "又列为没有出刊"),
        )


def _call(act: Callable[[Missing], None], one: Missing, _checked: object = None) -> None:
    act(one)
