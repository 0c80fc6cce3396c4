"""What the clerk does about findings: go to them, fix them, keep them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit

from desk import questions
from ui.editor import fixing
from ui.editor.changes import Changes
from ui.editor.clicks import Clicks
from ui.editor.feature import READ_ONLY
from ui.editor.feedback_window import FeedbackWindow
from ui.editor.fixing import Applied, Fix
from ui.editor.inspector import Inspector
from ui.editor.marks import Mark
from ui.editor.side import Side
from ui.editor.text_pane import TextPane
from ui.session import Session

_REGISTERED, _FORM = "M", 2  # rules on what is registered of a draft, and the tab that holds it
_TO_CHOOSE = 9  # choices in the menu, one for each digit
_JUDGED = "这一处没有现成的改法，请在正文里改，或者按 Alt+K 保留。"
_MOVED_ON = "这以后文字又有改动，请在正文里按 Ctrl+Z 一步步撤销。"


class Resolver:
    """Works on the findings of the draft on show."""

    def __init__(
        self,
        session: Session,
        middle: TextPane,
        side: Side,
        inspector: Inspector,
        changes: Changes,
    ) -> None:
        self._session = session
        self._middle = middle
        self._side = side
        self._panel = side.findings
        self._inspector = inspector
        self._changes = changes
        self.menu = QMenu(middle)
        self.feedback = FeedbackWindow(session, middle)
        clicks = Clicks(middle, (middle.title.viewport(), middle.text.viewport()))
        clicks.clicked.connect(self._on_click)
        self._panel.chosen.connect(self.show)
        self._panel.opened.connect(self._enter)
        self._panel.fix.connect(lambda marks: self._apply(fixing.fixes_of(marks)))
        self._panel.change.connect(lambda mark, new: self._apply([Fix(mark, new)]))
        self._panel.waive.connect(changes.waive)
        self._panel.unwaive.connect(changes.unwaive)
        self._panel.feedback.connect(self.ask_unit)

    def keys(self) -> dict[str, Callable[[], object]]:
        """What each key does."""
        return {
            "F8": partial(self.go, 1),
            "Shift+F8": partial(self.go, -1),
            "Alt+Return": self.fix,
            "Alt+Enter": self.fix,
            "Ctrl+.": self.fix,
            "Ctrl+Shift+.": self._panel.fix_rule,
            "Alt+K": self.keep,
            "Alt+B": self.ask_unit,
        }

    def go(self, step: int) -> None:
        """Go to the next (1) or previous (-1) finding."""
        mark = self._inspector.neighbour(step)
        if mark is not None:
            self.open(mark)
            self._side.setCurrentIndex(0)
            self._panel.choose(mark)

    def show(self, mark: Mark) -> None:
        """Select a mark's place and bring it into view; a table is not selected, but shown."""
        view = self._view(mark)
        cursor = view.textCursor()
        cursor.setPosition(mark.start)
        if not mark.cells:
            cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        view.setTextCursor(cursor)
        view.ensureCursorVisible()

    def open(self, mark: Mark) -> None:
        """Go to a mark's place with the keyboard."""
        self.show(mark)
        self._view(mark).setFocus()

    def _enter(self, mark: Mark) -> None:
        """Go where a finding can be mended: to the text, or to the form for what it lacks."""
        if mark.finding.rule.startswith(_REGISTERED):
            self._side.go(_FORM)
        else:
            self.open(mark)

    def fix(self) -> None:
        """Fix the finding at the cursor, or else the current one; where there are choices, ask."""
        mark = self._at_hand()
        if mark is None:
            return
        if self._middle.text.isReadOnly():
            self._session.messages.note(READ_ONLY)
        elif mark.finding.fix is not None:
            self._apply(fixing.fixes_of([mark]))
        elif mark.finding.rule.startswith(_REGISTERED):
            self._enter(mark)
        elif not mark.finding.choices:
            self._session.messages.note(_JUDGED)
        elif self._view(mark).hasFocus():
            self._ask(mark)
        else:
            self._panel.fix_current()

    def keep(self) -> None:
        """Ask why the finding at the cursor or the current one is kept; take a kept one back."""
        if self._at_hand() is not None:
            self._side.setCurrentIndex(0)
            self._panel.ask_to_keep()
        else:
            self._panel.drop()

    def ask_unit(self) -> None:
        """Write to the unit what it is to complete and to verify, as the text stands now."""
        self._inspector.check()
        result = self._inspector.result
        if result is not None:
            draft, units = result.draft, "、".join(result.manuscript.units)
            text = questions.feedback(result.open, result.texts, draft.title)
            self.feedback.open_for(draft, units, text)

    def _on_click(self) -> None:
        """Explain the finding that was clicked on."""
        here = self._inspector.at_cursor()
        if here:
            self._panel.choose(here[0])

    def _at_hand(self) -> Mark | None:
        """The finding at the cursor, made current; or else the one that is current."""
        here = self._inspector.at_cursor()
        place = self._panel.place
        current = place.mark if place is not None else None
        if not here or any(one is current for one in here):
            return current
        self._panel.choose(here[0])
        return here[0]

    def _ask(self, mark: Mark) -> None:
        """Offer the choices in a menu beneath the words; digits choose."""
        menu, view = self.menu, self._view(mark)
        menu.clear()
        for number, new in enumerate(mark.finding.choices[:_TO_CHOOSE], start=1):
            action = menu.addAction(f"&{number}　{new.replace('&', '&&') or '删去'}")
            action.triggered.connect(partial(self._choose, mark, new))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(view.viewport().mapToGlobal(view.cursorRect().bottomLeft() + QPoint(0, 4)))

    def _choose(self, mark: Mark, new: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal's argument
        self._apply([Fix(mark, new)])

    def _apply(self, fixes: list[Fix]) -> None:
        if self._middle.text.isReadOnly():
            return
        views = (self._middle.title, self._middle.text)
        applied = fixing.apply(
            [(view, [one for one in fixes if self._view(one.mark) is view]) for view in views]
        )
        done = len(applied.rules)
        if done > 1:
            note = (
                f"已修改 {done} 处，Ctrl+Z 一次撤销"
                if len(applied.way_back) == 1
                else f"已修改 {done} 处"
            )
            self._session.messages.note(note, partial(self._undo, applied))
        if done:
            self._changes.accepted(applied.rules)
        self._inspector.hurry()

    def _undo(self, applied: Applied) -> None:
        if not applied.way_back.take():
            self._session.messages.note(_MOVED_ON)
        self._inspector.hurry()

    def _view(self, mark: Mark) -> QTextEdit:
        title, text = self._middle.title, self._middle.text
        return title if mark.finding.field == "title" else text
