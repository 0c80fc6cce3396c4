"""批示统计、月报和年度汇编: the instructions of a month or a year, counted, listed and filed."""

from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from desk.instructions.listing import InstructionRow, rows
from desk.instructions.papers import month_list
from desk.instructions.statistics import By, Span, table_by
from desk.instructions.yearbook import Yearbook, export_year
from desk.reports.register import Register, register_pdf
from desk.reports.register_docx import register_docx
from desk.reports.register_sheet import register_workbook
from desk.reports.statistics.parts import Laid
from desk.repositories.matters import MatterQuery
from desk.stat_table import StatTable
from desk.whole_folder import free_folder
from ui import style
from ui.dialogs import open_folder, save_path
from ui.instructions.papers import Papers, names_of
from ui.keys import bind
from ui.leaving import keep_file
from ui.session import Session
from ui.side_window import SideWindow
from ui.statistics.stat_model import StatModel
from ui.statistics.stat_view import StatView

_SIZE = (980, 620)
_MONTHS, _YEARS = 12, 3
_PDF, _WORD = (".pdf", "PDF 文件"), (".docx", "Word 文档")
_SHEET = (".xlsx", "Excel 工作簿")


class CountingWindow(SideWindow):
    """A table for the span and what it is counted by; lists and files of the same span."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "批示统计和月报", "instructions")
        self.papers = Papers(session, self)
        self._rows: Sequence[InstructionRow] = ()
        self._names: dict[int, str] = {}
        self.span, self.by = QComboBox(), QComboBox()
        for one in spans(session.today()):
            self.span.addItem(one.name, one)
        for by in By:
            self.by.addItem(f"按{by}", by)
        self.model = StatModel()
        self.view = StatView(self.model, self.look)
        self.empty = QLabel("这段时间没有登记批示。换一个时段，或者先登记。")
        self.empty.setObjectName("muted")
        self._lay_out()
        self.span.currentIndexChanged.connect(lambda _at: self._read())
        self.by.currentIndexChanged.connect(lambda _at: self._show())

    @property
    def chosen(self) -> Span:
        """The days that are counted."""
        found = self.span.currentData()
        assert isinstance(found, Span)  # noqa: S101 - it was put there
        return found

    @property
    def table(self) -> StatTable:
        """The table shown."""
        kind = By(self.by.currentData())
        found = [one.instruction for one in self._rows]
        return table_by(kind, found, self._names, self.chosen, self.session.clock())

    def open(self) -> None:
        """Read the span anew and come up."""
        self._read()
        self.come_up(self.span)

    def print_table(self) -> None:
        """Show the table ready to print."""
        table, office, day = self.table, self.session.settings.office, self.session.today()
        if not table.rows:
            self.session.messages.note("这段时间没有批示，不用打印")
            return

        def pdf() -> bytes:
            from desk.layout.table_pages import tables_pdf  # noqa: PLC0415 - heavy, loaded on use

            return tables_pdf([table], office, day)

        self.session.look(pdf, lambda made: self.papers.show(table.title, made))

    def save_table(self) -> None:
        """Keep the tables by everything as an .xlsx file."""
        path = save_path(self, f"{self.chosen.name}批示统计", *_SHEET)
        if path is None:
            return
        found, names = [one.instruction for one in self._rows], self._names
        span, now = self.chosen, self.session.clock()

        def write() -> None:
            from desk.reports.stat_workbook import (  # noqa: PLC0415 - heavy, loaded on use
                TableSheet,
                stat_workbook,
            )

            sheets = [TableSheet(f"按{by}", table_by(by, found, names, span, now)) for by in By]
            keep_file(self.session, path, stat_workbook(sheets))

        self.session.do(write, note=f"已存为 {path.name}")

    def print_list(self) -> None:
        """Show the list (月报) ready to print."""
        paper = self._register()
        self.session.look(lambda: register_pdf(paper), partial(self.papers.show, paper.title))

    def save_list(self, kind: tuple[str, str], write: Callable[[Register], bytes]) -> None:
        """Keep the list as a file."""
        paper = self._register()
        path = save_path(self, paper.title, *kind)
        if path:
            self.session.do(
                lambda: keep_file(self.session, path, write(paper)), note=f"已存为 {path.name}"
            )

    def export_year(self) -> None:
        """Write the yearly file of the span's year into a folder."""
        year = self.chosen.first.year
        parent = open_folder(self, f"{year}年批示汇编存到哪个文件夹里")
        if parent is None:
            return
        folder = free_folder(parent, f"{year}年领导批示汇编")
        session = self.session
        session.start(
            export_year(session.store, year, folder, session.settings.office, by=session.by()),
            done=self._on_exported,
        )

    def _on_exported(self, made: Yearbook) -> None:
        self.session.messages.note(
            f"{made.instructions} 件批示、{made.scans} 个扫描件已存到 {made.folder.name}，校验一致"
        )

    def _register(self) -> Register:
        office, now = self.session.settings.office, self.session.clock()
        made = f"{self.session.today():%Y-%m-%d} {self.session.by().who} 制表"
        title = f"{office}{self.chosen.name}领导批示登记表"
        return month_list(title, self._rows, self._names, now, made)

    def _read(self) -> None:
        span, store, now = self.chosen, self.session.store, self.session.clock()

        def read() -> tuple[list[InstructionRow], dict[int, str]]:
            with store.read() as work:
                found = rows(work, now, MatterQuery(first=span.first, last=span.last))
                return found, names_of(work)

        self.session.look(read, lambda found: self._on_read(*found))

    def _on_read(self, found: list[InstructionRow], names: dict[int, str]) -> None:
        self._rows, self._names = found, names
        self._show()

    def _show(self) -> None:
        table = self.table
        self.model.show_laid(Laid(table))
        self.view.show_widths()
        self.view.setVisible(bool(table.rows))
        self.empty.setVisible(not table.rows)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(style.GAP)
        head.addWidget(self.span)
        head.addWidget(self.by)
        head.addStretch(1)
        for words, deeds in (("统计", self._counts()), ("月报", self._lists())):
            button = QPushButton(words)
            menu = QMenu(button)
            for line, act in deeds:
                menu.addAction(line, act)
            button.setMenu(menu)
            head.addWidget(button)
        year = QPushButton("年度汇编…")
        year.setToolTip("一年的批示编成一册（PDF 和 Word），连同扫描件和校验值存进一个文件夹")
        year.clicked.connect(self.export_year)
        head.addWidget(year)
        bind(self, "Ctrl+P", self.print_table)
        bind(self, "Ctrl+E", self.save_table)
        self.content.addLayout(head)
        self.content.addWidget(self.empty)
        self.content.addWidget(self.view, 1)

    def _counts(self) -> Sequence[tuple[str, Callable[[], None]]]:
        return (
            ("打印本表\tCtrl+P", self.print_table),
            ("全部统计（Excel）\tCtrl+E", self.save_table),
        )

    def _lists(self) -> Sequence[tuple[str, Callable[[], None]]]:
        return (
            ("打印", self.print_list),
            ("存为 PDF", partial(self.save_list, _PDF, register_pdf)),
            ("存为 Word", partial(self.save_list, _WORD, register_docx)),
            ("存为 Excel", partial(self.save_list, _SHEET, _workbook)),
        )


def spans(today: date) -> Iterator[Span]:
    """This month and those before it, then the years."""
    year, month = today.year, today.month
    for _ in range(_MONTHS):
        last = date(year, month, monthrange(year, month)[1])
        yield Span(date(year, month, 1), last, f"{year}年{month}月")
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    for back in range(_YEARS):
        one = today.year - back
        yield Span(date(one, 1, 1), date(one, 12, 31), f"{one}年")


def _workbook(paper: Register) -> bytes:
    return register_workbook([("批示", paper)])
