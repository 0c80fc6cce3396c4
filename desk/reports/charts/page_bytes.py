"""Pages of charts as files: a picture each, or all of them in one PDF."""

from collections.abc import Sequence
from io import BytesIO

import matplotlib as mpl
from PIL.Image import Image

from desk.reports.charts.chart import Page
from desk.reports.figure_bytes import METADATA, SETTINGS, Format, figure_bytes, picture_of

_DPI = 200  # of pictures on pages


def page_bytes(page: Page, fmt: Format, dpi: int = _DPI) -> bytes:
    """Write a page as a PNG, PDF or SVG file; the same page gives the same bytes."""
    return figure_bytes(page.sheet.figure, fmt, dpi)


def page_picture(page: Page, dpi: int) -> Image:
    """Draw a page as a picture."""
    with mpl.rc_context(SETTINGS):
        return picture_of(page.sheet.figure, dpi)


def pages_pdf(pages: Sequence[Page]) -> bytes:
    """Write pages as one PDF file."""
    from matplotlib.backends.backend_pdf import PdfPages  # noqa: PLC0415 - pictures need it not

    buffer = BytesIO()
    with mpl.rc_context(SETTINGS), PdfPages(buffer, metadata=METADATA["pdf"]) as file:
        for page in pages:
            page.sheet.figure.savefig(file, format="pdf", dpi=_DPI)
    return buffer.getvalue()
