"""Pages of a PDF as raw images, for the preview and the printer."""

from collections.abc import Iterator
from dataclasses import dataclass

from desk.layout.pdfium import PDFIUM, Bitmap, PdfPage, opened

_STRIP_BYTES = 8_000_000  # a whole A3 side in colour at 600 dpi would be 280 MB
OVERLAP = 2  # rows that a strip shares with the next, or a hair line would show between them
_COLOUR, _GREY = 4, 1  # bytes a pixel


@dataclass(frozen=True, slots=True)
class PageImage:
    """Pixels of a page, row by row without padding, three bytes each: red, green, blue."""

    width: int
    height: int
    rgb: bytes


@dataclass(frozen=True, slots=True)
class Strip:
    """Some rows of a page; a pixel is one byte of grey, or blue, green, red and one unused."""

    top: int  # its first row on the page
    width: int
    height: int
    stride: int  # bytes from row to row
    pixels: bytes
    is_grey: bool


def page_images(pdf: bytes, dpi: float, pages: range | None = None) -> list[PageImage]:
    """Draw pages, counted from 0 (all of them by default)."""
    numbers = range(page_count(pdf)) if pages is None else pages
    return [_draw(pdf, dpi, number) for number in numbers]


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with PDFIUM, opened(pdf) as document:
        return len(document)


def page_strips(pdf: bytes, number: int, dpi: int, *, grey: bool = False) -> Iterator[Strip]:
    """Draw one page, counted from 0, strip by strip: a whole one would be too large to hold."""
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - no types; heavy

    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        page = document[number]
        width, height = (round(side * dpi / 72) for side in page.get_size())
    rows = max(OVERLAP + 1, _STRIP_BYTES // (width * (_GREY if grey else _COLOUR)))
    try:
        for top in range(0, height, rows - OVERLAP):
            with PDFIUM:
                bitmap = _strip(page, (width, height), (top, min(rows, height - top)), grey=grey)
                stride, pixels = bitmap.stride, bytes(bitmap.buffer)
                strip = Strip(top, width, bitmap.height, stride, pixels, grey)
                bitmap.close()
            yield strip
            if top + rows >= height:
                return
    finally:
        with PDFIUM:
            page.close()
            document.close()


def _strip(page: PdfPage, size: tuple[int, int], rows: tuple[int, int], *, grey: bool) -> Bitmap:
    import pypdfium2  # noqa: PLC0415 - heavy, loaded on use
    from pypdfium2 import raw  # noqa: PLC0415 - heavy, loaded on use

    (width, height), (top, count) = size, rows
    kind = raw.FPDFBitmap_Gray if grey else raw.FPDFBitmap_BGRx
    bitmap = pypdfium2.PdfBitmap.new_native(width, count, kind)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, count)
    flags = raw.FPDF_ANNOT | (raw.FPDF_GRAYSCALE if grey else 0)
    raw.FPDF_RenderPageBitmap(bitmap, page, 0, -top, width, height, 0, flags)
    return bitmap


def _draw(pdf: bytes, dpi: float, number: int) -> PageImage:
    with PDFIUM, opened(pdf) as document:
        bitmap = document[number].render(scale=dpi / 72, rev_byteorder=True)
        return _image(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


def _image(width: int, height: int, stride: int, data: bytes) -> PageImage:
    used = width * 3
    rows = (data[at * stride : at * stride + used] for at in range(height))
    return PageImage(width, height, data if stride == used else b"".join(rows))
