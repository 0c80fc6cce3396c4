"""Which modifiers apply where: the pages of runs and paragraphs (MS-DOC 2.9.33, 2.9.175)."""

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import pairwise

from desk.intake.ole.pieces import split

_PAGE = 512
_RUN, _PARAGRAPH = 1, 13  # bytes a page spends on the place of each entry
_NUMBER = 0x3FFFFF  # bits that hold a page's number
_MOST_PAGES = 8_000  # of each kind; a page says the looks of some thousand characters


class Ranges:
    """Byte ranges of the text stream with the raw modifiers of each."""

    def __init__(self, stream: bytes, table: bytes, read: Callable[[bytes, int], bytes]) -> None:
        self._entries = sorted(_entries(stream, table, read))
        self._starts = [start for start, _end, _modifiers in self._entries]

    def at(self, byte: int) -> bytes:
        """The modifiers of the character that lies at a byte; empty where nothing is said."""
        number = bisect_right(self._starts, byte) - 1
        if number < 0 or byte >= self._entries[number][1]:
            return b""
        return self._entries[number][2]

    def over(self, start: int, end: int) -> Iterator[tuple[int, int, bytes]]:
        """Cover a range of bytes with parts of one look each."""
        number = max(0, bisect_right(self._starts, start) - 1)
        while start < end:
            while number < len(self._entries) and self._entries[number][1] <= start:
                number += 1
            if number == len(self._entries):
                yield start, end, b""
                return
            first, last, modifiers = self._entries[number]
            stop = min(end, first if first > start else last)
            yield start, stop, b"" if first > start else modifiers
            start = stop


def run_ranges(stream: bytes, table: bytes) -> Ranges:
    """The looks of runs."""
    return Ranges(stream, table, _run)


def paragraph_ranges(stream: bytes, table: bytes) -> Ranges:
    """The style number (two bytes) and the modifiers of paragraphs."""
    return Ranges(stream, table, _paragraph)


def _entries(
    stream: bytes, table: bytes, read: Callable[[bytes, int], bytes]
) -> Iterator[tuple[int, int, bytes]]:
    _bounds, pages = split(table, 4)
    for page_number in dict.fromkeys(pages[:_MOST_PAGES]):
        first = (struct.unpack("<I", page_number)[0] & _NUMBER) * _PAGE
        page = stream[first : first + _PAGE]
        if len(page) == _PAGE:
            yield from _page(page, read)


def _page(page: bytes, read: Callable[[bytes, int], bytes]) -> Iterator[tuple[int, int, bytes]]:
    count, width = page[-1], _RUN if read is _run else _PARAGRAPH
    places = 4 * (count + 1)
    if places + count * width >= _PAGE:
        return
    bounds = struct.unpack_from(f"<{count + 1}I", page)
    for number, (start, end) in enumerate(pairwise(bounds)):
        if start < end:
            yield start, end, read(page, 2 * page[places + number * width])


def _run(page: bytes, place: int) -> bytes:
    return page[place + 1 : place + 1 + page[place]] if place else b""


def _paragraph(page: bytes, place: int) -> bytes:
    """A length of 0 means that the next byte counts words."""
    if not place:
        return b""
    if page[place]:
        return page[place + 1 : place + 2 * page[place]]
    return page[place + 2 : place + 2 + 2 * page[place + 1]] if place + 1 < _PAGE else b""
