"""Turn the cells of a table into a grid, or into the blocks it only arranges."""

from dataclasses import dataclass

from desk.errors import NotReadableError
from desk.intake.document import Block, Cell, Grid, Image, Line

_MOST_CELLS = 500_000
_LABEL_LENGTH = 40  # longer texts beside pictures are content, not captions


@dataclass(frozen=True, slots=True)
class Cells:
    """A cell with what stands in it, and how many columns it covers."""

    blocks: tuple[Block, ...]
    span: int = 1


def as_blocks(rows: list[list[Cells]]) -> list[Block]:
    """A table as a grid followed by its pictures; a mere frame as what it frames."""
    if not any(cell.blocks for row in rows for cell in row):
        return []
    if _is_frame(rows):
        return [block for row in rows for cell in row for block in cell.blocks]
    images = [
        block for row in rows for cell in row for block in cell.blocks if isinstance(block, Image)
    ]
    return [_grid(rows), *images]


def _is_frame(rows: list[list[Cells]]) -> bool:
    """Whether a table has one column, or only sets pictures above their captions."""
    filled = [[cell for cell in row if cell.blocks] for row in rows]
    if all(len(row) <= 1 for row in filled) and all(len(row) <= 2 for row in rows):  # noqa: PLR2004 - with the indent
        return True
    blocks = [block for row in filled for cell in row for block in cell.blocks]
    has_image = any(isinstance(block, Image) for block in blocks)
    lines = [block for block in blocks if isinstance(block, Line)]
    return (
        has_image
        and all(len(line.text) <= _LABEL_LENGTH for line in lines)
        and len(lines) <= len(blocks) * 2 // 3
    )


def _grid(rows: list[list[Cells]]) -> Grid:
    """Rows of equal length; what a merged cell covers is empty."""
    spread = [_spread(row) for row in rows]
    width = max(len(row) for row in spread)
    if width * len(spread) > _MOST_CELLS:
        raise NotReadableError("里面的表格大得不正常，可能是有害文件")
    filled = [row + [()] * (width - len(row)) for row in spread]
    return Grid(tuple(tuple(row) for row in filled if any(row)))


def _spread(row: list[Cells]) -> list[Cell]:
    cells: list[Cell] = []
    for cell in row:
        cells += [_lines(cell.blocks), *[()] * (cell.span - 1)] if cell.span else []
    return cells


def _lines(blocks: tuple[Block, ...]) -> Cell:
    """The lines of a cell, a table inside it flattened row by row."""
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Line):
            lines.append(block)
        elif isinstance(block, Grid):
            lines += [line for row in block.rows for inner in row for line in inner]
    return tuple(lines)
