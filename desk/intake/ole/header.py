"""The file information block: how long each story is and where the tables lie (MS-DOC 2.5)."""

import struct
from dataclasses import dataclass
from enum import IntEnum

_WORD_97 = 0xA5EC
_EARLIEST = 0x00C0  # nFib of Word 8; Word 6 and 95 write 101 to 104
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_COUNTS, _TABLES = 76, 154  # offsets of the story lengths and of the table places
_STORIES = 8


class Table(IntEnum):
    """Places of tables in the table stream, by their number in the block."""

    STYLES = 1
    FOOTNOTES = 3
    COMMENTS = 5
    HEADERS = 11
    RUNS = 12
    PARAGRAPHS = 13
    PIECES = 33
    ANCHORS = 40
    DRAWINGS = 50
    BOXES = 56
    COMMENTERS = 36
    COMMENT_PLACES = 4
    ENDNOTES = 47
    LISTS = 73
    LIST_USES = 74


class Story(IntEnum):
    """The texts of a document in the order in which they follow each other."""

    MAIN = 0
    FOOTNOTES = 1
    HEADERS = 2
    MACROS = 3
    COMMENTS = 4
    ENDNOTES = 5
    BOXES = 6
    HEADER_BOXES = 7


@dataclass(frozen=True, slots=True)
class Header:
    """What the block says; ``lengths`` in UTF-16 units by story."""

    is_encrypted: bool
    table_stream: str
    lengths: tuple[int, ...]
    places: tuple[tuple[int, int], ...]  # offset and length by Table number

    def span(self, story: Story) -> tuple[int, int]:
        """Where a story begins and ends, counted over all stories."""
        start = sum(self.lengths[:story])
        return start, start + self.lengths[story]

    def table(self, stream: bytes, table: Table) -> bytes:
        """A table's bytes; empty when the document has none."""
        offset, length = self.places[table] if table < len(self.places) else (0, 0)
        return stream[offset : offset + length]


def read_header(stream: bytes) -> Header | None:
    """Read the start of the text stream; None when it is older than Word 97."""
    try:
        kind, version = struct.unpack_from("<HH", stream)
        (flags,) = struct.unpack_from("<H", stream, 10)
        lengths = struct.unpack_from(f"<{_STORIES}i", stream, _COUNTS)
        (count,) = struct.unpack_from("<H", stream, _TABLES - 2)
        numbers = struct.unpack_from(f"<{2 * min(count, 200)}I", stream, _TABLES)
    except struct.error:
        return None
    if kind != _WORD_97 or version < _EARLIEST:
        return None
    return Header(
        is_encrypted=bool(flags & _ENCRYPTED),
        table_stream="1Table" if flags & _SECOND_TABLE else "0Table",
        lengths=tuple(max(0, length) for length in lengths),
        places=tuple(zip(numbers[::2], numbers[1::2], strict=True)),
    )
