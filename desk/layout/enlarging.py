"""Make blocks of large print: composed as 三号 on a small page, printed on the whole paper."""

from dataclasses import replace

from desk.layout.grid import Grid
from desk.layout.model import Block, Layout, Line, Look, PictureBlock, Row, Strip, TextBlock


def enlarged(layout: Layout, grid: Grid) -> Layout:
    """The layout with all its lengths in points of the paper."""
    if grid.scale == 1:
        return layout
    blocks = tuple(_block(block, grid.scale) for block in layout.blocks)
    tail = tuple(_flowing(block, grid.scale) for block in layout.tail)
    return Layout(blocks, tail)


def _block(block: Block, scale: float) -> Block:
    if isinstance(block, TextBlock | Strip):
        return _flowing(block, scale)
    if isinstance(block, PictureBlock):
        return replace(block, width=block.width * scale, height=block.height * scale)
    rows = tuple(
        Row(tuple(_lines(cell, scale) for cell in row.cells), row.rows) for row in block.table
    )
    widths = tuple(width * scale for width in block.widths)
    size, padding = block.size * scale, block.padding * scale
    return replace(block, widths=widths, table=rows, size=size, padding=padding)


def _flowing(block: TextBlock | Strip, scale: float) -> TextBlock | Strip:
    if isinstance(block, Strip):
        return replace(block, look=_look(block.look, scale))
    return replace(block, look=_look(block.look, scale), lines=_lines(block.lines, scale))


def _look(look: Look, scale: float) -> Look:
    return replace(
        look,
        size=look.size * scale,
        tracking=look.tracking * scale,
        first=look.first * scale,
        hang=look.hang * scale,
        left=look.left * scale,
        right=look.right * scale,
    )


def _lines(lines: tuple[Line, ...], scale: float) -> tuple[Line, ...]:
    return tuple(
        replace(line, width=line.width * scale, indent=line.indent * scale) for line in lines
    )
