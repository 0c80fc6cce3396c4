"""对账: every difference between what was printed, received, imported and what the ledger has."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout
from typing_extensions import override

from desk.reconciliation.difference import Difference, Reconciliation, Total
from desk.reconciling import reconcile
from ui import style
from ui.export import Export
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.scores.tab import ScoresTab

if TYPE_CHECKING:
    from ui.scores.page import ScoresPage

_AGREES = "全部一致：印发、来稿、导入和得分台账对得上。"


def _tie(row: Total) -> str:
    return "一致" if row.ties else "不一致"


DIFFERENCES: tuple[Column[Difference], ...] = (
    Column("area", "哪两本账", lambda row: row.area.value, 110),
    Column("sort", "情况", lambda row: row.sort.value, 80, bold=lambda _row: True),
    Column("day", "日期", lambda row: f"{row.day:%Y-%m-%d}", 100),
    Column("unit", "单位", lambda row: row.unit, 110),
    Column("publication", "刊物", lambda row: row.publication, 100, hidden=True),
    Column("title", "标题", lambda row: row.title, 200, tip=lambda row: row.title),
    Column("left", "原件上", lambda row: row.left, 210, tip=lambda row: row.left),
    Column("right", "台账上", lambda row: row.right, 210, tip=lambda row: row.right),
    Column("advice", "怎么办", lambda row: row.advice, 260, stretch=True,
           tip=lambda row: row.advice),
)  # fmt: skip

TOTALS: tuple[Column[Total], ...] = (
    Column("by", "按", lambda row: row.by, 70),
    Column("name", "名称", lambda row: row.name, 200, stretch=True),
    Column("entries", "印发条次", lambda row: str(row.entries), 90, right=True,
           sort=lambda row: row.entries),
    Column("adoptions", "台账采用", lambda row: str(row.adoptions), 90, right=True,
           sort=lambda row: row.adoptions),
    Column("drafts", "来稿篇次", lambda row: str(row.drafts), 90, right=True,
           sort=lambda row: row.drafts),
    Column("submissions", "台账报送", lambda row: str(row.submissions), 90, right=True,
           sort=lambda row: row.submissions),
    Column("ties", "结果", _tie, 90, colour=lambda row: None if row.ties else style.RED),
)  # fmt: skip


class ReconcileTab(ScoresTab):
    """The verdict, the differences, and the totals they come from."""

    title = "对账"
    needs_table = False

    def __init__(self, page: "ScoresPage") -> None:
        super().__init__(page)
        self._asked = 0
        self.result: Reconciliation | None = None
        self.verdict = QLabel("还没有对账")
        self.verdict.setObjectName("sectionTitle")
        self.verdict.setWordWrap(True)
        self.again_button = QPushButton("重新对账")
        self.again_button.setToolTip("按上面的日期再对一遍")
        self.model: MemoryModel[Difference] = MemoryModel(DIFFERENCES)
        self.view = ListView(self.session, self.model, "对账不一致", empty=_AGREES)
        self.totals_model: MemoryModel[Total] = MemoryModel(TOTALS)
        self.totals = ListView(self.session, self.totals_model, "对账合计")
        self.advice = QLabel()
        self.advice.setObjectName("muted")
        self.advice.setWordWrap(True)
        self._lay_out()
        self.again_button.clicked.connect(self.show_days)
        self.view.chosen.connect(self._advise)
        self.view.opened.connect(self._open)

    @override
    def show_days(self) -> None:
        self._asked += 1
        asked = self._asked
        self.verdict.setText("正在对账……")
        self.session.start(
            reconcile(self.session.store, *self.page.window_days()),
            done=lambda found: self._on_found(found) if asked == self._asked else None,
            cancelled=lambda: self.verdict.setText("对账已取消。要再对请按“重新对账”。"),
        )

    @override
    def narrow(self) -> None:
        self.model.set_filter(self.page.words)
        self.totals_model.set_filter(self.page.words)

    @override
    def paper_list(self) -> ListView:
        return self.view if self.model.rows else self.totals

    @override
    def exports(self) -> Sequence[Export]:
        return (
            Export("对账不一致的清单（Excel）", self.view.export),
            Export("对账合计（Excel）", self.totals.export),
        )

    def _on_found(self, found: Reconciliation) -> None:
        self.result = found
        self.verdict.setText(f"{'✓ ' if found.agrees else '✗ '}{found.told}")
        self.model.set_rows(found.differences)
        self.totals_model.set_rows(found.totals)
        self.narrow()
        self.advice.clear()
        if self.model.rows:
            self.view.choose(0)

    def _advise(self, at: int) -> None:
        row = self.model.row(at) if 0 <= at < len(self.model.rows) else None
        self.advice.setText(f"{row.title}：{row.advice}" if row else "")

    def _open(self, at: int) -> None:
        """Go where the difference can be put right."""
        row = self.model.row(at)
        kind, _, key = row.link.partition(":")
        if kind == "draft":
            self.session.go("editor", int(key))
        elif kind == "issue":
            self.session.go("issue", int(key))
        elif kind == "fact":
            self.page.show_target(row.link)
        elif kind == "scheme":
            self.session.go("registry", "计分办法")
        else:
            self.session.messages.note(row.advice)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.verdict, 1)
        head.addWidget(self.again_button)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self.view)
        halves.addWidget(self.totals)
        halves.setSizes([380, 220])
        halves.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(head)
        layout.addWidget(halves, 1)
        layout.addWidget(self.advice)
