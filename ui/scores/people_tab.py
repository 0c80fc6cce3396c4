"""个人: what each author has of the unit's points."""

from collections.abc import Iterator

from typing_extensions import override

from desk.scoring.figures import printed
from desk.scoring.results import PersonScore, ScoreTable
from desk.units import Unit
from ui.lists.column import Column
from ui.scores.list_tab import ListTab


class PeopleTab(ListTab[PersonScore]):
    """The best first."""

    title = "个人"
    heading = "个人得分"
    empty = "没有写着作者的得分\n\n来稿登记了作者、台账填了“作者”的，个人得分列在这里"
    columns = (
        Column(
            "rank", "名次", lambda row: str(row.rank), 60, sort=lambda row: row.rank, right=True
        ),
        Column("name", "姓名", lambda row: row.name, 120),
        Column("unit", "单位", lambda row: row.unit.name, 260, stretch=True),
        Column(
            "points", "得分", lambda row: printed(row.points), 80,
            sort=lambda row: row.points, right=True,
        ),
        Column(
            "submitted", "报送", lambda row: str(row.submitted), 72,
            sort=lambda row: row.submitted, right=True,
        ),
        Column(
            "adopted", "采用", lambda row: str(row.adopted), 72,
            sort=lambda row: row.adopted, right=True,
        ),
    )  # fmt: skip

    @override
    def rows(self, table: ScoreTable) -> Iterator[PersonScore]:
        return iter(table.people)

    @override
    def unit_of(self, row: PersonScore) -> Unit:
        return row.unit
