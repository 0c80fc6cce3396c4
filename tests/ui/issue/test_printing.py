"""Printing an issue: as many sheets as pages, A4, the range asked for, and none when cancelled."""

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtPrintSupport import QPrinter

from desk.errors import DeskError
from desk.jobs import finish
from ui.printing import new_printer, print_pdf

LONG = "\n".join("全县完成排查任务，整改隐患，建立台账，逐项销号。" * 6 for _ in range(40))


@pytest.fixture
def printer(tmp_path, qapp):
    """A printer that prints into a file."""
    made = new_printer()
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    return made


@pytest.fixture
def shown(page, compiled):
    """The pages of an issue of several pages."""
    compiled("县教育局开展校园安全检查", text=LONG)
    assert page.shown.count > 2
    return page.shown


def sizes_mm(path):
    with PdfDocument(path) as document:
        return [tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in document]


def dark(path, number):
    """How much of a printed page is inked."""
    with PdfDocument(path) as document:
        pixels = document[number].render(scale=0.5).to_pil().convert("L")
    return sum(1 for value in pixels.tobytes() if value < 128)


def test_every_page_comes_out_on_a_whole_a4_sheet(printer, shown, tmp_path):
    assert finish(print_pdf(shown.pdf, shown.count, printer)) == shown.count
    assert sizes_mm(tmp_path / "printed.pdf") == [(210, 297)] * shown.count


def test_no_page_comes_out_empty(printer, shown, tmp_path):
    finish(print_pdf(shown.pdf, shown.count, printer))
    assert all(dark(tmp_path / "printed.pdf", number) for number in range(shown.count))


def test_only_the_pages_asked_for_come_out(printer, shown, tmp_path):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    assert finish(print_pdf(shown.pdf, shown.count, printer)) == 1
    assert len(sizes_mm(tmp_path / "printed.pdf")) == 1


def test_a_range_beyond_the_end_stops_at_the_last_page(printer, shown, tmp_path):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 99)
    assert finish(print_pdf(shown.pdf, shown.count, printer)) == shown.count - 1


def test_cancelling_leaves_no_half_issue(printer, shown, tmp_path):
    job = print_pdf(shown.pdf, shown.count, printer)
    next(job)
    next(job)
    job.close()
    assert printer.printerState() is not QPrinter.PrinterState.Active
    assert finish(print_pdf(shown.pdf, shown.count, printer)) == shown.count


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_said(shown, tmp_path, qapp):
    broken = new_printer()
    broken.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    broken.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
    with pytest.raises(DeskError, match="打印机没有响应"):
        finish(print_pdf(shown.pdf, shown.count, broken))


def test_the_pages_go_out_on_the_worker_with_progress(printer, shown, page, session, at_rest):
    steps, sent = [], []
    session.progressed.connect(steps.append)
    session.start(print_pdf(shown.pdf, shown.count, printer), done=sent.append)
    at_rest()
    assert sent == [shown.count]
    assert [step.done for step in steps if step] == list(range(shown.count))
