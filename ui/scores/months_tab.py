"""逐月: every unit's points, adoptions or submissions in each month of the year."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLabel
from typing_extensions import override

from desk.months import months_of
from desk.scoring.figures import printed
from desk.surveys.unit_months import MONTHS, UnitMonths
from desk.units import Unit
from ui.lists.column import Column
from ui.scores.list_tab import ListTab

if TYPE_CHECKING:
    from ui.scores.page import ScoresPage

_MONTH = "month "
Value = Callable[[UnitMonths, int], Decimal | None]


def _count(found: int) -> Decimal:
    return Decimal(found)


_FIGURES: dict[str, Value] = {
    "得分": lambda row, month: row.points[month],
    "采用条数": lambda row, month: _count(row.adopted[month]),
    "报送条数": lambda row, month: _count(row.submitted[month]),
}


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


class MonthsTab(ListTab[UnitMonths]):
    """The calendar year of the page's last day; a row a unit, a column a month."""

    title = "逐月"
    needs_table = False
    heading = "逐月得分"
    empty = "还没有单位\n\n请先在“资料”里导入单位名册"
    columns = _columns(_FIGURES["得分"])

    def __init__(self, page: "ScoresPage") -> None:
        super().__init__(page)
        self.figure = QComboBox()
        self.figure.setAccessibleName("看什么数")
        self.figure.addItems(list(_FIGURES))
        self.year = QLabel()
        self.year.setObjectName("muted")
        for widget in (QLabel("看"), self.figure, self.year):
            self.head.addWidget(widget)
        self.head.addStretch(1)
        self.figure.activated.connect(self._on_figure)

    @override
    def show_days(self) -> None:
        year = self.page.window_days()[1].year
        self.year.setText(f"{year} 年，到所选时段的那一年；没到的月份空着")
        self.read(partial(months_of, self.session.store, year, self.page.today()))

    @override
    def unit_of(self, row: UnitMonths) -> Unit:
        return row.unit

    @override
    def shows(self, row: UnitMonths) -> bool:
        return super().shows(row) and (row.unit.active or bool(row.whole))

    @override
    def open_row(self, number: int) -> None:
        """Show the lines behind the month under the cursor; behind the year elsewhere."""
        key = self.model.columns[self.view.currentIndex().column()].key
        year = self.page.window_days()[1].year
        month = int(key.removeprefix(_MONTH)) if key.startswith(_MONTH) else 0
        last = date(year + month // MONTHS, month % MONTHS + 1, 1) - timedelta(1)
        days = (date(year, month, 1), last) if month else (date(year, 1, 1), date(year, MONTHS, 31))
        self.page.look_at(*days, self.model.row(number).unit.id)

    def _on_figure(self) -> None:
        self.view.heading = f"逐月{self.figure.currentText()}"
        self.model.set_columns(_columns(_FIGURES[self.figure.currentText()]))
        self.narrow()
