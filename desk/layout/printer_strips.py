"""A page for the printer, in strips of its inked parts: a whole one would be too large to hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

from desk.layout.pdfium import PDFIUM, Bitmap, PdfPage

_SKETCH_DPI = 36  # enough to see where ink and colour are
_BAND = 18  # rows of the sketch in a strip: half an inch
_WHITE = 255


@dataclass(frozen=True, slots=True)
class Strip:
    """A part of a page; a pixel is one byte of grey, or blue, green, red and one unused."""

    left: int  # its place on the page, in pixels
    top: int
    width: int
    height: int
    stride: int  # bytes from row to row
    pixels: bytes
    is_grey: bool


@dataclass(frozen=True, slots=True)
class _Sketch:
    """A page drawn small, to know what must be drawn large."""

    width: int
    height: int
    stride: int
    pixels: bytes

    def ink(self, first: int, last: int) -> tuple[int, int, int, int] | None:
        """Left, top, right and bottom of what is not white in the rows ``[first, last)``."""
        used = self.width * 4
        rows = [
            (at, self.pixels[at * self.stride : at * self.stride + used])
            for at in range(first, last)
        ]
        inked = [(at, row) for at, row in rows if row.count(_WHITE) < used]
        if not inked:
            return None
        columns = [at for at in range(self.width) if any(_dark(row, at) for _, row in inked)]
        return columns[0], inked[0][0], columns[-1] + 1, inked[-1][0] + 1

    def has_colour(self, first: int, last: int) -> bool:
        """Whether anything in the rows is not grey."""
        rows = self.pixels[first * self.stride : last * self.stride]
        return not rows[0::4] == rows[1::4] == rows[2::4]


def _dark(row: bytes, at: int) -> bool:
    return row[4 * at : 4 * at + 3] != b"\xff\xff\xff"


def page_strips(pdf: bytes, number: int, dpi: int, *, grey: bool = False) -> Iterator[Strip]:
    """Draw the inked parts of one page, counted from 0, from top to bottom.

    Where there is no colour a strip is grey, with ``grey`` all of them are.
    """
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - no types; heavy

    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        page = document[number]
        sketch = _sketch(page)
    try:
        for first in range(0, sketch.height, _BAND):
            last = min(first + _BAND, sketch.height)
            box = sketch.ink(first, last)
            if box:
                is_grey = grey or not sketch.has_colour(first, last)
                with PDFIUM:
                    strip = _strip(page, box, dpi, is_grey=is_grey)
                yield strip
    finally:
        with PDFIUM:
            page.close()
            document.close()


def _sketch(page: PdfPage) -> _Sketch:
    width, height = (ceil(side * _SKETCH_DPI / 72) for side in page.get_size())
    whole = (0, 0, width, height)
    bitmap = _drawn(page, (width, height), whole, is_grey=False)
    return _Sketch(width, height, bitmap.stride, bytes(bitmap.buffer))


def _strip(page: PdfPage, box: tuple[int, int, int, int], dpi: int, *, is_grey: bool) -> Strip:
    """Draw what the sketch shows in a box, and around it: it may be off by one of its pixels.

    So strips overlap, and no hair line shows between them.
    """
    width, height = (round(side * dpi / 72) for side in page.get_size())
    scale = dpi / _SKETCH_DPI
    left, top = (max(0, floor((edge - 1) * scale)) for edge in box[:2])
    right, bottom = (ceil((edge + 1) * scale) for edge in box[2:])
    right, bottom = min(width, right), min(height, bottom)
    bitmap = _drawn(page, (width, height), (left, top, right, bottom), is_grey=is_grey)
    pixels = bytes(bitmap.buffer)
    return Strip(left, top, right - left, bottom - top, bitmap.stride, pixels, is_grey)


def _drawn(
    page: PdfPage, size: tuple[int, int], box: tuple[int, int, int, int], *, is_grey: bool
) -> Bitmap:
    """A part of a page that is ``size`` pixels large."""
    import pypdfium2  # noqa: PLC0415 - heavy, loaded on use
    from pypdfium2 import raw  # noqa: PLC0415 - heavy, loaded on use

    left, top, right, bottom = box
    kind = raw.FPDFBitmap_Gray if is_grey else raw.FPDFBitmap_BGRx
    bitmap = pypdfium2.PdfBitmap.new_native(right - left, bottom - top, kind)
    bitmap.fill_rect((_WHITE,) * 4, 0, 0, right - left, bottom - top)
    flags = raw.FPDF_ANNOT | (raw.FPDF_GRAYSCALE if is_grey else 0)
    raw.FPDF_RenderPageBitmap(bitmap, page, -left, -top, *size, 0, flags)
    return bitmap
