"""The characters of a PDF's pages, as they would be copied out of it."""

from desk.layout.pdfium import PDFIUM, opened


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page, line by line."""
    with PDFIUM, opened(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]
