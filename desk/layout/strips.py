"""Fit the one-line parts of 报头 and 报尾 between the text's edges."""

from dataclasses import replace
from math import ceil

from desk.layout.fonts import Fonts
from desk.layout.grid import GRIDS, Grid
from desk.layout.model import Strip
from desk.layout.setting import text_of, widths_of

_GAP = 1.0  # between two texts, in characters of the line


def fitted(strip: Strip, fonts: Fonts, grid: Grid) -> Strip:
    """The strip in the largest characters, up to its own, in which nothing sticks out."""
    look = strip.look
    left, center, right = (
        sum(widths_of(pieces, look, fonts)) - look.tracking if text_of(pieces) else 0.0
        for pieces in (strip.left, strip.center, strip.right)
    )
    sides = [side for side in (left, right) if side]
    need = center + 2 * max(sides) if center and sides else center + sum(sides)
    need += _GAP * look.size * (2 if center and sides else len(sides) - 1 if sides else 0)
    need += look.left + look.right
    rows = _rows(look.rows, grid)
    share = min(1.0, grid.width / need if need else 1.0, rows * grid.step / look.size)
    if share == 1.0 and rows == look.rows:
        return strip
    size = int(look.size * share * 2) / 2  # Word knows half points
    share = size / look.size
    return replace(
        strip,
        look=replace(
            look,
            size=size,
            tracking=look.tracking * share,
            left=look.left * share,
            right=look.right * share,
            rows=rows,
        ),
    )


def _rows(rows: int, grid: Grid) -> int:
    """Large lines are higher: fewer of them take the same part of the page."""
    if grid.scale == 1:
        return rows
    return ceil(rows * GRIDS["full"].pitch / grid.pitch)
