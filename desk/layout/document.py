"""Official documents (通报, 函, 材料) with tables and attachments, on the issues' pages."""

import json

from desk.layout.document_blocks import Chapter, chapters_of
from desk.layout.document_parts import Attachment, Document, Drawing, Part
from desk.layout.document_word import written
from desk.layout.drawing import Mark, draw
from desk.layout.fonts import Fonts, installed_fonts
from desk.layout.pdf import engine, images_of, page_data
from desk.paths import RESOURCES

__all__ = (
    "Attachment",
    "Document",
    "Drawing",
    "Part",
    "document_docx",
    "document_pdf",
    "documents_pdf",
)

_TEMPLATES = RESOURCES / "templates"
_PAGE = _TEMPLATES / "_document" / "page.typ"


def document_pdf(document: Document, fonts: Fonts | None = None) -> bytes:
    """Print a document as PDF/A-2b; equal input gives equal bytes."""
    return documents_pdf((document,), fonts)


def documents_pdf(documents: tuple[Document, ...], fonts: Fonts | None = None) -> bytes:
    """Print documents in one file, each numbered from 1; needs at least one."""
    fonts = fonts or installed_fonts()
    pages: list[Mark] = []
    images: dict[str, str] = {}
    for document in documents:
        chapters = chapters_of(document, fonts)
        pages += _pages(chapters, fonts)
        for chapter in chapters:
            images |= images_of(chapter.layout, document.pictures)
    data = page_data(documents[0].about, pages, fonts)
    inputs = {"issue": json.dumps(data, ensure_ascii=False), **images}
    return engine(fonts, _TEMPLATES).compile(_PAGE, inputs, documents[0].day)


def document_docx(document: Document, fonts: Fonts | None = None) -> bytes:
    """Write a document as a Word file that breaks where the PDF breaks."""
    return written(document, chapters_of(document, fonts or installed_fonts()))


def _pages(chapters: tuple[Chapter, ...], fonts: Fonts) -> list[Mark]:
    """The marks of all pages, each with the size of its paper in mm."""
    pages: list[Mark] = []
    for chapter in chapters:
        drawn = draw(chapter.paged, chapter.grid, fonts, len(pages) + 1)
        pages += [page | {"paper": chapter.grid.paper_mm} for page in drawn]
    return pages
