"""How wide text is, by the very face it is drawn with, and how it is made to fit."""

from functools import cache

from matplotlib.font_manager import get_font
from matplotlib.ft2font import LoadFlags

from desk.reports.figure_bytes import face
from desk.reports.sheet import MM_PER_POINT
from desk.units import Unit

NAME_MOST = 14  # characters of a unit's name on a chart; the hover text has all of it
_NEVER_FIRST = "，。；：、）”％%"


def ems(text: str) -> float:
    """The width of a text in widths of a Chinese character."""
    return sum(map(_advance, text))


def width(text: str, size_pt: float) -> float:
    """The width of a text in mm."""
    return ems(text) * size_pt * MM_PER_POINT


def elided(text: str, room_mm: float, size_pt: float) -> str:
    """The text, or as much of it as the room holds and an ellipsis."""
    if width(text, size_pt) <= room_mm:
        return text
    while text and width(f"{text}…", size_pt) > room_mm:
        text = text[:-1]
    return f"{text}…"


def wrapped(text: str, room_mm: float, size_pt: float) -> list[str]:
    """Break a text into lines that fit; no mark that closes something begins a line."""
    lines = [""]
    for char in text:
        full = width(lines[-1] + char, size_pt) > room_mm
        if full and char not in _NEVER_FIRST:
            lines.append("")
        lines[-1] += char
    return lines


def label(unit: Unit) -> str:
    """The short name of a unit, cut with an ellipsis where it is longer than 14 characters."""
    name = unit.short or unit.name
    return name if len(name) <= NAME_MOST else f"{name[: NAME_MOST - 1]}…"


@cache
def _advance(char: str) -> float:
    font = get_font(str(face(10).get_file()))
    glyph = font.load_char(ord(char), flags=LoadFlags.NO_SCALE)
    return float(glyph.horiAdvance / font.units_per_EM)
