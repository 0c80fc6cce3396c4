"""One of the two drafts: what it is, where it was printed, its text with the marks."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from desk.drafts import Draft
from desk.office_clock import office_time
from ui import style
from ui.duplicates.marks import Marked, SharedMarks, places
from ui.inbox.body_view import BodyView
from ui.inbox.marks import status_mark


class Pane(QFrame):
    """Shows a draft to be compared; ``word`` says which of the two it is."""

    def __init__(self, word: str, load: Callable[[str], bytes], scale: int) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self._word = word
        self.role, self.heading, self.facts = (QLabel() for _ in range(3))
        self.role.setObjectName("muted")
        self.heading.setObjectName("readingTitle")
        self.facts.setObjectName("muted")
        for label in (self.role, self.heading, self.facts):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body = BodyView(load, scale)
        self._draft: Draft | None = None
        self._marks: SharedMarks | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 8)
        column.setSpacing(style.GAP)
        for widget in (self.role, self.heading, self.facts):
            column.addWidget(widget)
        column.addWidget(self.body, 1)

    def show_draft(self, draft: Draft, units: str, printed: str, marked: Marked) -> None:
        """Show a draft with its marks."""
        self._draft = draft
        self.heading.setText(draft.title)
        self.facts.setText(facts_text(draft, units))
        self.role.setText(self._word + (f"　已印发：{printed}" if printed else ""))
        self.body.show_body(draft.body)
        self._marks = SharedMarks(self.body.document(), draft.body, marked)

    def heights(self) -> Iterator[tuple[int, float]]:
        """Where in the body's text each paragraph begins, and how far down it stands, in pixels."""
        if self._draft is None:
            return
        document = self.body.document()
        layout = document.documentLayout()
        for number, start in places(document, self._draft.body).items():
            block = document.findBlockByNumber(number)
            yield start, layout.blockBoundingRect(block).top()


def facts_text(draft: Draft, units: str) -> str:
    """Who sent it, when it happened and came, how it stands."""
    event = f"事发 {draft.event_date:%Y-%m-%d}" if draft.event_date else ""
    came = f"收到 {office_time(draft.received):%Y-%m-%d}"
    parts = (units or "单位未认出", event, came, status_mark(draft.status))
    return "　".join(filter(None, parts))
