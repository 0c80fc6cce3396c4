"""What is asked before an issue is printed."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desk.copy_marks import CopyMarks
from desk.errors import FieldError
from desk.layout.grid import PrintSize
from desk.layout.imposition import Duplex, Imposition, duplex_for
from desk.layout.page_ranges import parse_pages
from desk.print_plans import NO_NUMBERS, PrintPlan
from desk.print_runs import (
    LAST_NUMBER,
    PrintRun,
    edition_text,
    given_before,
    last_given,
    numbers_from,
)
from ui import style
from ui.field import Field, clear_errors, show_error
from ui.issue.print_choices import DPIS, Choices

TO_FILE = "打印到 PDF 文件"
_MOST_COPIES = 9999
_ONE_COPY = "存成文件是一份"
_AS_PICTURES = "存成图像；要文字能选能搜，请按“存为 PDF…”"
_NO_FIRST = "份号印在第 1 页上，页码里没有第 1 页。请加上第 1 页，或者不印份号。"
_NO_A3 = "这台打印机没有 A3 纸。请换一台打印机，或者改成“小册子（A4 对折）”。"


@dataclass(frozen=True, slots=True)
class Offer:
    """What an issue can be printed as; ``runs`` are its printings so far."""

    count: int = 0  # pages
    copies: int = 1
    is_controlled: bool = False
    sizes: Sequence[PrintSize] = (PrintSize.NORMAL,)
    runs: list[PrintRun] = field(default_factory=list)
    marks: CopyMarks = field(default_factory=CopyMarks)


class PrintForm(QWidget):
    """Printer, copies, pages and paper.

    Signals:
        changed(): something else is wanted now.
        resized(): another edition is wanted, which has other pages.
    """

    changed = Signal()
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._offer = Offer()
        self.printer, self.edition_box = QComboBox(), QComboBox()
        self.copies = QSpinBox(minimum=1, maximum=_MOST_COPIES)
        self.numbered = QCheckBox("每份印上份号")
        self.marked = QCheckBox("每一面斜铺水印")
        self.first, self.last = (QSpinBox(minimum=1, maximum=LAST_NUMBER) for _ in range(2))
        self._span = (QLabel("从"), self.first, QLabel("到"), self.last)
        self._lost = ""  # what is said of a printer that is gone
        self.pages = QLineEdit(placeholderText="全部；或者写 1-4,7")
        self.way, self.duplex = QComboBox(), QComboBox()
        self.dpi, self.colour = QComboBox(), QComboBox()
        self.fields = {
            "printer": Field("打印机", self.printer),
            "size": Field("版本", self.edition_box),
            "copies": Field("份数", self.copies),
            "pages": Field("页码", self.pages),
            "way": Field("拼版", self.way),
            "duplex": Field("单双面", self.duplex),
            "dpi": Field("分辨率", self.dpi),
            "colour": Field("颜色", self.colour),
            "numbers": Field("份号", self._numbers_row()),
            "marks": Field("水印", self.marked),
        }
        self._fill()
        self._lay_out()
        self._connect()

    def show_offer(self, offer: Offer, chosen: Choices) -> None:
        """Begin with an issue and what was chosen for its publication last time."""
        self._offer = offer
        blocked = [QSignalBlocker(widget) for widget in self._all()]
        self._fill_printers(chosen.printer)
        self.edition_box.clear()
        for size in offer.sizes:
            self.edition_box.addItem(edition_text(size), size)
        _choose(self.edition_box, chosen.size)
        for box, value in (
            (self.way, chosen.way),
            (self.duplex, chosen.duplex),
            (self.dpi, chosen.dpi),
            (self.colour, chosen.grey),
        ):
            _choose(box, value)
        self.copies.setValue(max(1, offer.copies))
        self.pages.clear()
        self.numbered.setChecked(
            offer.is_controlled if chosen.numbered is None else chosen.numbered
        )
        usual = offer.marks.is_usual
        self.marked.setChecked(usual if chosen.marked is None else chosen.marked)
        self._start_numbers()
        for one in blocked:
            one.unblock()
        without = "" if len(offer.sizes) > 1 else "没有留下排版数据，印不了大字版"
        self.fields["size"].show_note(without)
        self._adapt()

    def show_count(self, count: int) -> None:
        """Tell how many pages the edition has."""
        self._offer = replace(self._offer, count=count)

    @property
    def is_to_file(self) -> bool:
        """Whether a file is written instead of paper."""
        return bool(self.printer.currentText() == TO_FILE)

    @property
    def edition(self) -> PrintSize:
        """Which edition is wanted."""
        return PrintSize(self.edition_box.currentData() or PrintSize.NORMAL)

    @property
    def _way(self) -> Imposition:
        return Imposition(self.way.currentData())

    @property
    def _duplex(self) -> Duplex:
        return Duplex(self.duplex.currentData())

    def choices(self) -> Choices:
        """What stays for the publication's next issue."""
        usual = self._offer.is_controlled
        numbered, marked = self.numbered.isChecked(), self.marked.isChecked()
        return Choices(
            self.printer.currentText(),
            self.edition,
            self._way,
            self._duplex,
            self.dpi.currentData(),
            self.colour.currentData(),
            None if numbered == usual else numbered,
            None if marked == self._offer.marks.is_usual else marked,
        )

    def plan(self) -> PrintPlan:
        """What is wanted; raises FieldError where it can't be had."""
        pages = parse_pages(self.pages.text(), self._offer.count)
        numbers = self._numbers()
        plan = PrintPlan(
            pages,
            1 if self.is_to_file else self.copies.value(),
            numbers,
            self._way,
            self._duplex,
            self.dpi.currentData(),
            self.colour.currentData(),
            self._offer.marks.texts(numbers) if self.marked.isChecked() else (),
        )
        if plan.numbers and not plan.bears_number:
            raise FieldError("pages", _NO_FIRST)
        if plan.way is Imposition.BOOKLET_A3 and not self._has_a3():
            raise FieldError("way", _NO_A3)
        return plan

    def show_error(self, error: FieldError | None) -> None:
        """Show what is wrong at its field without taking the keyboard there."""
        clear_errors(self.fields)
        if error:
            self.fields[error.field].show_error(str(error))

    def go_to_error(self, error: FieldError) -> None:
        """Show what is wrong, and go there."""
        show_error(self.fields, error)

    def _numbers(self) -> range:
        if not self.numbered.isChecked():
            return NO_NUMBERS
        return numbers_from(self.first.value(), self.last.value())

    def _has_a3(self) -> bool:
        info = QPrinterInfo.printerInfo(self.printer.currentText())
        sizes = [] if self.is_to_file or info.isNull() else info.supportedPageSizes()
        return not sizes or any("A3" in size.key() for size in sizes)

    def _start_numbers(self) -> None:
        """The numbers that follow those of finished copies; one copy where there are any."""
        done = last_given(self._offer.runs)
        first = min(done + 1, LAST_NUMBER)
        self.first.setValue(first)
        self.last.setValue(first if done else max(1, self._offer.copies))

    def _adapt(self) -> None:
        """Let the inputs follow one another."""
        numbered = self.numbered.isChecked()
        for widget in self._span:
            widget.setVisible(numbered)
        self._adapt_copies(numbered=numbered)
        way = self._way
        self.duplex.setEnabled(not way.is_booklet)
        forced = duplex_for(way, self._duplex)
        self.fields["duplex"].show_note("小册子要短边翻转" if way.is_booklet else "")
        if way.is_booklet:
            _choose(self.duplex, forced)
        again = given_before(self._offer.runs, range(self.first.value(), self.last.value() + 1))
        told = f"有 {len(again)} 个号已经印过，会有同号的两份" if numbered and again else ""
        self.fields["numbers"].show_note(told)
        self._tell_marks(range(self.first.value(), self.last.value() + 1) if numbered else ())
        self.changed.emit()

    def _tell_marks(self, numbers: Sequence[int]) -> None:
        """Say what the first copy's watermark says, and what it can't."""
        marks = self._offer.marks
        unknown = marks.without_holder(numbers)
        lacking = f"{unknown} 个号没有登记发送单位，只印份号" if unknown else ""
        is_wanted = self.marked.isChecked()
        self.fields["marks"].show_note(lacking if is_wanted else "")
        self.marked.setToolTip(f"例如：{marks.texts(numbers[:1])[0]}")

    def _adapt_copies(self, *, numbered: bool) -> None:
        """Count the numbers where the copies have some; a file holds one copy."""
        self.copies.setEnabled(not numbered and not self.is_to_file)
        if numbered:
            with QSignalBlocker(self.copies):
                self.copies.setValue(self.last.value() - self.first.value() + 1)
        note = "按份号" if numbered else _ONE_COPY if self.is_to_file else ""
        self.fields["copies"].show_note(note)
        self.fields["printer"].show_note(_AS_PICTURES if self.is_to_file else self._lost)

    def _connect(self) -> None:
        self.edition_box.currentIndexChanged.connect(lambda _at: self.resized.emit())
        for box in (self.printer, self.way, self.duplex, self.dpi, self.colour):
            box.currentIndexChanged.connect(lambda _at: self._adapt())
        for number in (self.copies, self.first, self.last):
            number.valueChanged.connect(lambda _value: self._adapt())
        for tick in (self.numbered, self.marked):
            tick.toggled.connect(lambda _on: self._adapt())
        self.pages.textChanged.connect(lambda _text: self._adapt())

    def _all(self) -> Sequence[QWidget]:
        return (
            self.printer, self.edition_box, self.copies, self.numbered, self.first, self.last,
            self.marked, self.pages, self.way, self.duplex, self.dpi, self.colour,
        )  # fmt: skip

    def _fill(self) -> None:
        for way in Imposition:
            self.way.addItem(way.value, way)
        for duplex in Duplex:
            self.duplex.addItem(duplex.value, duplex)
        for dpi in DPIS:
            self.dpi.addItem(f"{dpi} dpi", dpi)
        self.colour.addItem("彩色", False)  # noqa: FBT003 - the value of a choice
        self.colour.addItem("灰度", True)  # noqa: FBT003 - the value of a choice

    def _fill_printers(self, wanted: str) -> None:
        names = QPrinterInfo.availablePrinterNames()
        self.printer.clear()
        self.printer.addItems([*names, TO_FILE])
        self.printer.setCurrentText(wanted or QPrinterInfo.defaultPrinterName() or TO_FILE)
        lost = wanted and self.printer.currentText() != wanted
        self._lost = f"没有找到“{wanted}”" if lost else ""

    def _numbers_row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(style.GAP)
        for widget in (self.numbered, *self._span):
            line.addWidget(widget)
        line.addStretch(1)
        return row

    def _lay_out(self) -> None:
        pairs = QGridLayout()
        pairs.setHorizontalSpacing(2 * style.GAP)
        pairs.setVerticalSpacing(style.GAP)
        places = (
            ("size", 0, 0), ("copies", 0, 1), ("way", 1, 0), ("duplex", 1, 1),
            ("dpi", 2, 0), ("colour", 2, 1),
        )  # fmt: skip
        for name, row, column in places:
            pairs.addWidget(self.fields[name], row, column)
        for side in (0, 1):
            pairs.setColumnStretch(side, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(style.GAP)
        whole.addWidget(self.fields["printer"])
        whole.addWidget(self.fields["pages"])
        whole.addLayout(pairs)
        whole.addWidget(self.fields["numbers"])
        whole.addWidget(self.fields["marks"])
        whole.addStretch(1)


def _choose(box: QComboBox, value: object) -> None:
    """Make a value the current one; the first where it is none of them."""
    at = next((at for at in range(box.count()) if box.itemData(at) == value), 0)
    box.setCurrentIndex(at)
