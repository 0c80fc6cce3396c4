"""The pictures of a document, measured by their first bytes without decoding them."""

import struct
from collections.abc import Callable
from hashlib import sha256

from desk.intake.document import Image

MAX_PIXELS = 40_000_000
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # JPEG markers that hold a size


class Album:
    """The pictures taken from a document so far; ``skipped`` counts those that cannot be kept."""

    def __init__(self) -> None:
        self.pictures: dict[str, bytes] = {}
        self.skipped = 0

    def take(self, data: bytes) -> Image | None:
        """Keep a picture by its digest; None for an unknown kind or one of too many pixels."""
        measured = size(data)
        if measured is None or not 0 < measured[0] * measured[1] <= MAX_PIXELS:
            self.skipped += 1
            return None
        digest = sha256(data).hexdigest()
        self.pictures[digest] = data
        return Image(digest, *measured)

    def notes(self) -> tuple[str, ...]:
        """Say how many were left out."""
        if not self.skipped:
            return ()
        return (f"有 {self.skipped} 张图片的格式或尺寸不能用，没有读入，请从原稿另取。",)


def size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, JPEG, GIF or BMP; None for anything else."""
    reader = next((read for mark, read in _READERS if data.startswith(mark)), None)
    try:
        return reader(data) if reader else None
    except (struct.error, IndexError):
        return None


def _png(data: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _gif(data: bytes) -> tuple[int, int]:
    width, height = struct.unpack("<HH", data[6:10])
    return width, height


def _bmp(data: bytes) -> tuple[int, int]:
    width, height = struct.unpack("<ii", data[18:26])
    return abs(width), abs(height)


def _jpeg(data: bytes) -> tuple[int, int] | None:
    place = 2
    while data[place] == 0xFF:  # noqa: PLR2004 - every JPEG marker starts so
        marker, length = data[place + 1], struct.unpack(">H", data[place + 2 : place + 4])[0]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return width, height
        place += 2 + length
    return None


_READERS: tuple[tuple[bytes, Callable[[bytes], tuple[int, int] | None]], ...] = (
    (b"\x89PNG", _png),
    (b"\xff\xd8", _jpeg),
    (b"GIF8", _gif),
    (b"BM", _bmp),
)
