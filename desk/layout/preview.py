"""Pages of a PDF as raw images, for the preview and the printer."""

from dataclasses import dataclass
from threading import Lock

_PDFIUM = Lock()  # PDFium must not be entered by the window and the printing worker at once


@dataclass(frozen=True, slots=True)
class PageImage:
    """Pixels of a page, row by row without padding, three bytes each: red, green, blue."""

    width: int
    height: int
    rgb: bytes


def page_images(pdf: bytes, dpi: float, pages: range | None = None) -> list[PageImage]:
    """Draw pages, counted from 0 (all of them by default)."""
    numbers = range(page_count(pdf)) if pages is None else pages
    return [_draw(pdf, dpi, number) for number in numbers]


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - no types; heavy

    with _PDFIUM, pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def _draw(pdf: bytes, dpi: float, number: int) -> PageImage:
    import pypdfium2  # noqa: PLC0415 - heavy, loaded on use

    with _PDFIUM, pypdfium2.PdfDocument(pdf) as document:
        bitmap = document[number].render(scale=dpi / 72, rev_byteorder=True)
        return _image(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


def _image(width: int, height: int, stride: int, data: bytes) -> PageImage:
    used = width * 3
    rows = (data[at * stride : at * stride + used] for at in range(height))
    return PageImage(width, height, data if stride == used else b"".join(rows))
