"""逐月: every unit's points, adoptions or submissions in each month of the year."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout
from typing_extensions import override

from desk.months import MONTHS, UnitMonths, months_of
from desk.scoring.figures import printed
from ui import style
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.scores.tab import Export, ScoresTab

if TYPE_CHECKING:
    from ui.scores.page import ScoresPage

_EMPTY = "还没有单位\n\n请先在“资料”里导入单位名册"
_MONTH = "month "
Value = Callable[[UnitMonths, int], Decimal | None]


def _count(found: int) -> Decimal:
    return Decimal(found)


_FIGURES: dict[str, Value] = {
    "得分": lambda row, month: row.points[month],
    "采用条数": lambda row, month: _count(row.adopted[month]),
    "报送条数": lambda row, month: _count(row.submitted[month]),
}


class MonthsTab(ScoresTab):
    """The calendar year of the page's last day; a row a unit, a column a month."""

    title = "逐月"
    needs_table = False

    def __init__(self, page: "ScoresPage") -> None:
        super().__init__(page)
        self._rows: tuple[UnitMonths, ...] = ()
        self._asked = 0
        self.figure = QComboBox()
        self.figure.addItems(list(_FIGURES))
        self.year = QLabel()
        self.year.setObjectName("muted")
        self.model: MemoryModel[UnitMonths] = MemoryModel(_columns(_FIGURES["得分"]))
        self.view = ListView(self.session, self.model, "逐月得分", empty=_EMPTY)
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(QLabel("看"))
        row.addWidget(self.figure)
        row.addWidget(self.year)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, style.GAP, 0, 0)
        layout.setSpacing(style.GAP)
        layout.addLayout(row)
        layout.addWidget(self.view, 1)
        self.figure.activated.connect(self._on_figure)
        self.view.opened.connect(self._open)

    @override
    def show_days(self) -> None:
        self._asked += 1
        asked, store, today = self._asked, self.session.store, self.page.today()
        year = self.page.window_days()[1].year
        self.year.setText(f"{year} 年，到所选时段的那一年；没到的月份空着")
        self.session.look(
            lambda: months_of(store, year, today), lambda rows: self._on_rows(asked, rows)
        )

    def _on_rows(self, asked: int, rows: tuple[UnitMonths, ...]) -> None:
        if asked == self._asked:
            self._rows = rows
            self.narrow()

    def _open(self, number: int) -> None:
        """Show the lines behind the month under the cursor; behind the year elsewhere."""
        key = self.model.columns[self.view.currentIndex().column()].key
        year = self.page.window_days()[1].year
        month = int(key.removeprefix(_MONTH)) if key.startswith(_MONTH) else 0
        last = date(year + month // MONTHS, month % MONTHS + 1, 1) - timedelta(1)
        days = (date(year, month, 1), last) if month else (date(year, 1, 1), date(year, MONTHS, 31))
        self.page.look_at(*days, self.model.row(number).unit.id)

    @override
    def paper_list(self) -> ListView:
        return self.view

    @override
    def exports(self) -> Sequence[Export]:
        return (Export(f"逐月{self.figure.currentText()}（Excel）", self.view.export),)

    def _on_figure(self) -> None:
        self.model.set_columns(_columns(_FIGURES[self.figure.currentText()]))
        self.narrow()

    @override
    def narrow(self) -> None:
        group = self.page.group_id
        self.model.set_rows(
            [
                row
                for row in self._rows
                if group in (None, row.unit.group_id) and (row.unit.active or row.whole)
            ]
        )
        self.model.set_filter(self.page.words)


def _columns(value: Value) -> tuple[Column[UnitMonths], ...]:
    def total(row: UnitMonths) -> Decimal:
        held = (value(row, month) for month in range(MONTHS) if row.points[month] is not None)
        return sum((one for one in held if one is not None), Decimal(0))

    return (
        Column(
            "unit",
            "单位",
            lambda row: row.unit.short,
            130,
            tip=lambda row: row.unit.name,
            stretch=True,
        ),
        *(_month(month, value) for month in range(MONTHS)),
        Column("total", "合计", lambda row: printed(total(row)), 72, sort=total, right=True),
    )


def _month(month: int, value: Value) -> Column[UnitMonths]:
    def held(row: UnitMonths) -> Decimal | None:
        return None if row.points[month] is None else value(row, month)

    def text(row: UnitMonths) -> str:
        found = held(row)
        return "" if found is None else printed(found)

    def order(row: UnitMonths) -> Decimal:
        found = held(row)
        return Decimal(-1_000_000) if found is None else found

    return Column(f"{_MONTH}{month + 1}", f"{month + 1}月", text, 58, sort=order, right=True)
