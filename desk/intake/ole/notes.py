"""Footnotes, endnotes and page headers of a .doc."""

from collections.abc import Iterator

from desk.intake.document import Block, Line
from desk.intake.ole.content import Content
from desk.intake.ole.document import WordDocument
from desk.intake.ole.header import Story, Table

_SEPARATORS = 6  # what stands between text and notes comes before the first page header
_PER_SECTION = 6
_HEADERS = frozenset({0, 1, 4})  # even, odd, first page; the others are footers


def notes(document: WordDocument, content: Content) -> Iterator[str]:
    """The texts of the footnotes, then of the endnotes."""
    for story, table in (
        (Story.FOOTNOTES, Table.FOOTNOTES),
        (Story.ENDNOTES, Table.ENDNOTES),
    ):
        for span in document.parts(story, table):
            text = content.text(span)
            if text:
                yield text


def headers(document: WordDocument, content: Content) -> Iterator[str]:
    """The lines of the page headers, then of the text boxes in them."""
    for number, span in enumerate(document.parts(Story.HEADERS, Table.HEADERS)):
        if number >= _SEPARATORS and (number - _SEPARATORS) % _PER_SECTION in _HEADERS:
            yield from _lines(content.blocks(span))
    yield from _lines(content.blocks(document.span(Story.HEADER_BOXES)))


def _lines(blocks: list[Block]) -> Iterator[str]:
    return (block.text.strip() for block in blocks if isinstance(block, Line))
