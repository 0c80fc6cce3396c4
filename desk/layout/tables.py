"""Set a table: column widths from its texts, rows of whole grid lines."""

import re
from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from desk.body import Table
from desk.layout.fonts import Face, Fonts
from desk.layout.grid import Grid
from desk.layout.model import PADDING, Align, Line, Look, Piece, Row, TableBlock
from desk.layout.setting import clean, set_lines

LINE = 1.15  # from line to line in a cell, in em
_SPARE = 0.5  # in a column, for rounding
_AIR = 2.0  # above and below a cell's lines together
_SIZES = (12.0, 10.5, 9.0, 7.5)  # 小四 first; smaller where texts would break or columns be narrow
_SMALLEST_WHOLE, _SMALLEST_IN_FORMS = 9.0, 10.5  # below, texts rather go on in a second line
_NARROWEST = 3  # Chinese characters that stay side by side
_LEAST_LEFT = 4  # lines of a page beside the tallest row; a taller one goes on in the next


@lru_cache(maxsize=256)
def set_table(table: Table, fonts: Fonts, grid: Grid, shares: tuple[float, ...] = ()) -> TableBlock:
    """Set a table as wide as the text; ``shares`` say how its columns part it, else its texts."""
    texts = [[clean(cell).strip() for cell in row] for row in table.rows]
    count = max(len(row) for row in texts)
    columns = list(zip(*(row + [""] * (count - len(row)) for row in texts), strict=True))
    shared = _shared(shares, grid.width)
    size = _size(columns, fonts, grid.width, shared)
    widths = shared or _column_widths(columns, size, fonts, grid.width)
    header = min(table.header_rows, len(texts) - 1)
    rows: list[Row] = []
    for at, row in enumerate(zip(*columns, strict=True)):
        face = Face.HEI if at < header else Face.FANG
        cells = zip(row, widths, strict=True)
        lines = [_cell(text, face, size, width, fonts) for text, width in cells]
        rows += rows_of(lines, size * LINE, grid)
    return TableBlock(widths, tuple(rows), header, size)


def _size(
    columns: list[tuple[str, ...]], fonts: Fonts, width: float, shared: tuple[float, ...]
) -> float:
    """The largest size in which every text keeps to one line, else no column is too narrow.

    Two lines of 小四 would touch the rules of their row.
    """
    smallest = _SMALLEST_IN_FORMS if shared else _SMALLEST_WHOLE
    for size in _SIZES:
        whole = _whole(columns, size, fonts)
        rooms = zip(whole, shared, strict=True) if shared else [(sum(whole), width)]
        if size >= smallest and all(need <= room for need, room in rooms):
            return size
    least = (size for size in _SIZES[1:] if sum(_least(columns, size, fonts)) <= width)
    return next(least, _SIZES[-1])


def _shared(shares: tuple[float, ...], width: float) -> tuple[float, ...]:
    widths = [round(width * share / sum(shares), 2) for share in shares]
    return (*widths[:-1], round(width - sum(widths[:-1]), 2)) if widths else ()


def _cell(text: str, face: Face, size: float, width: float, fonts: Fonts) -> tuple[Line, ...]:
    look = Look(size=size, tracking=0.0, align=Align.CENTER)
    return set_lines((Piece(text, face),), look, fonts, width - 2 * PADDING) if text else ()


def rows_of(
    cells: Sequence[tuple[Line, ...]], line: float, grid: Grid, air: float = _AIR
) -> list[Row]:
    """One row, or several where the cells hold more lines than a page takes."""
    tallest = grid.lines - _LEAST_LEFT * grid.parts
    most = int((tallest * grid.step - air) / line)
    count = max(1, *(len(cell) for cell in cells))
    parts = [tuple(cell[at : at + most] for cell in cells) for at in range(0, count, most)]
    heights = [max(len(cell) for cell in part) * line + air for part in parts]
    return [
        Row(part, max(1, ceil(round(height / grid.step, 6))))
        for part, height in zip(parts, heights, strict=True)
    ]


def _column_widths(
    columns: list[tuple[str, ...]], size: float, fonts: Fonts, width: float
) -> tuple[float, ...]:
    """Give each column what its texts or words need, and share the rest by what they would like."""
    whole = _whole(columns, size, fonts)
    least = whole if sum(whole) <= width else _least(columns, size, fonts)
    if sum(least) > width:
        return (width / len(columns),) * len(columns)
    return shared_out(least, whole, size, width)


def shared_out(
    least: Sequence[float], whole: Sequence[float], size: float, width: float
) -> tuple[float, ...]:
    """Columns that take the width: what each needs, and of the rest what its texts would like."""
    spare = width - sum(least)
    share = width / len(least)
    wishes = []
    for one_line, need in zip(whole, least, strict=True):
        full = one_line + size
        # a long text must not starve the others: what is beyond an even share counts less
        wish = min(full, share) + max(0.0, full - share) ** 0.75
        wishes.append(max(0.0, wish - need))
    total = sum(wishes)
    widths = [
        round(need + (spare * wish / total if total else spare / len(least)), 2)
        for need, wish in zip(least, wishes, strict=True)
    ]
    widths[-1] = round(width - sum(widths[:-1]), 2)
    return tuple(widths)


def _whole(columns: list[tuple[str, ...]], size: float, fonts: Fonts) -> list[float]:
    """The widths in which every text stands in one line."""
    widest = (max(width_of(text, size, fonts) for text in column) for column in columns)
    return [width + 2 * PADDING + _SPARE for width in widest]


def _least(columns: list[tuple[str, ...]], size: float, fonts: Fonts) -> list[float]:
    """The widths below which numbers would break or Chinese would stand in a file."""
    return [max(_needed(text, size, fonts) for text in column) + 2 * PADDING for column in columns]


def _needed(text: str, size: float, fonts: Fonts) -> float:
    words = [word for word in re.findall(r"[!-~]+", text) if len(word) <= 2 * _NARROWEST + 2]
    chinese = min(width_of(text, size, fonts), _NARROWEST * size)
    return max(chinese, *(width_of(word, size, fonts) for word in words), 0.0) + _SPARE


def width_of(text: str, size: float, fonts: Fonts) -> float:
    """The width of a cell's text, whether it heads a column or not."""
    return _ems(text, fonts) * size


@lru_cache(maxsize=20_000)  # a table's texts are tried in one size after another
def _ems(text: str, fonts: Fonts) -> float:
    return sum(max(fonts.advance(face, char) for face in (Face.FANG, Face.HEI)) for char in text)
