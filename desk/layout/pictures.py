"""Pictures on the page: their place on the grid, and bytes that PDF/A and Word both take."""

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from desk.body import Picture, Size
from desk.layout.grid import GRIDS, Grid
from desk.layout.model import PictureBlock

if TYPE_CHECKING:
    from PIL import Image

# Its share of the text's width, and the most grid lines it takes; a photo of 4:3 reaches the width.
_CLASSES = {Size.WIDE: (1.0, 12), Size.HALF: (1 / 2, 8), Size.SMALL: (1 / 3, 6)}
_FILL = 0.95  # of its rows, so that the lines around it don't touch
_DPI = 300
_LARGEST = 1.0  # points a pixel: small pictures stay small


def place_picture(picture: Picture, grid: Grid, *, keep: bool) -> PictureBlock:
    """Scale a picture to the width or the lines of its size class, whichever is smaller."""
    share, lines = _CLASSES[picture.size]
    high = lines * grid.lines // GRIDS["full"].lines * grid.step * _FILL
    wide = grid.width * share
    largest = _LARGEST / grid.scale
    scale = min(wide / max(1, picture.width), high / max(1, picture.height), largest)
    width, height = picture.width * scale, picture.height * scale
    rows = max(1, -(-int(height / _FILL * 1000) // int(grid.step * 1000)))
    return PictureBlock(picture.digest, round(width, 2), round(height, 2), rows, keep=keep)


@lru_cache(maxsize=64)
def printable(data: bytes, width: float) -> tuple[str, bytes] | None:
    """A suffix and bytes fit to print ``width`` points wide, or None where it is no picture."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - heavy, loaded on use

    try:
        with Image.open(BytesIO(data)) as image:
            wanted = max(1, int(width / 72 * _DPI))
            fits = image.width <= wanted * 1.5
            if image.format in ("PNG", "JPEG") and image.mode in ("L", "RGB") and fits:
                image.load()
                return image.format.lower(), data
            picture = _flat(image)
            if not fits:
                size = (wanted, max(1, round(image.height * wanted / image.width)))
                picture = picture.resize(size, Image.Resampling.LANCZOS)
            out = BytesIO()
            picture.save(out, "PNG")
            return "png", out.getvalue()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return None


def _flat(image: "Image.Image") -> "Image.Image":
    """The picture as RGB on white paper."""
    from PIL import Image  # noqa: PLC0415 - heavy, loaded on use

    full = image.convert("RGBA")
    paper = Image.new("RGBA", full.size, "white")
    return Image.alpha_composite(paper, full).convert("RGB")
