"""The draft under the cursor: its facts, what the reader noted, its text."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desk.drafts import Draft, Secrecy, Status
from desk.office_clock import office_time
from ui import style
from ui.inbox.body_view import BodyView
from ui.inbox.facts_form import FactsForm
from ui.inbox.marks import FIELDS, clock_mark, clock_state, status_mark
from ui.inbox.unit_names import UnitNames

_JOINER = "\u2060"  # keeps the two characters of a label together
_TITLE = 72  # characters, four lines
_NOTES = 4  # shown at once; the rest by tooltip


class Preview(QFrame):
    """One draft to read, and its facts to correct.

    Signals:
        opened(): the clerk wants to edit the draft.
        corrected(Draft): the draft with corrected facts.
        confirmed(): what was guessed is right.
    """

    opened = Signal()
    corrected = Signal(object)
    confirmed = Signal()

    def __init__(
        self, load: Callable[[str], bytes], scale: int, clock: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self._clock = clock
        self.draft: Draft | None = None
        self._names = UnitNames([])
        self.heading, self.units, self.facts, self.notes = (QLabel() for _ in range(4))
        self.heading.setObjectName("readingTitle")
        self.facts.setObjectName("muted")
        self.notes.setObjectName("note")
        for label in (self.heading, self.units, self.facts, self.notes):
            label.setWordWrap(True)
            label.setSizePolicy(_whole())
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body = BodyView(load, scale)
        self.form = FactsForm()
        self.form.saved.connect(self.corrected)
        self.form.cancelled.connect(self.end_correcting)
        self._make_buttons()
        self._lay_out()
        self.show_draft(None)

    def show_units(self, names: UnitNames) -> None:
        """Know these units."""
        self._names = names
        self.form.show_units(names)

    def show_draft(
        self, draft: Draft | None, instead: str = "选中一篇稿件，这里显示它的内容"
    ) -> None:
        """Show a draft, or a sentence where there is none."""
        self.draft = draft
        self.end_correcting()
        self.heading.setText(_cut(draft.title) if draft else "")
        self.heading.setToolTip(draft.title if draft else "")
        self.units.setText(self._units_text(draft) if draft else "")
        self.facts.setText(facts_text(draft, self._clock()) if draft else instead)
        self._show_notes(draft.notes if draft else ())
        self._show_doubts(draft)
        for widget in (self.heading, self.units, self.buttons, self.body):
            widget.setVisible(draft is not None)
        self.correct_button.setVisible(draft is not None and draft.status is not Status.RELEASED)
        if draft:
            self.body.show_body(draft.body)

    def place_strip(self, strip: QWidget) -> None:
        """Put a strip between what is known of the draft and its buttons."""
        self._column.insertWidget(self._column.indexOf(self.doubts), strip)

    def mark_read(self, draft_id: int) -> None:
        """Know that the draft on show is read."""
        if self.draft is not None and self.draft.id == draft_id:
            self.draft = replace(self.draft, is_read=True)

    def begin_correcting(self) -> None:
        """Show the form in place of the facts."""
        if self.draft is None or self.draft.status is Status.RELEASED:
            return
        self.form.show_draft(self.draft)
        self._show_form(on=True)
        self.form.begin()

    def end_correcting(self) -> None:
        """Show the facts again."""
        focused = QApplication.focusWidget()
        had_focus = isinstance(focused, QWidget) and self.form.isAncestorOf(focused)
        self._show_form(on=False)
        if had_focus and self.draft:
            self.correct_button.setFocus()

    @property
    def is_correcting(self) -> bool:
        """Whether the form is open."""
        return not self.form.isHidden()

    def _show_form(self, *, on: bool) -> None:
        self.form.setVisible(on)
        for widget in (self.heading, self.units, self.facts, self.buttons):
            widget.setHidden(on)
        self._show_doubts(None if on else self.draft)

    def _show_doubts(self, draft: Draft | None) -> None:
        open_ones = draft.doubts if draft and draft.status is not Status.RELEASED else frozenset()
        self.doubts.setVisible(bool(open_ones))
        words = "、".join(word for field, word in FIELDS.items() if field in open_ones)
        self.doubts_label.setText(f"？待核对：{words}")

    def _show_notes(self, notes: tuple[str, ...]) -> None:
        rest = f"\n……另有 {len(notes) - _NOTES} 条" if len(notes) > _NOTES else ""
        self.notes.setText("\n".join(f"· {note}" for note in notes[:_NOTES]) + rest)
        self.notes.setToolTip("\n".join(notes))
        self.notes.setVisible(bool(notes))

    def _units_text(self, draft: Draft) -> str:
        return self._names.text(draft.unit_ids) or "单位没有认出，请按 F2 补上"

    def _make_buttons(self) -> None:
        self.buttons = QWidget()
        self.open_button = QPushButton("编辑")
        self.open_button.setToolTip("打开编辑（Enter）")
        self.open_button.clicked.connect(self.opened)
        self.correct_button = QPushButton("更正")
        self.correct_button.setToolTip("更正标题、单位、作者等（F2）")
        self.correct_button.clicked.connect(self.begin_correcting)

        self.doubts, self.doubts_label = QWidget(), QLabel()
        self.doubts_label.setObjectName("note")
        self.doubts_label.setWordWrap(True)
        self.confirm_button = QPushButton("核对无误")
        self.confirm_button.setToolTip("这几项是推断的，与原稿一致（F3）；要改按 F2")
        self.confirm_button.clicked.connect(self.confirmed)

    def _lay_out(self) -> None:
        doubts = QHBoxLayout(self.doubts)
        doubts.setContentsMargins(0, 0, 0, 0)
        doubts.addWidget(self.doubts_label, 1)
        doubts.addWidget(self.confirm_button)
        buttons = QHBoxLayout(self.buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(style.GAP)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.correct_button)
        buttons.addStretch(1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 4)
        column.setSpacing(style.GAP)
        for widget in (self.heading, self.units, self.facts, self.doubts, self.form):
            column.addWidget(widget)
        column.addWidget(self.buttons)
        column.addWidget(self.notes)
        column.addWidget(self.body, 1)
        column.addStretch(0)


def _whole() -> QSizePolicy:
    """As high as its lines are, never less: the text beneath scrolls, this does not."""
    found = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    found.setHeightForWidth(True)
    return found


def facts_text(draft: Draft, now: datetime) -> str:
    """What is known of a draft, in a few lines; nothing is said of what is not known."""
    people = (("作者", draft.author), ("电话", draft.phone), ("审核", draft.approver))
    days = (("事发", draft.event_date), ("报送", draft.report_date))
    first = [_fact(label, value) for label, value in people if value]
    first += [_fact(label, f"{value:%Y-%m-%d}") for label, value in days if value]
    clock = clock_state(draft.status, draft.due, now)
    second = [status_mark(draft.status), *([clock_mark(clock)] if clock else [])]
    second += [str(draft.kind or "类型未定")]
    second += [_fact("在办", draft.holder)] if draft.holder else []
    second += [_fact("选题", "、".join(draft.topics))] if draft.topics else []
    second += [str(draft.secrecy)] if draft.secrecy is not Secrecy.NONE else []
    second += [_fact("收到", f"{office_time(draft.received):%m-%d\u00a0%H:%M}")]
    second += [f"{draft.channel}：{draft.original.name}" if draft.original.name else draft.channel]
    return "\n".join("　".join(line) for line in (first, second) if line)


def _cut(title: str) -> str:
    """A title that leaves room for the text; the whole of it is in the tooltip."""
    return title if len(title) <= _TITLE else f"{title[:_TITLE]}……"


def _fact(label: str, value: str) -> str:
    """A label and its value that stay on one line."""
    return f"{_JOINER.join(label)}\u00a0{value}"
