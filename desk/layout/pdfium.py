"""PDFium for the layout: its lock, and documents that are closed again."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import md5
from io import BytesIO
from threading import Lock
from typing import Any

Document = Any  # pypdfium2 has no types
PdfPage = Any
Bitmap = Any

_WHEN = re.compile(rb"/CreationDate\(D:[^)]*\)")

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


def lay_over(target: Document, sheet: bytes, places: Mapping[int, Sequence[int]]) -> None:
    """Lay each of these pages of a sheet over the pages of ``target`` it has; under the lock."""
    with opened(sheet) as overlay:
        for at, over in places.items():
            laid = overlay.page_as_xobject(at, target)
            for place in over:
                page = target[place]
                page.insert_obj(laid.as_pageobject())
                page.gen_content()
                page.close()


def saved(document: Document) -> bytes:
    """The bytes of a document, the same for the same pages; the caller holds the lock."""
    out = BytesIO()
    document.save(out)
    # PDFium notes when it wrote, and draws lots for a name; the length must stay
    pdf = _WHEN.sub(lambda found: b" " * len(found[0]), out.getvalue(), count=1)
    body, mark, end = pdf.rpartition(b"/ID[<")
    name = md5(body, usedforsecurity=False).hexdigest().upper().encode()
    return body + mark + name + b"><" + name + end[2 * len(name) + 2 :] if mark else pdf
