"""How wide text is, by the very face it is drawn with, and how it is made to fit."""

import re
from functools import cache

from matplotlib.font_manager import get_font
from matplotlib.ft2font import LoadFlags

from desk.reports.figure_bytes import face
from desk.reports.sheet import MM_PER_POINT
from desk.units import Unit

NAME_MOST = 14  # characters of a unit's name on a chart; the hover text has all of it
_HAIR = 0.05  # mm, what sums of widths may be off
_PIECES = re.compile(
    r"[（“《]*(?:第?\d[\d.,]*[%％]?[条个次分位名年月日家篇件]?|[A-Za-z]+|.)[，。；：、）”》％%]*"
)


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
    """Break a text into lines that fit; numbers and the marks after them stay in one piece."""
    lines = [""]
    for piece in _PIECES.findall(text):
        if lines[-1] and width(lines[-1] + piece, size_pt) > room_mm + _HAIR:
            lines.append("")
        lines[-1] += piece
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
