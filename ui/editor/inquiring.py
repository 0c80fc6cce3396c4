"""The verification log in the editor: Ctrl+Shift+K, and what its answers do to the text."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit
from typing_extensions import override

from desk import verifying
from desk.drafts import Draft, Status
from desk.errors import FieldError
from desk.inquiries import Answer, Inquiry, Standing, asked_about, text_of
from desk.to_verify import Point, points_of
from desk.verifying import Logged, Said
from ui.editor.feature import Feature
from ui.editor.inquiry_panel import InquiryPanel
from ui.editor.inquiry_rows import Row, rows_of
from ui.editor.inspector import Result
from ui.editor.offsets import units
from ui.leaving import copy_plain
from ui.manual.context import tell_of
from ui.session import Topic, Undo

if TYPE_CHECKING:
    from ui.editor.page import EditorPage

_TAB = 1
_NOTES = {
    Answer.OPEN: "已记为待回复",
    Answer.RIGHT: "已记：属实",
    Answer.CORRECTED: "已记更正",
}


class Inquiring(Feature):
    """Lists the facts of the draft on show as questions, and keeps the answers."""

    def __init__(self, page: "EditorPage") -> None:
        super().__init__(page)
        self.panel = InquiryPanel()
        tell_of(self.panel, "verifying")
        self._kept: Sequence[Inquiry] = ()
        self._shown = 0
        self._facts: tuple[str, Sequence[Point]] = ("", ())  # of which text
        page.side.checklist.add_below(self.panel)
        page.side.checklist.shown.connect(self._list)
        page.side.checklist.resized.connect(self.panel.fit)
        self.panel.unfolded.connect(page.side.checklist.show_part)
        page.inspector.checked.connect(self._on_checked)
        self.panel.answered.connect(self._on_answered)
        self.panel.asked.connect(self._on_asked)
        self.panel.opened.connect(self._select)
        self.panel.dropped.connect(self._drop)
        self.panel.copied.connect(self._copy)

    @override
    def keys(self) -> Mapping[str, Callable[[], object]]:
        return {"Ctrl+Shift+K": self.begin}

    @override
    def menu(self) -> Sequence[tuple[str, str]]:
        return [("核实记录：问单位、记答复", "Ctrl+Shift+K")]

    @override
    def show(self, draft: Draft) -> None:
        with self.page.session.store.read() as work:
            self._kept = asked_about(work, draft)
            contact = verifying.contact_of(work, draft) if draft.id != self._shown else None
        if contact is not None:
            self.panel.show_contact(contact)
        self._shown = draft.id
        self.panel.setEnabled(draft.status is not Status.RELEASED)
        self._list()

    def begin(self) -> None:
        """Show the log and give it the keyboard."""
        side = self.page.side
        self.page.columns.side.show()
        side.setCurrentIndex(_TAB)
        if self.page.inspector.result is None:
            self.page.inspector.check()
        self._list()
        self.panel.begin()
        side.checklist.scroll_to(self.panel)

    def _on_checked(self, result: Result) -> None:
        """Follow the text; its facts are read on the worker, for typing goes on meanwhile."""
        text = text_of(result.draft)
        if not self.panel.isVisible() or text == self._facts[0]:
            self._list()
            return

        def listed(points: Sequence[Point]) -> None:
            self._facts = (text, points)
            if self.page.inspector.result is result:
                self._list()

        self.page.session.look(lambda: points_of(result.manuscript.whole), listed)

    def _list(self) -> None:
        """List what there is to ask in the text as it was checked last."""
        result = self.page.inspector.result
        if result is None or not self.panel.isVisible() or result.draft.id != self._shown:
            return
        text = text_of(result.draft)
        if text != self._facts[0]:
            self._facts = (text, points_of(result.manuscript.whole))
        self.panel.show_rows(rows_of(self._kept, self._facts[1], text))

    def _on_answered(self, rows: Sequence[Row], said: Said) -> None:
        """Keep one answer to some rows, in one step each way back."""
        first = rows[0]
        steps = [one for row in rows if (one := self._step(row, said)) is not None]
        fresh = [row.point for row in rows if row.inquiry is None and row.point is not None]
        session, draft_id, contact = self.page.session, self._shown, self.panel.contact
        if fresh:
            by = session.by()
            steps.append(
                partial(verifying.ask, session.store, draft_id, fresh, contact, said, by=by)
            )
        self._do(steps, _NOTES[said.answer], partial(self._on_kept, first, said))

    def _step(self, row: Row, said: Said) -> Callable[[], Logged] | None:
        """How the answer to a question asked before is kept."""
        session = self.page.session
        store, by, one = session.store, session.by(), row.inquiry
        if one is None:
            return None
        if row.point is not None or row.standing is Standing.CHANGED:
            return partial(verifying.ask_again, store, one.id, row.point, said, by=by)
        return partial(verifying.answer, store, [one.id], said, by=by)

    def _on_asked(self, question: str) -> None:
        session, contact = self.page.session, self.panel.contact
        step = partial(
            verifying.ask_freely, session.store, self._shown, question, contact, Said(),
            by=session.by(),
        )  # fmt: skip
        self._do([step], _NOTES[Answer.OPEN], lambda: None)

    def _drop(self, rows: Sequence[Row]) -> None:
        session = self.page.session
        ids = [row.inquiry.id for row in rows if row.inquiry is not None]
        step = partial(verifying.withdraw, session.store, ids, by=session.by())
        self._do([step], f"已删去 {len(ids)} 条核实记录", lambda: None)

    def _copy(self, rows: Sequence[Row]) -> None:
        """Copy the questions as a message; those nobody was asked yet wait from now on."""
        draft = self.page.draft
        asked = [row.inquiry for row in rows if row.inquiry is not None]
        fresh = [row.point for row in rows if row.inquiry is None and row.point is not None]
        text = verifying.message(asked, fresh, draft.title if draft else "")
        if not text:
            self.page.session.messages.note("没有要问的：都已经有答复")
            return
        copy_plain(text)
        if not fresh:
            self.page.session.messages.note("已复制要核实的问题")
            return
        session, contact = self.page.session, self.panel.contact
        by = session.by()
        step = partial(verifying.ask, session.store, self._shown, fresh, contact, by=by)
        self._do([step], f"已复制 {text.count(chr(10))} 个问题，记为待回复", lambda: None)

    def _do(
        self, steps: Sequence[Callable[[], Logged]], said: str, then: Callable[[], None]
    ) -> None:
        session, done = self.page.session, list[Logged]()

        def back() -> None:
            for one in reversed(done):
                verifying.take_back(session.store, one, by=session.by())

        def finished(_result: object) -> None:
            self.panel.show_error("")
            self.panel.form.end()
            self.panel.list.setFocus()
            then()

        session.do(
            lambda: done.extend(step() for step in steps),
            Topic.DRAFTS,
            note=said,
            undo=Undo(back, "已撤销核实记录"),
            done=finished,
            failed=self._on_failed,
        )

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, FieldError) and error.field == "name":
            self.panel.show_error(str(error))
            self.panel.name.setFocus()
        elif not (isinstance(error, FieldError) and self.panel.form.show_error(error)):
            self.page.session.fail(error)

    def _on_kept(self, row: Row, said: Said) -> None:
        """After a correction the text follows, and its place is shown; else the next row waits."""
        if said.answer is not Answer.CORRECTED:
            self.panel.list.go_on()
            return
        view = self._select(row) if said.instead else None
        if view is not None and not view.isReadOnly():
            self._replace(view, said.instead.strip())

    def _replace(self, view: QTextEdit, words: str) -> None:
        """Write the right words where the wrong ones are selected; Ctrl+Z brings those back."""
        cursor = view.textCursor()
        start = cursor.selectionStart()
        cursor.insertText(words)
        cursor.setPosition(start)
        cursor.setPosition(start + units(words), QTextCursor.MoveMode.KeepAnchor)
        view.setTextCursor(cursor)

    def _select(self, row: Row) -> QTextEdit | None:
        """Select a row's words, with the keyboard in their text; None where they are gone."""
        found = self._place(row)
        if found is None:
            self.page.session.messages.note("文中已经没有这几个字")
            return None
        view, start = found
        cursor = view.textCursor()
        cursor.setPosition(start)
        end = start + units(row.place[0])
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        view.setTextCursor(cursor)
        view.ensureCursorVisible()
        view.setFocus()
        return view

    def _place(self, row: Row) -> tuple[QTextEdit, int] | None:
        """Where a row's words stand, in the text before the title."""
        excerpt, before = row.place
        title, reading = self.page.middle.title, self.page.middle.text.reading()
        for wanted, skip in ((before + excerpt, len(before)), (excerpt, 0)):
            at = reading.body.text.find(wanted) if excerpt else -1
            if at >= 0:
                return self.page.middle.text, reading.position(at + skip)
            at = title.title.find(wanted) if excerpt else -1
            if at >= 0:
                return title, title.position(at + skip)
        return None
