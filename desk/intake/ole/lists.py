"""The automatic numbers of a .doc (MS-DOC 2.9.131, 2.9.150)."""

import struct
from collections.abc import Iterator
from contextlib import suppress

from desk.intake.counting import Level, List, Numbering

_STYLES = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
    14: "decimalFullWidth", 18: "decimalEnclosedCircle", 19: "decimalFullWidth",
    22: "decimalZero", 23: "bullet", 26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen",
    28: "decimalEnclosedCircleChinese", 29: "decimalEnclosedCircleChinese",
    30: "ideographTraditional", 34: "ideographLegalTraditional",
    38: "chineseLegalSimplified", 255: "none",
}  # fmt: skip
_CHINESE = frozenset({10, 11, 17, 33, 35, 36, 37, 39})  # 一、二、三 in their kinds
_LIST, _USE, _LEVEL = 28, 16, 28  # bytes of a list, of a use of one, of a level's fixed part
_DEEP = 9  # levels of a list that is not simple
_SIMPLE = 0x01
_MOST = 2_000  # lists
_STARTS = 0x10  # flag of an override: it sets the first number


def read_numbering(stream: bytes, offset: int, uses: bytes) -> Numbering:
    """The lists: their table starts at an offset of the stream, their levels follow it."""
    found: dict[str, dict[int, Level]] = {}
    with suppress(struct.error, IndexError):  # a damaged table keeps the lists before the damage
        found.update(_lists(stream, offset))
    return Numbering(found, dict(_uses(uses)))


def _lists(stream: bytes, offset: int) -> Iterator[tuple[str, dict[int, Level]]]:
    if not offset:
        return
    (count,) = struct.unpack_from("<H", stream, offset)
    first = offset + 2
    place = first + min(count, _MOST) * _LIST
    for number in range(min(count, _MOST)):
        (list_id,) = struct.unpack_from("<i", stream, first + number * _LIST)
        flags = stream[first + number * _LIST + 26]
        levels = {}
        for depth in range(1 if flags & _SIMPLE else _DEEP):
            levels[depth], place = _level(stream, place)
        yield str(list_id), levels


def _level(stream: bytes, place: int) -> tuple[Level, int]:
    """One level, and where the next begins."""
    start, style = struct.unpack_from("<IB", stream, place)
    runs, paragraph = stream[place + 24], stream[place + 25]
    place += _LEVEL + runs + paragraph
    (length,) = struct.unpack_from("<H", stream, place)
    units = struct.unpack_from(f"<{length}H", stream, place + 2)
    pattern = "".join(f"%{unit + 1}" if unit < _DEEP else chr(unit) for unit in units)
    name = "chineseCounting" if style in _CHINESE else _STYLES.get(style, "decimal")
    return Level(name, pattern, start), place + 2 + 2 * length


def _uses(table: bytes) -> Iterator[tuple[str, List]]:
    """The uses, numbered from 1 as paragraphs name them; their overrides follow all of them."""
    if len(table) < 4:  # noqa: PLR2004 - a count
        return
    count = min(struct.unpack_from("<I", table)[0], _MOST)
    place = 4 + count * _USE
    for number in range(count):
        use = table[4 + number * _USE : 4 + (number + 1) * _USE]
        if len(use) < _USE:
            return
        (shared,) = struct.unpack_from("<i", use)
        restarts, place = _restarts(table, place + 4, use[12])
        yield str(number + 1), List(str(shared), restarts)


def _restarts(table: bytes, place: int, count: int) -> tuple[dict[int, int], int]:
    """Where levels start anew; overrides of a level's whole format are left aside."""
    restarts = {}
    for _override in range(count):
        if place + 8 > len(table):
            break
        start, flags = struct.unpack_from("<IB", table, place)
        place += 8
        if flags & 0x20:  # a whole level follows
            try:
                place = _level(table, place)[1]
            except (struct.error, IndexError):
                break
        elif flags & _STARTS:
            restarts[flags & 0xF] = start
    return restarts, place
