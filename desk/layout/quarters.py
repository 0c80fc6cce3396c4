"""Blocks that were set in lines of the body, on a grid of quarters of a line."""

from dataclasses import replace
from typing import TypeVar

from desk.layout.grid import Grid
from desk.layout.model import Line, Look, Strip, TextBlock

Flowing = TypeVar("Flowing", TextBlock, Strip)


def quartered(block: Flowing, grid: Grid) -> Flowing:
    """The block with its lines and blanks counted in the grid's own lines."""
    look = replace(block.look, rows=block.look.rows * grid.parts)
    before, after = block.before * grid.parts, block.after * grid.parts
    return replace(block, look=look, before=before, after=after)


def blank(rows: int) -> TextBlock:
    """An empty paragraph of that many grid lines."""
    return TextBlock((), Look(rows=rows), (Line((), 0.0, 0.0, last=True),))
