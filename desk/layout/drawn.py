"""Set a drawing of a document, its caption below it."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from math import ceil

from desk.layout.document_parts import Drawing
from desk.layout.fonts import Face, Fonts
from desk.layout.grid import MM, Grid
from desk.layout.model import Align, Block, Look, PictureBlock, Piece
from desk.layout.quarters import quartered
from desk.layout.setting import clean, text_block

_CAPTION = Look(size=14.0, tracking=0.0, align=Align.CENTER)
_AIR = 2  # grid lines above and below a picture together
_LEFT_FREE = 3  # lines of the body: for a heading above it, and its caption


def drawing_blocks(drawing: Drawing, fonts: Fonts, grid: Grid) -> Iterator[Block]:
    """The picture in its width, or as large as the page lets it be, and its caption."""
    wide, high = _pixels(drawing.png)
    most = (grid.lines - _LEFT_FREE * grid.parts) * grid.pitch
    width = min(drawing.width_mm * MM, grid.wide)
    width = min(width, most * wide / high)
    height = width * high / wide
    caption = clean(drawing.caption).strip()
    rows = ceil(round(height / grid.pitch, 6)) + _AIR
    yield PictureBlock(drawing.digest, round(width, 2), round(height, 2), rows, keep=bool(caption))
    if caption:
        block = text_block((Piece(caption, Face.KAI),), _CAPTION, fonts, grid)
        yield replace(quartered(block, grid), forced=True)


def _pixels(png: bytes) -> tuple[int, int]:
    from PIL import Image  # noqa: PLC0415 - heavy, loaded on use

    with Image.open(BytesIO(png)) as image:
        return max(1, image.width), max(1, image.height)
