"""Show the words that were searched for: in labels, in painted lines, in a text."""

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QColor,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLayout,
)
from typing_extensions import override

from desk.searching import Span, spans_of
from ui import style
from ui.editor.offsets import to_units


def rich(text: str, words: Sequence[str]) -> str:
    """A text as HTML with the words marked."""
    parts, at = [], 0
    for start, end in spans_of(text, words):
        inside = escape(text[start:end])
        parts += [escape(text[at:start]), f'<span style="background:{style.FOUND}">{inside}</span>']
        at = end
    return "".join([*parts, escape(text[at:])])


def ranges(text: str, spans: Sequence[Span], shift: int = 0) -> list[QTextLayout.FormatRange]:
    """Spans of a text as formats of a layout whose text has ``shift`` more units before it."""
    found = []
    for start, end in spans:
        one: Any = QTextLayout.FormatRange()  # its stub names no fields
        one.start = shift + to_units(text, start)
        one.length = to_units(text, end) + shift - one.start
        one.format = found_format()
        found.append(one)
    return found


def found_format() -> QTextCharFormat:
    """How a found word looks."""
    looks = QTextCharFormat()
    looks.setBackground(QColor(style.FOUND))
    return looks


class FoundMarks(QSyntaxHighlighter):
    """Marks words in a document, and leads from one to the next."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words: Sequence[str] = ()
        self._looks = found_format()

    def show_words(self, document: QTextDocument, words: Sequence[str]) -> None:
        """Mark these words in a document."""
        self._words = words
        if document is self.document():
            self.rehighlight()
        else:
            self.setDocument(document)

    def next_after(self, cursor: QTextCursor) -> QTextCursor | None:
        """The next found place behind a cursor, from the beginning again after the last."""
        places = self._places()
        later = [place for place in places if place[0] >= cursor.selectionEnd()]
        for start, end in (later or places)[:1]:
            found = QTextCursor(cursor.document())
            found.setPosition(start)
            found.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            return found
        return None

    def _places(self) -> list[tuple[int, int]]:
        found, block = [], self.document().begin()
        while block.isValid():
            text, at = block.text(), block.position()
            for start, end in spans_of(text, self._words):
                found.append((at + to_units(text, start), at + to_units(text, end)))
            block = block.next()
        return found

    @override
    def highlightBlock(self, text: str) -> None:
        for start, end in spans_of(text, self._words):
            begin = to_units(text, start)
            self.setFormat(begin, to_units(text, end) - begin, self._looks)
