"""Ctrl+J: insert a unit, a leader, a document, a phrase or a skeleton at the cursor."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from typing_extensions import override

from desk import phrasing
from desk.body import plain
from desk.drafts import Draft
from desk.phrases import Phrase, of_selection
from desk.writing.offers import Offer, Offers
from ui import style
from ui.editor import document as documents
from ui.editor.body_edit import BodyEdit
from ui.editor.completing import Completer
from ui.editor.feature import Feature
from ui.editor.offsets import units
from ui.editor.title_edit import TitleEdit
from ui.messages import Offer as Beside
from ui.session import Topic, Undo

if TYPE_CHECKING:
    from ui.editor.page import EditorPage

_KEEP = "存为"  # the label of the line that keeps a selection
_LONGEST = 20  # characters typed for a name
_ENDS = re.compile(r"[\s，。；：、！？“”（）《》\ufffc]")
_GAP = re.compile("×{2,}")
_LINE = "\u2029"


class Inserting(Feature):
    """Completes what stands before the cursor, and follows what is typed."""

    def __init__(self, page: "EditorPage") -> None:
        super().__init__(page)
        self._offers: Offers | None = None
        self._reading = False
        self._view: BodyEdit | TitleEdit = page.middle.text
        self._from = 0  # where the letters begin that will be replaced
        look = style.Look(page.session.settings.scale)
        self.completer = Completer(page, look)
        self.completer.chosen.connect(self._insert)
        self._filter = _Keys(self)
        for view in (page.middle.title, page.middle.text):
            view.installEventFilter(self._filter)
            view.cursorPositionChanged.connect(self._follow)
        page.session.changed.connect(self._on_changed)

    @override
    def keys(self) -> Mapping[str, Callable[[], object]]:
        return {"Ctrl+J": self.begin}

    @override
    def menu(self) -> Sequence[tuple[str, str]]:
        return [("插入单位、领导、文件、常用语", "Ctrl+J")]

    @override
    def show(self, draft: Draft) -> None:
        if self._offers is None and not self._reading:
            self._read(lambda: None)

    @override
    def put_down(self) -> None:
        self.completer.hide()

    def begin(self) -> None:
        """Expand an abbreviation, or list what may be meant."""
        middle = self.page.middle
        self._view = middle.title if middle.title.hasFocus() else middle.text
        if self.completer.isVisible():
            self.completer.hide()
        elif not self.may_write():
            return
        elif self._offers is None:
            self._read(self.begin)
        elif self._view.textCursor().hasSelection():
            self._begin_with_selection(self._offers)
        else:
            self._begin_at_cursor(self._offers)

    def _begin_at_cursor(self, offers: Offers) -> None:
        typed = offers.typed_before(self._before())
        self._from = self._view.textCursor().position() - units(typed)
        exact = offers.exact(typed) if typed else None
        if exact is not None and not (exact.is_paragraphs and self._is_title):
            self._insert(exact)
        else:
            self._list(typed)

    def _begin_with_selection(self, offers: Offers) -> None:
        """Offer to keep the selection as a phrase, and what answers to it."""
        cursor = self._view.textCursor()
        chosen = cursor.selectedText().replace(_LINE, "\n").replace("\ufffc", "").strip()
        self._from = cursor.selectionStart()
        if not chosen:
            return
        found = offers.find(chosen, limit=11) if len(chosen) <= _LONGEST else []
        keep = Offer(_KEEP, f"存为常用语“{chosen[:_LONGEST]}”", chosen)
        self.completer.show_offers([keep, *found], self._view)

    @property
    def _is_title(self) -> bool:
        return self._view is self.page.middle.title

    def _before(self) -> str:
        """The text of the paragraph up to the cursor."""
        cursor = self._view.textCursor()
        cursor.setPosition(cursor.position())
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    def _list(self, typed: str) -> None:
        draft = self.page.draft
        if self._offers is not None:
            found = self._offers.find(typed, draft.kind if draft else None)
            if self._is_title:
                found = [one for one in found if not one.is_paragraphs]
            self.completer.show_offers(found, self._view)

    def _follow(self) -> None:
        """List anew for what was typed since; going elsewhere closes the list."""
        if not self.completer.isVisible():
            return
        cursor = self._view.textCursor()
        if cursor.hasSelection() or cursor.position() < self._from:
            self.completer.hide()
            return
        cursor.setPosition(self._from, QTextCursor.MoveMode.KeepAnchor)
        typed = cursor.selectedText()
        if len(typed) > _LONGEST or _LINE in typed or _ENDS.search(typed):
            self.completer.hide()
        else:
            self._list(typed)

    def _insert(self, offer: Offer) -> None:
        """Put an offer in place of the letters typed, as one change."""
        if offer.label == _KEEP:
            self._keep(offer.text)
            return
        self.completer.hide()
        cursor = self._view.textCursor()
        end = max(cursor.selectionEnd(), self._from)
        cursor.beginEditBlock()
        cursor.setPosition(self._from)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        first = self._insert_paragraphs(cursor, offer) if offer.is_paragraphs else self._from
        if not offer.is_paragraphs:
            _leave_object(cursor)
            cursor.insertText(offer.text)
        cursor.endEditBlock()
        self._view.setTextCursor(_gap_between(cursor, first))
        self._view.ensureCursorVisible()
        self._view.setFocus()

    def _insert_paragraphs(self, cursor: QTextCursor, offer: Offer) -> int:
        """Insert paragraphs after the one with the cursor, or in place of an empty one."""
        cursor.removeSelectedText()
        if cursor.block().text().strip():
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            cursor.insertBlock()
        first = cursor.position()
        documents.insert(cursor, plain(offer.text).blocks)
        return first

    def _keep(self, text: str) -> None:
        """Keep a selection as a phrase, with a way back and one to its abbreviation."""
        session = self.page.session
        saved: list[Phrase] = []

        def keep() -> None:
            saved[:] = [phrasing.save_phrase(session.store, of_selection(text), by=session.by())]

        def undo() -> None:
            phrasing.delete_phrase(session.store, saved[0].id, by=session.by())

        go = Beside("写上简码", lambda: session.go("registry", "常用语"))
        session.do(keep, Topic.REGISTRY, note="已存为常用语", undo=Undo(undo, "已取消常用语", go))

    def _read(self, then: Callable[[], None]) -> None:
        """Read what can be inserted, on the worker: spelling names out takes a while."""
        store = self.page.session.store
        self._reading = True

        def read() -> Offers:
            with store.read() as work:
                units, phrases = work.registry.units(), work.phrases.all()
            return Offers(units, phrases)

        def done(found: Offers) -> None:
            self._offers, self._reading = found, False
            then()

        self.page.session.look(read, done)

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if Topic.REGISTRY in topics:
            self._offers = None


class _Keys(QObject):
    """While the list is open its keys go there and not to the text."""

    def __init__(self, feature: Inserting) -> None:
        super().__init__(feature.page)
        self._feature = feature

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        completer = self._feature.completer
        if not completer.isVisible():
            return False
        if event.type() == QEvent.Type.FocusOut:
            completer.hide()
        return isinstance(event, QKeyEvent) and self._on_key(event, completer)

    def _on_key(self, event: QKeyEvent, completer: Completer) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        takes = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
        key = event.key()
        ours = key in steps or key == Qt.Key.Key_Escape or (key in takes and completer.offers)
        if not ours or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() != QEvent.Type.KeyPress:
            return False
        elif key in steps:
            completer.step(steps[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape:
            completer.hide()
        else:
            completer.choose()
        return True


def _leave_object(cursor: QTextCursor) -> None:
    """Give words beside a table or picture a paragraph of their own."""
    if documents.is_object(cursor.block()):
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertBlock()


def _gap_between(cursor: QTextCursor, first: int) -> QTextCursor:
    """A cursor on the first gap of what was inserted up to a cursor, else behind it."""
    document: QTextDocument = cursor.document()
    inserted = QTextCursor(document)
    inserted.setPosition(first)
    inserted.setPosition(cursor.position(), QTextCursor.MoveMode.KeepAnchor)
    text = inserted.selectedText()
    gap = _GAP.search(text)
    if gap is None:
        return cursor
    at = first + units(text[: gap.start()])
    inserted.setPosition(at)
    inserted.setPosition(at + len(gap[0]), QTextCursor.MoveMode.KeepAnchor)
    return inserted
