"""历史导入: what was imported from old ledgers, and the way to import more or take it back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout
from typing_extensions import override

from desk.importing.batches import Batch, Sort
from desk.importing.past.report import Line
from desk.importing.undoing import batches, report_of, undo_import
from desk.office_clock import minute_words
from ui import style
from ui.dialogs import open_paths
from ui.keys import bind
from ui.ledger_import.report_step import ReportWindow
from ui.ledger_import.window import KINDS, ImportWindow
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.scores.tab import ScoresTab
from ui.session import Topic

if TYPE_CHECKING:
    from ui.scores.page import ScoresPage

_EMPTY = (
    "还没有导入过旧台账\n\n点“导入旧台账”选一个 Excel 或 CSV 文件，分三步：\n"
    "认表和列、认名称、逐行核对；核对完再记，记了也可以整批撤销"
)
COLUMNS: tuple[Column[Batch], ...] = (
    Column("id", "批", lambda one: str(one.id), 48, lambda one: one.id, right=True),
    Column("when", "时间", lambda one: minute_words(one.when), 130),
    Column("name", "文件", lambda one: one.name, 240, tip=lambda one: one.name),
    Column("sort", "表类", lambda one: one.sort.value, 110),
    Column("who", "经手人", lambda one: one.who, 80),
    Column("rows", "行数", lambda one: str(one.rows or ""), 64, lambda one: one.rows, right=True),
    Column("facts", "记入条次", lambda one: str(one.facts), 84, lambda one: one.facts, right=True),
    Column(
        "state", "状态", lambda one: one.state, 72,
        colour=lambda one: None if one.is_standing else style.RED,
    ),
    Column("detail", "说明", lambda one: one.detail, 300, tip=lambda one: one.detail, stretch=True),
)  # fmt: skip


class ImportTab(ScoresTab):
    """The batches, the newest first."""

    title = "历史导入"
    needs_table = False

    def __init__(self, page: "ScoresPage") -> None:
        super().__init__(page)
        self.model = MemoryModel(COLUMNS)
        self.view = ListView(self.session, self.model, "历史导入", empty=_EMPTY)
        self.ledger_button = QPushButton("导入旧台账…")
        self.ledger_button.setToolTip("从 Excel 或 CSV 导入往年的采用、批示等记录（Alt+I）")
        self.upper_button = QPushButton("导入上级通报…")
        self.upper_button.setToolTip("导入上级的采用通报，自动找出我们的稿件（Alt+U）")
        self.undo_button = QPushButton("撤销这一批")
        self.undo_button.setToolTip("把选中的一批全部撤回；已结账的时段用冲销冲回（Delete）")
        self.undo_button.setEnabled(False)
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        for button in (self.ledger_button, self.upper_button, self.undo_button):
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, style.GAP, 0, 0)
        layout.setSpacing(style.GAP)
        layout.addLayout(row)
        layout.addWidget(self.view, 1)
        self._connect()

    def _connect(self) -> None:
        self.ledger_button.clicked.connect(lambda: self.choose(Sort.LEDGER))
        self.upper_button.clicked.connect(lambda: self.choose(Sort.UPPER))
        self.undo_button.clicked.connect(self._undo)
        self.view.chosen.connect(lambda _row: self._enable())
        self.view.opened.connect(self._open)
        bind(self, "Alt+I", lambda: self.choose(Sort.LEDGER))
        bind(self, "Alt+U", lambda: self.choose(Sort.UPPER))
        bind(self.view, "Delete", self._undo)

    @override
    def paper_list(self) -> ListView:
        return self.view

    @override
    def show_days(self) -> None:
        store = self.session.store
        self.session.look(lambda: batches(store), self._on_batches)

    def _on_batches(self, found: Sequence[Batch]) -> None:
        self.model.set_rows(found)
        self._enable()

    def _enable(self) -> None:
        batch = self._chosen()
        self.undo_button.setEnabled(batch is not None and batch.is_standing)

    def _chosen(self) -> Batch | None:
        row = self.view.currentIndex().row()
        return self.model.row(row) if 0 <= row < len(self.model.rows) else None

    def choose(self, sort: Sort) -> None:
        """Ask for a file and open the wizard on it."""
        title = "选择旧台账" if sort is Sort.LEDGER else "选择上级采用通报"
        for path in open_paths(self, title, KINDS)[:1]:
            ImportWindow(self.session, path, sort, self).open()

    def _open(self, number: int) -> None:
        """Show what each row of a batch has booked."""
        batch, store = self.model.row(number), self.session.store

        def show(lines: Sequence[Line]) -> None:
            window = ReportWindow(self.session, batch.name, lines, self)
            window.open()

        if batch.report:
            self.session.look(lambda: report_of(store, batch), show)
        else:
            self.session.messages.note("这一批导入时还没有逐行的核对结果")

    def _undo(self) -> None:
        batch = self._chosen()
        if batch is None or not batch.is_standing:
            return
        question = (
            f"撤销第 {batch.id} 批“{batch.name}”？它记入的 {batch.facts} 条次都会撤回，"
            "要恢复只能再导入一次。"
        )
        if not self.session.messages.ask(question, "撤销这一批", danger=True):
            return
        store, by = self.session.store, self.session.by()
        self.session.do(
            lambda: undo_import(store, batch.id, by=by),
            Topic.SCORES,
            note=f"第 {batch.id} 批“{batch.name}”已撤销",
        )
