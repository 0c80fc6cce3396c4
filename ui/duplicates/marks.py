"""Mark what two texts share: the sentences in one tint, what differs in them underlined."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import (
    QColor,
    QFont,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from typing_extensions import override

from desk.body import Body
from desk.duplicates.evidence import Span
from ui import style
from ui.editor.offsets import to_units


@dataclass(frozen=True, slots=True)
class Marked:
    """What to mark in one text, in code points of its body: shared parts and changes in them."""

    shared: Sequence[Span] = ()
    changes: Sequence[Span] = ()


class SharedMarks(QSyntaxHighlighter):
    """Marks the spans of a body in the document that shows it."""

    def __init__(self, document: QTextDocument, body: Body, marked: Marked) -> None:
        super().__init__(document)
        self._places = places(document, body)
        self._marked = marked
        self._shared, self._changed = _shared_format(), _changed_format()
        self.rehighlight()

    @override
    def highlightBlock(self, text: str) -> None:
        start = self._places.get(self.currentBlock().blockNumber())
        if start is None:
            return
        self._mark(text, start, self._marked.shared, self._shared)
        self._mark(text, start, self._marked.changes, self._changed)

    def _mark(self, text: str, start: int, spans: Iterable[Span], looks: QTextCharFormat) -> None:
        for first, last in spans:
            begin, end = max(0, first - start), last - start
            if begin < end and first - start <= len(text):
                units = to_units(text, begin)
                self.setFormat(units, to_units(text, end) - units, looks)


def places(document: QTextDocument, body: Body) -> dict[int, int]:
    """Where each paragraph begins in the body's text, by the number of the block that shows it."""
    found, at = dict[int, int](), 0
    block = document.begin()
    for paragraph in body.paragraphs:
        while block.isValid() and not _shows(block, paragraph.text):
            block = block.next()
        if not block.isValid():
            break
        found[block.blockNumber()] = at
        at += len(paragraph.text) + 1
        block = block.next()
    return found


def _shows(block: QTextBlock, text: str) -> bool:
    return block.text() == text and QTextCursor(block).currentTable() is None


def _shared_format() -> QTextCharFormat:
    looks = QTextCharFormat()
    looks.setBackground(QColor(style.ACCENT_SOFT))
    return looks


def _changed_format() -> QTextCharFormat:
    looks = _shared_format()
    looks.setForeground(QColor(style.AMBER))
    looks.setFontWeight(QFont.Weight.Bold)
    looks.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    looks.setUnderlineColor(QColor(style.AMBER))
    return looks
