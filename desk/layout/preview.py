"""Pages of a PDF as raw images, for the preview."""

from dataclasses import dataclass

from desk.layout.pdfium import PDFIUM, opened


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


def mark_image(pdf: bytes, dpi: float, number: int) -> tuple[int, int, bytes]:
    """Width, height and pixels (blue, green, red, alpha) of a page without its white ground."""
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - no types; heavy
    from pypdfium2 import raw  # noqa: PLC0415 - heavy, loaded on use

    with PDFIUM, opened(pdf) as document:
        page = document[number]
        width, height = (round(side * dpi / 72) for side in page.get_size())
        bitmap = pypdfium2.PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGRA)
        bitmap.fill_rect((0, 0, 0, 0), 0, 0, width, height)
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
        return width, height, bytes(bitmap.buffer)


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with PDFIUM, opened(pdf) as document:
        return len(document)


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page, in points."""
    with PDFIUM, opened(pdf) as document:
        return [document.get_page_size(number) for number in range(len(document))]


def _draw(pdf: bytes, dpi: float, number: int) -> PageImage:
    with PDFIUM, opened(pdf) as document:
        bitmap = document[number].render(scale=dpi / 72, rev_byteorder=True)
        return _image(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


def _image(width: int, height: int, stride: int, data: bytes) -> PageImage:
    used = width * 3
    rows = (data[at * stride : at * stride + used] for at in range(height))
    return PageImage(width, height, data if stride == used else b"".join(rows))
