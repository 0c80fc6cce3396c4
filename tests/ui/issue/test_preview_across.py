"""Pages that lie across among pages that stand: as wide on the screen, the paper turned."""

from io import BytesIO

import pypdfium2
import pytest
from PySide6.QtGui import QPageLayout

from desk.jobs import finish
from ui.issue.preview_pages import PreviewPages
from ui.printing import new_printer, print_pdf

UPRIGHT, ACROSS = (595, 842), (842, 595)


@pytest.fixture
def mixed():
    """A PDF of three pages; the second lies across."""
    document, buffer = pypdfium2.PdfDocument.new(), BytesIO()
    for size in (UPRIGHT, ACROSS, UPRIGHT):
        document.new_page(*size)
    document.save(buffer)
    document.close()
    return buffer.getvalue()


def test_a_page_that_lies_across_is_as_wide_as_the_others_and_lower(qtbot, mixed):
    pages = PreviewPages()
    qtbot.addWidget(pages)
    pages.resize(800, 600)
    pages.show_pdf(mixed, 3, {})
    first, second, third = (pages.page_rect(number) for number in range(3))
    assert second.width() == first.width()
    assert second.height() < first.height() == third.height()
    assert first.bottom() < second.top() < second.bottom() < third.top()
    assert third.bottom() < pages.minimumHeight()


def test_the_paper_turns_with_its_pages(mixed, tmp_path):
    printer = new_printer()
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert finish(print_pdf(mixed, 3, printer)) == 3
    with pypdfium2.PdfDocument(tmp_path / "out.pdf") as printed:
        shapes = [wide > high for wide, high in map(printed.get_page_size, range(3))]
    assert shapes == [False, True, False]
    assert printer.pageLayout().orientation() == QPageLayout.Orientation.Portrait
