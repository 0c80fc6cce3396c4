"""An issue on its way to the printer: true to its pages, all of it or nothing, and recorded."""

import sys
from dataclasses import replace

import pytest
from PIL import Image, ImageChops, ImageFilter
from pypdfium2 import PdfDocument
from PySide6.QtPrintSupport import QPrinter

from desk.editions import pages_of
from desk.errors import DeskError
from desk.jobs import finish
from desk.layout.imposition import Duplex, Imposition
from desk.layout.preview import page_images
from desk.print_plans import PrintPlan
from desk.print_runs import Outcome
from desk.printing import runs_of
from ui.issue.print_job import PrintTask, duplex_mode, print_issue, printer_for

LONG = "\n".join("全县完成排查任务，整改隐患，建立台账，逐项销号。" * 6 for _ in range(7))


@pytest.fixture
def pages(page, compiled, store, session):
    """The pages of an issue of three."""
    compiled("县教育局开展校园安全检查", text=LONG)
    made = pages_of(store, page.issue.id, session.settings)
    assert made.count == 3
    return made


@pytest.fixture
def task(page, pages, store, office, tmp_path):
    """A printing into a file."""

    def make(plan):
        file = tmp_path / "printed.pdf"
        printer = printer_for(plan, "", "第1期", file)
        return PrintTask(
            store, page.issue.id, office.by, pages, plan, printer, "PDF 文件：printed.pdf", file
        )

    return make


@pytest.fixture
def whole(pages):
    return PrintPlan(tuple(range(pages.count)))


def drawn(data, number):
    image = page_images(data, 150, range(number, number + 1))[0]
    whole = Image.frombytes("RGB", (image.width, image.height), image.rgb)
    return whole.crop((0, 0, 1240, 1754))  # A4, whichever way its edges were rounded


def inked(image, limit=128):
    return image.convert("L").point(lambda value: 255 * (value < limit))


def strays(one, other, pixels):
    """Dark ink of one picture that has nothing of the other's within so many pixels."""
    near = inked(other, 230).filter(ImageFilter.MaxFilter(2 * pixels + 1))
    return sum(ImageChops.subtract(inked(one, 100), near).histogram()[128:])


def sizes_mm(path):
    with PdfDocument(path) as document:
        return [tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in document]


@pytest.mark.parametrize("dpi", [300, 600])
@pytest.mark.parametrize("grey", [False, True])
def test_what_comes_out_lies_over_the_source_within_half_a_millimetre(
    task, pages, whole, dpi, grey, tmp_path
):
    finish(print_issue(task(replace(whole, dpi=dpi, grey=grey))))
    printed = (tmp_path / "printed.pdf").read_bytes()
    for number in range(pages.count):
        one, other = drawn(printed, number), drawn(pages.pdf, number)
        assert strays(one, other, 2) == strays(other, one, 2) == 0  # 0.34 mm


def test_pages_come_out_in_order_on_whole_sheets(task, pages, whole, tmp_path):
    finish(print_issue(task(replace(whole, pages=(2, 1)))))
    assert sizes_mm(tmp_path / "printed.pdf") == [(210, 297)] * 2
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert strays(drawn(printed, 0), drawn(pages.pdf, 2), 2) == 0


def test_a_booklet_comes_out_on_a3(task, whole, tmp_path):
    finish(print_issue(task(replace(whole, way=Imposition.BOOKLET_A3))))
    assert sizes_mm(tmp_path / "printed.pdf") == [(420, 297)] * 2


@pytest.mark.parametrize(
    ("way", "duplex", "mode"),
    [
        (Imposition.NONE, Duplex.SINGLE, QPrinter.DuplexMode.DuplexNone),
        (Imposition.NONE, Duplex.LONG, QPrinter.DuplexMode.DuplexLongSide),
        (Imposition.TWO, Duplex.SHORT, QPrinter.DuplexMode.DuplexShortSide),
        (Imposition.BOOKLET_A4, Duplex.LONG, QPrinter.DuplexMode.DuplexShortSide),
    ],
)
def test_the_printer_is_told_which_edge_to_turn_over(whole, way, duplex, mode):
    assert duplex_mode(replace(whole, way=way, duplex=duplex)) is mode


def test_numbered_copies_begin_on_sheets_of_their_own(task, pages, whole, tmp_path):
    finish(print_issue(task(replace(whole, numbers=range(1, 4)))))
    printed = (tmp_path / "printed.pdf").read_bytes()
    with PdfDocument(printed) as document:
        assert len(document) == 11  # three pages and a blank back, three times, the last without
    assert inked(drawn(printed, 3)).getbbox() is None
    first, second, plain = drawn(printed, 0), drawn(printed, 4), drawn(pages.pdf, 0)
    assert strays(first, plain, 1) > 20
    assert strays(first, second, 0) > 0
    assert strays(drawn(printed, 5), drawn(pages.pdf, 1), 2) == 0


def test_a_printing_is_recorded_when_it_is_through(task, store, whole, page):
    run = finish(print_issue(task(replace(whole, numbers=range(1, 3)))))
    assert runs_of(store, page.issue.id) == [run]
    assert (run.who, run.numbers, run.copies) == ("王敏", "000001—000002", 2)
    assert (run.printer, run.is_proof) == ("PDF 文件：printed.pdf", True)


def test_cancelling_prints_nothing_and_is_recorded_as_cancelled(task, store, whole, page, tmp_path):
    job = print_issue(task(whole))
    next(job)
    next(job)
    job.close()
    assert list(tmp_path.glob("printed*")) == []
    assert [run.outcome for run in runs_of(store, page.issue.id)] == [Outcome.CANCELLED]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_said_and_not_recorded(task, store, whole, page, tmp_path):
    made = task(whole)
    made.printer.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
    with pytest.raises(DeskError, match="打印机没有响应"):
        finish(print_issue(made))
    assert runs_of(store, page.issue.id) == []


def test_progress_counts_every_side(task, whole):
    steps = []
    finish(print_issue(task(replace(whole, numbers=range(5, 7)))), steps.append)
    assert [(step.done, step.total) for step in steps] == [(at, 6) for at in range(6)]
    assert steps[-1].text == "正在打印第 2 份"


def faint(image):
    """What is pale on a picture: a watermark's ink."""
    return image.convert("L").point(lambda value: 255 * (200 < value < 250))


def test_every_copy_comes_out_under_its_own_watermark_and_reads_as_before(
    task, pages, whole, tmp_path
):
    marks = ("内部　000001　县教育局", "内部　000002")
    finish(print_issue(task(replace(whole, numbers=range(1, 3), marks=marks))))
    printed = (tmp_path / "printed.pdf").read_bytes()
    source = replace(whole, numbers=range(1, 3), marks=marks).file(pages)
    for number in (0, 1, 4, 5):
        one, other = drawn(printed, number), drawn(source, number)
        assert strays(one, other, 2) == strays(other, one, 2) == 0
        far = faint(one).filter(ImageFilter.MaxFilter(9))
        stray = ImageChops.subtract(faint(other), far).histogram()[255]
        assert stray < sum(faint(other).histogram()[128:]) / 20
    assert ImageChops.difference(drawn(printed, 1), drawn(printed, 5)).getbbox()
    assert inked(drawn(printed, 3), 255).getbbox() is None  # the blank back stays blank


@pytest.mark.skipif(sys.platform != "linux", reason="the device is Linux's")
@pytest.mark.parametrize("last", [0, 2])
def test_a_disk_that_is_full_leaves_no_half_of_a_pdf(task, whole, store, page, tmp_path, last):
    (tmp_path / "printed.pdf.part").symlink_to("/dev/full")
    plan = replace(whole, pages=whole.pages[: last + 1])
    with pytest.raises(DeskError, match="没有留下半份"):
        finish(print_issue(task(plan)))
    assert list(tmp_path.glob("printed.pdf*")) == []
    assert runs_of(store, page.issue.id) == []
