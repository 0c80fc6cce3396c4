"""A Word 97–2003 document put together: its characters and what is said of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from desk.errors import NotReadableError
from desk.intake.counting import Numbering
from desk.intake.looks import Look
from desk.intake.ole.container import Compound
from desk.intake.ole.drawings import Shape, floating
from desk.intake.ole.formatting import paragraph_ranges, run_ranges
from desk.intake.ole.header import Header, Story, Table
from desk.intake.ole.lists import read_numbering
from desk.intake.ole.pieces import Text, read_pieces, split
from desk.intake.ole.sprms import Found, Sprm, number, paragraph_look, run_look, sprms
from desk.intake.ole.stylesheet import Stylesheet

_LARGEST = 2_000_000  # characters, as many as a plain text may have
_MOST_PARAGRAPHS = 100_000  # table cells among them
_MOST_PARTS = 2_000


class BrokenError(Exception):
    """The tables do not agree with the text; another program may still read the file."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a paragraph's end says of it."""

    look: Look
    found: Found

    def has(self, code: Sprm) -> bool:
        """Whether a modifier is set."""
        return bool(number(self.found, code))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of one look, some of which revision marks or fields may concern."""

    start: int
    end: int
    found: Found
    look: Look


class WordDocument:
    """The stories of a document with the looks of their paragraphs and runs."""

    def __init__(self, file: Compound, header: Header, name: str) -> None:
        stream = file.read("WordDocument")
        table = file.read(header.table_stream)
        pieces = tuple(read_pieces(header.table(table, Table.PIECES)))
        _check(header, [(piece.start, piece.end) for piece in pieces], name)
        self.header = header
        self.data = file.read("Data")
        self._stream = stream
        self._table = table
        self._text = Text(stream, pieces)
        if sum(map(self._text.units.count, "\r\x07\x0c")) > _MOST_PARAGRAPHS:
            raise NotReadableError(
                f"“{name}”里的段落超过 {_MOST_PARAGRAPHS // 10_000} 万个，不像是一篇稿件。"
                "请核对后再导入。"
            )
        self._runs = run_ranges(stream, header.table(table, Table.RUNS))
        self._paragraphs = paragraph_ranges(stream, header.table(table, Table.PARAGRAPHS))
        self._styles = Stylesheet(header.table(table, Table.STYLES))
        self._sprms = lru_cache(4_096)(sprms)

    @property
    def units(self) -> str:
        """All characters, one a UTF-16 unit."""
        return self._text.units

    def numbering(self) -> Numbering:
        """The automatic numbers, not yet counted."""
        offset = self.header.places[Table.LISTS][0] if len(self.header.places) > Table.LISTS else 0
        return read_numbering(self._table, offset, self.table(Table.LIST_USES))

    def floating(self) -> dict[int, Shape]:
        """What hangs beside the text, by the places of the anchors."""
        anchors, drawings = self.table(Table.ANCHORS), self.table(Table.DRAWINGS)
        return floating(anchors, drawings, self._stream)

    def table(self, table: Table) -> bytes:
        """The bytes of a table."""
        return self.header.table(self._table, table)

    def span(self, story: Story) -> range:
        """The places of a story's characters."""
        start, end = self.header.span(story)
        return range(min(start, len(self.units)), min(end, len(self.units)))

    def parts(self, story: Story, table: Table, entry: int = 0) -> list[range]:
        """The places of a story's parts, such as one footnote each; ``entry`` bytes on each."""
        whole = self.span(story)
        bounds, _entries = split(self.table(table), entry)
        limits = [min(whole.start + bound, whole.stop) for bound in bounds[:_MOST_PARTS]]
        return [range(start, max(start, end)) for start, end in pairwise(limits)]

    def mark(self, end: int) -> Mark:
        """What the character that ends a paragraph says of it."""
        raw = self._paragraphs.at(self._text.byte(end))
        found = self._sprms(raw[2:])
        style = self._styles.look(int.from_bytes(raw[:2], "little"))
        return Mark(paragraph_look(found).over(style), found)

    def stretches(self, start: int, end: int, paragraph: Look) -> Iterator[Stretch]:
        """The characters of a paragraph in stretches of one look each."""
        for piece in self._text.overlapping(start, end):
            first, last = max(start, piece.start), min(end, piece.end)
            for low, high, raw in self._runs.over(piece.byte(first), piece.byte(last)):
                found = self._sprms(raw)
                base = self._base(found, paragraph)
                yield Stretch(
                    piece.start + (low - piece.place) // piece.width,
                    piece.start + (high - piece.place) // piece.width,
                    found,
                    run_look(found, base).over(base),
                )

    def _base(self, found: Found, paragraph: Look) -> Look:
        style = number(found, Sprm.RUN_STYLE)
        return paragraph if style is None else self._styles.look(style).over(paragraph)


def _check(header: Header, bounds: list[tuple[int, int]], name: str) -> None:
    """Refuse a text too long, and one whose pieces do not follow each other from the start."""
    end = bounds[-1][1] if bounds else 0
    if end > _LARGEST:
        raise NotReadableError(
            f"“{name}”里的文字超过 {_LARGEST // 10_000} 万个，不像是一篇稿件。请核对后再导入。"
        )
    starts = [0, *(piece_end for _start, piece_end in bounds)]
    if any(start != before for (start, _end), before in zip(bounds, starts, strict=False)):
        raise BrokenError
    if not bounds or end < sum(header.span(Story.MAIN)[1:]):
        raise BrokenError
