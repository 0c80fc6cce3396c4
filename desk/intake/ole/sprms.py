"""Single property modifiers: what a .doc says of a paragraph or a run (MS-DOC 2.6)."""

import struct
from collections.abc import Iterator
from enum import IntEnum

from desk.intake.document import Align
from desk.intake.looks import Look, is_red

_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)  # operand bytes by the top three bits; 0 varies
_TABLE_DEFINITION, _TABS = 0xD608, 0xC615  # their length is not in the next byte
_ALIGNS = {1: Align.CENTRE, 2: Align.RIGHT}
_AS_STYLE, _NOT_AS_STYLE = 0x80, 0x81
_RED_INDEX = 6
_BODY_LEVEL = 9


class Sprm(IntEnum):
    """The few modifiers that the desk looks at, by code."""

    DELETED = 0x0800
    INSERTED = 0x0801
    BOLD = 0x0835
    HIDDEN = 0x083C
    SIZE = 0x4A43
    RUN_STYLE = 0x4A30
    COLOUR_INDEX = 0x2A42
    COLOUR = 0x6870
    PICTURE = 0x6A03
    SYMBOL = 0x6A09
    ALIGN_OLD = 0x2403
    ALIGN = 0x2461
    OUTLINE = 0x2640
    LIST = 0x460B
    LIST_LEVEL = 0x260A
    IN_TABLE = 0x2416
    ROW_END = 0x2417
    DEPTH = 0x6649
    ROW = _TABLE_DEFINITION


Found = dict[int, bytes]  # operand by code; the last one of a code counts


def sprms(data: bytes) -> Found:
    """The modifiers of a list that breaks off where it is damaged."""
    return dict(_each(data))


def _each(data: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + 2 <= len(data):
        code = data[place] | data[place + 1] << 8
        place += 2
        size = _SIZES[code >> 13]
        if code == _TABLE_DEFINITION and place + 2 <= len(data):
            size = (data[place] | data[place + 1] << 8) - 1
            place += 2
        elif not size and place < len(data):
            size = data[place]
            place += 1
            if code == _TABS and size == 0xFF:  # noqa: PLR2004 - longer than a byte can say
                return
        if size < 0:
            return
        yield code, data[place : place + size]
        place += size


def number(found: Found, code: Sprm) -> int | None:
    """An operand as an unsigned number; None when it is not there or cut short."""
    operand = found.get(code)
    return int.from_bytes(operand, "little") if operand else None


def paragraph_look(found: Found) -> Look:
    """What a paragraph's modifiers say of its looks."""
    align = number(found, Sprm.ALIGN)
    align = number(found, Sprm.ALIGN_OLD) if align is None else align
    level = number(found, Sprm.OUTLINE)
    listing = number(found, Sprm.LIST)
    return Look(
        align=None if align is None else _ALIGNS.get(align, Align.LEFT),
        outline=None if level is None else (level + 1 if level < _BODY_LEVEL else 0),
        list_id=None if listing is None else str(listing),
        list_level=number(found, Sprm.LIST_LEVEL),
    )


def run_look(found: Found, base: Look) -> Look:
    """What a run's modifiers say; toggles refer to the look of the styles below."""
    size = number(found, Sprm.SIZE)
    return Look(
        bold=_toggled(number(found, Sprm.BOLD), base=bool(base.bold)),
        size=None if size is None else size / 2,
        hidden=_toggled(number(found, Sprm.HIDDEN), base=bool(base.hidden)),
        red=_is_red(found),
    )


def _toggled(value: int | None, *, base: bool) -> bool | None:
    if value == _AS_STYLE:
        return base
    if value == _NOT_AS_STYLE:
        return not base
    return None if value is None else bool(value)


def _is_red(found: Found) -> bool | None:
    """Whether the colour is the red of a red head."""
    colour = found.get(Sprm.COLOUR, b"")
    if len(colour) == 4:  # noqa: PLR2004 - red, green, blue, automatic
        red, green, blue, automatic = colour
        return not automatic and is_red(red, green, blue)
    index = number(found, Sprm.COLOUR_INDEX)
    return None if index is None else index == _RED_INDEX


def cell_edges(found: Found) -> tuple[int, ...]:
    """The left edges of a row's cells and the right edge of the last, in twentieths of a point."""
    row = found.get(Sprm.ROW, b"")
    try:
        return struct.unpack_from(f"<{row[0] + 1}h", row, 1)
    except (struct.error, IndexError):
        return ()
