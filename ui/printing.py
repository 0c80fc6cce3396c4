"""Print a PDF through the system dialog: page images at print resolution, page by page."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QMarginsF, QPoint
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from desk.errors import DeskError
from desk.jobs import Job, Progress
from desk.layout.preview import page_sizes
from desk.layout.printer_strips import Strip, page_strips

_DPI = 300

Send = Callable[[], object]
Placed = tuple[QPoint, QImage]  # a picture and its upper left corner, in pixels


def choose_printer(
    parent: QWidget, pages: int, *, landscape: bool = False, to_file: bool = True
) -> QPrinter | None:
    """Ask for printer, copies and pages; None when the clerk thinks better of it.

    Without ``to_file`` the dialog has no printer of its own that writes a file.
    """
    printer = new_printer(landscape=landscape)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, to_file)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def new_printer(*, landscape: bool = False) -> QPrinter:
    """A printer set to whole A4 pages, both sides, so that page = paper."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    turned = QPageLayout.Orientation
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            turned.Landscape if landscape else turned.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
    )
    printer.setFullPage(True)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    return printer


def wanted_pages(printer: QPrinter, count: int) -> Sequence[int]:
    """The pages (from 0) the dialog chose."""
    if printer.printRange() is not QPrinter.PrintRange.PageRange or not printer.fromPage():
        return range(count)
    return range(printer.fromPage() - 1, min(count, printer.toPage() or count))


def _at_once(send: Send) -> object:
    return send()


def print_pdf(
    pdf: bytes, count: int, printer: QPrinter, let_go: Callable[[Send], object] = _at_once
) -> Job[int]:
    """Send the chosen pages; returns how many. Raises DeskError when the printer refuses.

    Pages that lie across among pages that stand turn the paper. Closing the job early cancels
    what was sent; ``let_go`` gets the last step, which hands all of it to the printer.
    """
    pages = wanted_pages(printer, count)
    ways = _ways(pdf)
    painter = QPainter()
    if len(set(ways)) > 1 and pages:
        printer.setPageOrientation(ways[pages[0]])
    if not painter.begin(printer):
        raise DeskError("打印机没有响应。请检查打印机是否开机、有纸，或另选一台。")
    try:
        for done, number in enumerate(pages):
            yield Progress(done, len(pages), "正在打印")
            if done:
                if len(set(ways)) > 1:
                    printer.setPageOrientation(ways[number])
                printer.newPage()
            paint(painter, placed(page_strips(pdf, number, _DPI)), printer.resolution() / _DPI)
        let_go(painter.end)
    except BaseException:
        printer.abort()  # or half of an issue would come out
        if painter.isActive():
            painter.end()
        raise
    return len(pages)


def _ways(pdf: bytes) -> list[QPageLayout.Orientation]:
    """How each page lies."""
    turned = QPageLayout.Orientation
    return [turned.Landscape if wide > high else turned.Portrait for wide, high in page_sizes(pdf)]


def paint(painter: QPainter, images: Iterable[Placed], scale: float) -> None:
    """Paint the parts of a page where they belong; ``scale`` is the printer's dots to a pixel."""
    painter.save()
    painter.scale(scale, scale)
    for place, image in images:
        painter.drawImage(place, image)
    painter.restore()


def lay_mark(painter: QPainter, mark: QImage | None, scale: float) -> None:
    """Lay a watermark over a page, if there is one; ``scale`` is as in ``paint``."""
    if mark is not None:
        paint(painter, [(QPoint(), mark)], scale)


def placed(strips: Iterable[Strip]) -> Iterator[Placed]:
    """The parts of a page as pictures of their own."""
    for one in strips:
        kind = QImage.Format.Format_Grayscale8 if one.is_grey else QImage.Format.Format_RGB32
        image = QImage(one.pixels, one.width, one.height, one.stride, kind).copy()
        yield QPoint(one.left, one.top), image


def to_mark(width: int, height: int, data: bytes) -> QImage:
    """A picture without a ground from raw pixels: blue, green, red, alpha."""
    return QImage(data, width, height, 4 * width, QImage.Format.Format_ARGB32).copy()


def to_qimage(width: int, height: int, data: bytes) -> QImage:
    """A picture of its own from raw RGB bytes."""
    return QImage(data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
