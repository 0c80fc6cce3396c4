"""Ctrl+Shift+N: write the number, day or time at the cursor in another way."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit
from typing_extensions import override

from desk.writing import rewriting
from desk.writing.forms import Form
from ui.editor.feature import Feature
from ui.editor.offsets import units

if TYPE_CHECKING:
    from ui.editor.page import EditorPage

_NOTHING = "这里没有数字、日期或文号。请选中要改写的，再按 Ctrl+Shift+N。"
_MOST = 9  # one for each digit
_UNIT_BYTES = 2


class NumberForms(Feature):
    """Offers the forms in a menu, by digit; the one chosen is one step to take back."""

    def __init__(self, page: "EditorPage") -> None:
        super().__init__(page)
        self.offered = QMenu(page)

    @override
    def keys(self) -> Mapping[str, Callable[[], object]]:
        return {"Ctrl+Shift+N": self.begin}

    @override
    def menu(self) -> Sequence[tuple[str, str]]:
        return [("数字与日期", "Ctrl+Shift+N")]

    def begin(self) -> None:
        """Offer what the selection, or what stands at the cursor, may be written as."""
        middle = self.page.middle
        view: QTextEdit = middle.title if middle.title.hasFocus() else middle.text
        if not self.may_write():
            return
        place, forms = self._found(view)
        if not forms:
            self.page.session.messages.note(_NOTHING)
            return
        view.setTextCursor(place)
        self.offered.clear()
        for number, form in enumerate(forms[:_MOST], start=1):
            action = self.offered.addAction(f"&{number}　{form.text}\t{form.label}")
            action.triggered.connect(partial(self._write, view, form))
        self.offered.popup(view.viewport().mapToGlobal(view.cursorRect(place).bottomLeft()))

    def _found(self, view: QTextEdit) -> tuple[QTextCursor, Sequence[Form]]:
        """Where the figure stands, and its forms."""
        cursor = view.textCursor()
        draft = self.page.draft
        report = draft.report_date if draft else None
        report = report or self.page.session.today()
        if cursor.hasSelection():
            return cursor, rewriting.of_selection(cursor.selectedText(), report)
        block = cursor.block()
        before = block.text().encode("utf-16-le", "surrogatepass")[
            : _UNIT_BYTES * cursor.positionInBlock()
        ]
        place = len(before.decode("utf-16-le", "surrogatepass"))
        found = rewriting.at(block.text(), place, report)
        if found is None:
            return cursor, ()
        text, start = block.text(), block.position()
        cursor.setPosition(start + units(text[: found.start]))
        cursor.setPosition(start + units(text[: found.end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor, found.forms

    def _write(self, view: QTextEdit, form: Form, _checked: object = None) -> None:
        cursor = view.textCursor()
        first = QTextCursor(cursor)
        first.setPosition(cursor.selectionStart() + 1)
        cursor.insertText(form.text, first.charFormat())
        view.setTextCursor(cursor)
        view.setFocus()
