"""The draft under the cursor with the words marked, and the ways that lead on from it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desk.drafts import Draft
from desk.searching import Field, Passage
from ui import style
from ui.inbox.body_view import BodyView
from ui.inbox.preview import facts_text
from ui.search.marks import FoundMarks, rich

_IN_VIEW = (Field.TITLE, Field.TEXT, Field.TABLE, Field.CAPTION)


class HitPreview(QFrame):
    """Read only.

    Signals:
        led(str): the clerk wants the draft on that page: editor, life or inbox.
    """

    led = Signal(str)

    def __init__(
        self, load: Callable[[str], bytes], clock: Callable[[], datetime], scale: int
    ) -> None:
        super().__init__()
        self._clock = clock
        self.setObjectName("sheet")
        self.heading, self.units, self.facts, self.elsewhere = (QLabel() for _ in range(4))
        self.heading.setObjectName("readingTitle")
        self.facts.setObjectName("muted")
        for label in (self.heading, self.units, self.facts, self.elsewhere):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setTextFormat(Qt.TextFormat.RichText)
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.body = BodyView(load, scale)
        self.marks = FoundMarks(self)
        self.buttons = QWidget()
        self._lay_out()

    def show_draft(
        self, draft: Draft, units: str, words: Sequence[str], passages: Sequence[Passage]
    ) -> None:
        """Show a draft from the first place that has the words."""
        self.heading.setText(rich(draft.title, words))
        self.units.setText(rich(units, words) if units else "单位未认出")
        self.facts.setText(facts_text(draft, self._clock()))
        beside = [one for one in passages if one.spans and one.field not in _IN_VIEW]
        lines = [f"在{one.field}里：{rich(one.text, words)}" for one in beside]
        self.elsewhere.setText("<br>".join(lines))
        self.body.show_body(draft.body)
        self.marks.show_words(self.body.document(), words)
        self.elsewhere.setVisible(bool(lines))
        self.show_next()

    def show_next(self) -> None:
        """Go to the next place that has the words."""
        found = self.marks.next_after(self.body.textCursor())
        if found is not None:
            self.body.setTextCursor(found)
            self.body.ensureCursorVisible()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout(self.buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(style.GAP)
        ways = (
            ("编辑", "editor", "打开编辑（Enter）"),
            ("生平", "life", "看它从来稿到得分的全部经过（Ctrl+Enter）"),
            ("在来稿中", "inbox", "在来稿列表里找到它（Shift+Enter）"),
        )
        for text, page, tip in ways:
            button = QPushButton(text)
            button.setToolTip(tip)
            button.clicked.connect(lambda _on=False, page=page: self.led.emit(page))
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 4)
        column.setSpacing(style.GAP)
        for widget in (self.heading, self.units, self.facts, self.elsewhere, self.buttons):
            column.addWidget(widget)
        column.addWidget(self.body, 1)
        column.addStretch(0)
