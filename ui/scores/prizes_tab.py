"""单篇奖: the items that have a prize by the scheme."""

from collections.abc import Iterator

from typing_extensions import override

from desk.scoring.results import PrizedItem, ScoreTable
from desk.units import Unit
from ui.lists.column import Column
from ui.scores.list_tab import ListTab


class PrizesTab(ListTab[PrizedItem]):
    """In the order of the prizes."""

    title = "单篇奖"
    empty = "没有得奖的信息\n\n在“资料 → 计分办法”的“单篇奖”表里写上等次和条件，得奖的就列在这里"
    columns = (
        Column("prize", "等次", lambda row: row.prize, 100),
        Column("title", "标题", lambda row: row.title, 320, stretch=True),
        Column("units", "单位", lambda row: "、".join(one.short for one in row.units), 200),
        Column("day", "日期", lambda row: f"{row.day:%Y-%m-%d}", 100),
        Column("why", "为什么", lambda row: row.why, 320, tip=lambda row: row.why),
    )

    @override
    def rows(self, table: ScoreTable) -> Iterator[PrizedItem]:
        return iter(table.prizes)

    @override
    def unit_of(self, row: PrizedItem) -> Unit:
        return row.units[0]
