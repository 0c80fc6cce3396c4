"""Column widths of a statistics table: the largest size in which it fits the page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from desk.layout.fonts import Fonts
from desk.layout.tables import shared_out, width_of
from desk.stat_table import Head, StatTable

SPARE = 0.5  # in a column, for rounding
_WORD = re.compile(r"[!-~]+")
_HEAD_WORD = re.compile(r"（[^（）]{1,2}）|[!-~]+")  # no bracket of a head stands alone on a line
_PAIR = 2  # characters of a head that stay side by side
_LONGEST_NAME = 20  # Chinese characters that may ask for one line
_SHORT = 8  # characters: a date, an issue's number, a state
# Size, lines of a name, lines of a head: the earlier the better, and none smaller than 7.5.
TRIES = (
    (12.0, 1, 2),
    (10.5, 1, 2),
    (10.5, 2, 3),
    (9.0, 1, 3),
    (9.0, 2, 4),
    (8.0, 2, 4),
    (7.5, 2, 4),
    (7.5, 3, 8),
)
SPLIT_TRY = 4  # how a table is set that must part: there is room again


@dataclass(frozen=True, slots=True)
class Fit:
    """A table's size, the padding of its cells, and its columns' widths."""

    size: float
    padding: float
    widths: tuple[float, ...]


def padding_of(size: float) -> float:
    """What stands on both sides of a cell's text: less where many columns need their room."""
    return 4.0 if size > 11 else 3.0 if size > 9 else 2.0  # noqa: PLR2004 - sizes of TRIES


def fit(table: StatTable, fonts: Fonts, room: float, first: int = 0) -> tuple[int, Fit] | None:
    """The first of TRIES that fits, from ``first`` on, and its columns; None where none does."""
    for at in range(first, len(TRIES)):
        least = least_widths(table, at, fonts)
        if sum(least) <= room:
            size = TRIES[at][0]
            whole = _needs(table, (size, 1, 1), fonts)
            least = _completed(least, _short_texts(table, size, fonts), room)
            named = [
                one if head.left else 0.0 for head, one in zip(table.columns, whole, strict=True)
            ]
            least = _lengthened(least, named, room)
            widths = shared_out(least, whole, size, room)
            return at, Fit(size, padding_of(size), widths)
    return None


def _lengthened(least: list[float], wanted: Sequence[float], room: float) -> list[float]:
    """Give what is free to the columns that want more than they have, before the others."""
    lacks = [max(0.0, full - need) for full, need in zip(wanted, least, strict=True)]
    share = min(1.0, (room - sum(least)) / sum(lacks)) if any(lacks) else 0.0
    return [need + lack * share for need, lack in zip(least, lacks, strict=True)]


def _completed(least: list[float], wanted: Sequence[float], room: float) -> list[float]:
    """Give columns all they want, one after the other while there is room, the modest first."""
    widths = list(least)
    lacks = sorted(
        (full - need, at) for at, (full, need) in enumerate(zip(wanted, least, strict=True))
    )
    for lack, at in lacks:
        if 0 < lack <= room - sum(widths):
            widths[at] += lack
    return widths


def _short_texts(table: StatTable, size: float, fonts: Fonts) -> list[float]:
    """What columns of short texts need in one line; 0 for the others.

    A date broken in two is hard to read, and takes a line from every row of its table.
    """
    return [
        max((_text_width(one, size, 1, fonts) for one in column), default=0.0)
        if all(len(one) <= _SHORT for one in column)
        else 0.0
        for column in zip(*table.texts, strict=True)
    ] or [0.0] * len(table.columns)


def least_widths(table: StatTable, at: int, fonts: Fonts) -> list[float]:
    """The least widths of a table's columns in one of TRIES."""
    size, _, lines = TRIES[at]
    widths = _needs(table, TRIES[at], fonts)
    for cell in table.head_cells:
        if cell.across == 1:
            continue
        own = slice(cell.column, cell.column + cell.across)
        lacking = head_width(cell.text, size, lines, fonts) - sum(widths[own])
        if lacking > 0:
            widths[own] = [width + lacking / cell.across for width in widths[own]]
    return widths


def _needs(table: StatTable, one: tuple[float, int, int], fonts: Fonts) -> list[float]:
    """What each column's own texts need, without the heads above several."""
    size, names, lines = one
    texts = table.texts
    return [
        max(
            head_width(head.text, size, lines, fonts),
            *(_text_width(row[at], size, names, fonts) for row in texts),
            0.0,
        )
        for at, head in enumerate(table.columns)
    ]


def head_width(text: str, size: float, lines: int, fonts: Fonts) -> float:
    """The width in which a head takes no more than so many lines."""
    words = (width_of(word, size, fonts) for word in _HEAD_WORD.findall(text))
    whole = width_of(text, size, fonts)
    each = max(ceil(round(whole / lines / size, 6)) * size, min(whole, _PAIR * size))
    return max(each, *words, 0.0) + 2 * padding_of(size) + SPARE


def _text_width(text: str, size: float, lines: int, fonts: Fonts) -> float:
    """The width in which a text takes about so many lines; a number stays in one."""
    whole = width_of(text, size, fonts)
    words = (width_of(word, size, fonts) for word in _WORD.findall(text))
    if not text.isascii():
        most = _LONGEST_NAME * size / lines
        whole = max(min(ceil(round(whole / lines / size, 6)) * size, most), *words, 0.0)
    return whole + 2 * padding_of(size) + SPARE


def name_columns(columns: Sequence[Head]) -> int:
    """How many columns at the left say whose row it is: those up to the first of text."""
    return next((at for at, head in enumerate(columns, 1) if head.left), 1)
