"""PDFium for the layout: its lock, and documents that are closed again."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from threading import Lock
from typing import Any

Document = Any  # pypdfium2 has no types
PdfPage = Any
Bitmap = Any

PDFIUM = Lock()  # the window and the printing worker must not enter PDFium at once


@contextmanager
def opened(pdf: bytes) -> Iterator[Document]:
    """Open a PDF; the caller holds the lock."""
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - no types; heavy

    with pypdfium2.PdfDocument(pdf) as document:
        yield document


def page_texts(pdf: bytes) -> list[str]:
    """The characters of each page, line by line, as they would be copied out of it."""
    with PDFIUM, opened(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


@contextmanager
def started() -> Iterator[Document]:
    """Start an empty PDF; the caller holds the lock."""
    import pypdfium2  # noqa: PLC0415 - heavy, loaded on use

    document = pypdfium2.PdfDocument.new()
    try:
        yield document
    finally:
        document.close()


def saved(document: Document) -> bytes:
    """The bytes of a document; the caller holds the lock."""
    out = BytesIO()
    document.save(out)
    return out.getvalue()
