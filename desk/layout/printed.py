"""All characters of an issue with their faces, in printing order."""

from collections.abc import Iterator

from desk.layout.model import Block, Layout, Piece, Strip, TableBlock, TextBlock


def printed_pieces(layout: Layout) -> Iterator[Piece]:
    """Every piece that the pages show; page numbers apart."""
    for block in (*layout.blocks, *layout.tail):
        yield from pieces_in(block)


def pieces_in(block: Block) -> Iterator[Piece]:
    """Every piece of one block."""
    if isinstance(block, TextBlock):
        yield from block.pieces
    elif isinstance(block, Strip):
        yield from (*block.left, *block.center, *block.right)
    elif isinstance(block, TableBlock):
        for row in block.table:
            for cell in row.cells:
                for line in cell:
                    yield from line.pieces
