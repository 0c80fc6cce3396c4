"""The draft on show is held by one window; what an earlier one left is offered above the text."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import QTextCursor
from typing_extensions import override

from desk import journal
from desk.auditing import By
from desk.drafts import Draft
from desk.errors import DeskError, StoreError
from desk.journal import TakenOverError
from desk.office_clock import office_time
from desk.sittings import Leftover, Sitting
from desk.store import Store
from ui.editor import leftovers
from ui.editor.feature import Feature
from ui.editor.sitting_strip import Choice, SittingStrip
from ui.session import Topic
from ui.today.recovery import RecoveryStrip

if TYPE_CHECKING:
    from ui.editor.page import EditorPage

_BEAT_MS = 5000
_LOOK_MS = 2000  # while another window has the draft
_SILENT_MS = 15000  # three beats that did not come: that window is gone


@dataclass(frozen=True, slots=True)
class _Found:
    """What the store says when a draft is opened."""

    sitting: Sitting | None
    other: Sitting | None
    left: list[Leftover]


class Holding(Feature):
    """Holds the draft on show, waits for it where another window has it, and offers leftovers."""

    def __init__(self, page: "EditorPage") -> None:
        super().__init__(page)
        self._draft_id = 0
        self._other: Sitting | None = None
        self._heard = QElapsedTimer()
        self.other_strip, self.left_strip = SittingStrip(), SittingStrip()
        for strip in (self.other_strip, self.left_strip):
            page.middle.strips.addWidget(strip)
        self._beat = _timer(page, _BEAT_MS, self._on_beat)
        self._look = _timer(page, _LOOK_MS, self._ask)
        page.autosave.kept_beside.connect(self._on_kept_beside)
        page.autosave.saved.connect(lambda *_saved: self._on_saved())
        page.empty.layout().insertWidget(0, RecoveryStrip(page.session))  # type: ignore[union-attr]

    @override
    def show(self, draft: Draft) -> None:
        seat = self.page.autosave.seat
        if draft.id != self._draft_id:
            self._leave()
            self._draft_id = draft.id
            self._ask()
        elif self._other is not None:
            self._wait_for(self._other)
        elif (seat.sitting is None) is self.page.writable:
            self._ask()  # its status has changed, and with it whether it can be held
        if self.page.autosave.is_beside and self.page.writable:
            self.page.autosave.touch()  # what could not be saved perhaps can be now

    @override
    def may_close(self) -> bool:
        sitting = self.page.autosave.seat.sitting
        if sitting is not None:
            with suppress(StoreError):  # then the next start offers the draft
                journal.end(self.page.session.store, sitting)
        return True

    def _leave(self) -> None:
        """Let go of the draft that was on show."""
        sitting, store = self.page.autosave.seat.leave(), self.page.session.store
        self._beat.stop()
        self._look.stop()
        self._other = None
        for strip in (self.other_strip, self.left_strip):
            strip.say("")
        if sitting is not None:
            self.page.session.do(lambda: journal.end(store, sitting), failed=_nothing)

    def _ask(self) -> None:
        """Take the draft where it can be edited, and look for what was left of it."""
        session, draft, seat = self.page.session, self.page.draft, self.page.autosave.seat
        if draft is None:
            return
        if self.page.writable:
            sitting = seat.beat(draft.id, session.by())
        else:
            sitting = None
            left = seat.leave()
            if left is not None:
                session.do(lambda: journal.end(session.store, left), failed=_nothing)
        gone = self._other.window if self._other and self._is_silent() else ""
        session.do(
            lambda: _find(session.store, draft.id, sitting, gone),
            done=lambda found: self._on_found(draft.id, found),
            failed=_nothing,
        )

    def _is_silent(self) -> bool:
        return self._heard.isValid() and self._heard.hasExpired(_SILENT_MS)

    def _on_found(self, draft_id: int, found: _Found) -> None:
        if draft_id != self._draft_id or self.page.draft is None:
            return
        if found.other is not None:
            self._wait_for(found.other)
        elif self._other is not None:
            self._go_on(found.left)
            return
        elif found.sitting is not None:
            self._beat.start()
        self._offer(found.left)

    def _wait_for(self, other: Sitting) -> None:
        """Only read while another window has the draft."""
        known = self._other
        if known is None or (known.window, known.beats) != (other.window, other.beats):
            self._heard.start()
        self._other = other
        self._beat.stop()
        self._look.start()
        self.page.middle.allow_editing(_taken(other))
        self.page.middle.why.hide()
        take = Choice("接管", "改由这个窗口编辑；那边会变成只读", self._take_over)
        self.other_strip.say(_taken(other), [take])

    def _go_on(self, left: list[Leftover]) -> None:
        """The other window has let go: edit here, from the text as the store has it now."""
        self._other = None
        self._look.stop()
        self._beat.start()
        self.other_strip.say("")
        if self.page.draft is not None:
            self.page.refresh()
            self.page.session.messages.note("另一个窗口已经关闭这篇稿件，现在可以编辑")
        self._offer(left)

    def _take_over(self) -> None:
        session, draft, other = self.page.session, self.page.draft, self._other
        if draft is None or other is None:
            return
        question = f"{other.who}正在另一个窗口编辑这篇稿件。接管后那边变成只读，已保存的文字都在。"
        if not session.messages.ask(question, "接管", danger=True):
            return
        by = session.by()
        sitting = self.page.autosave.seat.beat(draft.id, by)
        session.do(
            lambda: _take(session.store, sitting, other, by),
            Topic.DRAFTS,
            done=self._go_on,
        )

    def _on_beat(self) -> None:
        session, seat = self.page.session, self.page.autosave.seat
        if seat.sitting is None or seat.sitting.draft_id != self._draft_id:
            return
        cursor = self.page.middle.text.textCursor().position()
        sitting = seat.beat(self._draft_id, session.by(), cursor)
        session.do(lambda: journal.beat(session.store, sitting), failed=self._on_beat_failed)

    def _on_beat_failed(self, error: Exception) -> None:
        """Another window took the draft; any other failure is told when there is text to save."""
        if isinstance(error, TakenOverError) and not self.page.autosave.is_pending:
            self._lose()

    def _on_kept_beside(self, refusal: DeskError) -> None:
        if isinstance(refusal, TakenOverError):
            self._lose()
            return
        self.page.middle.show_unsaved("▲ 没有存成版本，文字已另外记下")
        self.left_strip.say(f"{refusal}这里的文字已另外记下，不会丢；可以改好后再存。")

    def _on_saved(self) -> None:
        if self.left_strip.isVisible():
            self._ask()  # perhaps nothing is lacking any more

    def _lose(self) -> None:
        """Show the text as the other window goes on with it; what was typed here is offered."""
        page, draft = self.page, self.page.draft
        page.autosave.forget()
        page.autosave.seat.leave()
        self._beat.stop()
        if draft is not None:
            page.draft = None
            self._draft_id = 0
            page.show_target(draft.id)

    def _offer(self, left: list[Leftover]) -> None:
        """Put the cursor where typing ended, and offer text that is no revision."""
        lacking = [one for one in left if one.missing]
        for one in left:
            if not one.missing:
                self._put_cursor(one.sitting.cursor)
                leftovers.forget(self.page.session, one)
        if lacking:
            self._offer_one(lacking[0])
        elif not self.page.autosave.is_beside:
            self.left_strip.say("")

    def _offer_one(self, one: Leftover) -> None:
        session = self.page.session
        today = session.today()

        def recover() -> None:
            self.page.saved_first(
                lambda: leftovers.recover(session, one, lambda _before: self._ask())
            )

        self.left_strip.say(
            leftovers.sentence_of(one, today, named=False),
            [
                Choice("恢复", "把这些文字存成新的一版，可以撤销", recover),
                Choice("放弃", "不要这些文字", lambda: self._give_up(one)),
            ],
        )

    def _give_up(self, one: Leftover) -> None:
        leftovers.give_up(self.page.session, one)
        self._ask()

    def _put_cursor(self, place: int) -> None:
        edit = self.page.middle.text
        if edit.document().isUndoAvailable():
            return  # the clerk is typing already
        cursor = QTextCursor(edit.document())
        cursor.setPosition(min(place, edit.document().characterCount() - 1))
        edit.setTextCursor(cursor)
        edit.ensureCursorVisible()


def _find(store: Store, draft_id: int, sitting: Sitting | None, gone: str) -> _Found:
    other = journal.begin(store, sitting, gone) if sitting is not None else None
    with store.read() as work:
        return _Found(sitting, other, journal.left_of(work, draft_id))


def _take(store: Store, sitting: Sitting, other: Sitting, by: By) -> list[Leftover]:
    journal.take_over(store, sitting, other, by=by)
    with store.read() as work:
        return journal.left_of(work, sitting.draft_id)


def _taken(other: Sitting) -> str:
    return (
        f"{other.who}从 {office_time(other.begun):%H:%M} 起在另一个窗口编辑这篇稿件，这里只能看。"
        "那边关闭后这里可以编辑。"
    )


def _timer(parent: "EditorPage", interval: int, slot: Callable[[], object]) -> QTimer:
    made = QTimer(parent, interval=interval)
    made.timeout.connect(slot)
    return made


def _nothing(_error: Exception) -> None:
    """Say nothing: the autosave tells of a store that fails when there is text to keep."""
