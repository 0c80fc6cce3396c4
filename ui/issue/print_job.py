"""An issue on its way to the printer: side by side, with progress, recorded when it is through."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from desk.auditing import By
from desk.editions import Pages
from desk.errors import DeskError
from desk.jobs import Job, Progress
from desk.layout.imposition import Duplex, Imposition, cells_of, duplex_for, spread_of
from desk.layout.preview import mark_image, page_count
from desk.layout.printer_strips import page_strips
from desk.layout.sheets import FIRST
from desk.print_plans import PrintPlan
from desk.print_runs import Outcome, PrintRun
from desk.printing import record_printing
from desk.store import Store
from ui.printing import Placed, lay_mark, paint, placed, to_mark

_KEPT_BYTES = 96_000_000  # of pictures that the next copy needs again
_TAIL = 64  # bytes in which a PDF says that it ends
_HALF = "PDF 没有写完，没有留下半份：磁盘满了，或者写不进去。请腾出空间或换一个文件夹，再印一次。"
_MARK_DPI = 150  # pale letters need no more

_DUPLEX = {
    Duplex.SINGLE: QPrinter.DuplexMode.DuplexNone,
    Duplex.LONG: QPrinter.DuplexMode.DuplexLongSide,
    Duplex.SHORT: QPrinter.DuplexMode.DuplexShortSide,
}


@dataclass(frozen=True, slots=True)
class PrintTask:
    """A printing and all it needs; with ``file`` it goes there instead of on paper."""

    store: Store
    issue_id: int
    by: By
    pages: Pages
    plan: PrintPlan
    printer: QPrinter
    name: str  # of the printer, as the record has it
    file: Path | None = None

    @property
    def partial_file(self) -> Path | None:
        """Where a file is written before it is whole."""
        return self.file and partial_path(self.file)


def partial_path(file: Path) -> Path:
    """The name of a file that is not whole yet."""
    return file.with_name(file.name + ".part")


def printer_for(plan: PrintPlan, name: str, title: str, file: Path | None = None) -> QPrinter:
    """A printer set to the paper of a plan, whole sheets, nothing fitted to the page."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if file:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(partial_path(file)))
    else:
        printer.setPrinterName(name)
    printer.setDocName(title)
    spread = spread_of(plan.way)
    large = plan.way is Imposition.BOOKLET_A3
    paper = QPageSize(QPageSize.PageSizeId.A3 if large else QPageSize.PageSizeId.A4)
    turned = QPageLayout.Orientation
    way = turned.Landscape if spread.is_landscape else turned.Portrait
    printer.setPageLayout(QPageLayout(paper, way, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)
    printer.setResolution(plan.dpi)
    printer.setDuplex(duplex_mode(plan))
    modes = QPrinter.ColorMode
    printer.setColorMode(modes.GrayScale if plan.grey else modes.Color)
    if not file and not plan.numbers and printer.supportsMultipleCopies():
        printer.setCopyCount(plan.copies)
        printer.setCollateCopies(True)
    return printer


def duplex_mode(plan: PrintPlan) -> QPrinter.DuplexMode:
    """Over which edge the printer turns the sheets."""
    return _DUPLEX[duplex_for(plan.way, plan.duplex)]


def print_issue(task: PrintTask) -> Job[PrintRun]:
    """Send every side, then keep the record; raises DeskError when the printer refuses.

    Closing the job takes back what was sent, and keeps a record that says 已取消: the printer may
    have begun.
    """
    painter = QPainter()
    if not painter.begin(task.printer):
        raise DeskError("打印机没有响应。请检查打印机是否开机、有纸，或另选一台。")
    try:
        yield from _send(task, painter)
        run = task.plan.run(task.pages, task.name)
        send = partial(_let_go, task, painter)
        return record_printing(task.store, task.issue_id, run, by=task.by, send=send)
    except BaseException as error:
        _abort(task, painter)
        if isinstance(error, GeneratorExit):
            run = task.plan.run(task.pages, task.name, Outcome.CANCELLED)
            record_printing(task.store, task.issue_id, run, by=task.by)
        raise


def _send(task: PrintTask, painter: QPainter) -> Job[None]:
    plan, pages = task.plan, task.pages
    sheet = pages.number_sheet(plan.numbers) if plan.numbers else b""
    marks = plan.mark_sheet(pages)
    copies = 1 if task.printer.copyCount() > 1 else plan.copies
    kept = _Kept(plan)
    for copy in range(copies):
        pdf = plan.sides(pages, sheet, copy)
        count = page_count(pdf)
        mark = _mark(marks, copy if plan.numbers else 0)
        for side in range(count):
            which = f"第 {copy + 1} 份" if copies > 1 else ""
            yield Progress(copy * count + side, copies * count, f"正在打印{which}")
            if copy or side:
                _turn(task)
            paint(painter, kept.images(pdf, side), task.printer.resolution() / plan.dpi)
            lay_mark(painter, mark, task.printer.resolution() / _MARK_DPI)
        if plan.both_sides and count % 2 and copy + 1 < copies:
            _turn(task)  # the next copy begins on a sheet of its own


def _mark(marks: bytes, copy: int) -> QImage | None:
    """The watermark of a copy, by itself: the sides below it are alike in all copies."""
    return to_mark(*mark_image(marks, _MARK_DPI, copy)) if marks else None


def _turn(task: PrintTask) -> None:
    if not task.printer.newPage():
        stopped = "打印机中途停了，没有印完。请检查打印机和纸，再印一次。"
        raise DeskError(_HALF if task.file else stopped)


def _let_go(task: PrintTask, painter: QPainter) -> None:
    if not painter.end() or task.printer.printerState() is QPrinter.PrinterState.Error:
        raise DeskError("打印机没有收下，什么也没有印。请检查打印机，再印一次。")
    if task.file and task.partial_file:
        _must_be_whole(task.partial_file)
        task.partial_file.replace(task.file)


def _must_be_whole(pdf: Path) -> None:
    """Qt does not tell where the disk was full while it wrote the last page."""
    with pdf.open("rb+") as file:
        size = os.fstat(file.fileno()).st_size
        file.seek(max(0, size - _TAIL))
        if b"%%EOF" not in file.read(min(size, _TAIL)):
            raise DeskError(_HALF)
        os.fsync(file.fileno())


def _abort(task: PrintTask, painter: QPainter) -> None:
    task.printer.abort()  # or half of an issue would come out
    if painter.isActive():
        painter.end()
    if task.partial_file:
        task.partial_file.unlink(missing_ok=True)


@dataclass(slots=True)
class _Kept:
    """The pictures of sides that are alike in all copies, as many as memory may hold."""

    plan: PrintPlan
    held: dict[int, list[Placed]] = field(default_factory=dict)
    room: int = _KEPT_BYTES

    def images(self, pdf: bytes, side: int) -> Iterable[Placed]:
        """The parts of a side, drawn or drawn before."""
        if side in self.held:
            return self.held[side]
        drawn = placed(page_strips(pdf, side, self.plan.dpi, grey=self.plan.grey))
        if self.plan.copies == 1 or side == self._numbered:
            return drawn
        return self._keeping(drawn, side)

    @property
    def _numbered(self) -> int | None:
        """The side that is different in every copy."""
        if not (self.plan.numbers and self.plan.bears_number):
            return None
        cells = cells_of(self.plan.pages, self.plan.way)
        return cells.index(FIRST) // spread_of(self.plan.way).cells

    def _keeping(self, drawn: Iterator[Placed], side: int) -> Iterator[Placed]:
        parts = []
        for part in drawn:
            self.room -= part[1].sizeInBytes()
            if self.room > 0:
                parts.append(part)
            yield part
        if self.room > 0:
            self.held[side] = parts
