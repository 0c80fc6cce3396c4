"""The piece table: which bytes of the text stream hold which characters (MS-DOC 2.8.35)."""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_FORMATTING, _TABLE = 1, 2  # kinds of a piece table's parts
_NARROW = 0x40000000  # the piece is stored a byte a character, in cp1252
_ENTRY = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters ``start`` to ``end`` lie at byte ``place``, ``width`` bytes each."""

    start: int
    end: int
    place: int
    width: int

    def byte(self, at: int) -> int:
        """Where a character lies."""
        return self.place + (at - self.start) * self.width


def read_pieces(table: bytes) -> Iterator[Piece]:
    """The pieces in order; none when the table is broken."""
    place = 0
    while place + 5 <= len(table) and table[place] == _FORMATTING:
        place += 3 + struct.unpack_from("<H", table, place + 1)[0]
    if place + 5 > len(table) or table[place] != _TABLE:
        return
    (length,) = struct.unpack_from("<I", table, place + 1)
    plain = table[place + 5 : place + 5 + length]
    bounds, entries = split(plain, _ENTRY)
    for start, end, entry in zip(bounds, bounds[1:], entries, strict=False):
        (packed,) = struct.unpack_from("<I", entry, 2)
        narrow = bool(packed & _NARROW)
        byte = packed & (_NARROW - 1)
        if start < end:
            yield Piece(start, end, byte // 2 if narrow else byte, 1 if narrow else 2)


def split(table: bytes, entry: int) -> tuple[tuple[int, ...], list[bytes]]:
    """The bounds of a table of ranges, and the entry of each range."""
    count = max(0, (len(table) - 4) // (4 + entry))
    if not count:
        return (), []
    bounds = struct.unpack_from(f"<{count + 1}I", table)
    first = 4 * (count + 1)
    entries = [table[at : at + entry] for at in range(first, first + count * entry, entry or 1)]
    return bounds, entries


class Text:
    """All characters of a document, one a UTF-16 unit, so that places agree with the tables."""

    def __init__(self, stream: bytes, pieces: tuple[Piece, ...]) -> None:
        self.pieces = pieces
        self._starts = [piece.start for piece in pieces]
        self.units = "".join(_units(stream, piece) for piece in pieces)

    def byte(self, at: int) -> int:
        """Where in the stream a character lies; -1 when no piece holds it."""
        number = bisect_right(self._starts, at) - 1
        return self.pieces[number].byte(at) if number >= 0 else -1

    def overlapping(self, start: int, end: int) -> Iterator[Piece]:
        """The pieces that hold some of these characters."""
        number = max(0, bisect_right(self._starts, start) - 1)
        while number < len(self.pieces) and self.pieces[number].start < end:
            yield self.pieces[number]
            number += 1


def _units(stream: bytes, piece: Piece) -> str:
    data = stream[piece.place : piece.byte(piece.end)]
    if piece.width == 1:
        text = data.decode("cp1252", "replace")
    else:
        text = "".join(map(chr, struct.unpack(f"<{len(data) // 2}H", data[: len(data) & ~1])))
    return text.ljust(piece.end - piece.start, "\0")


def whole(units: str) -> str:
    """UTF-16 units as characters; half a pair becomes a replacement mark."""
    if units.isascii() or not any("\ud800" <= unit <= "\udfff" for unit in units):
        return units
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
