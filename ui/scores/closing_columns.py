"""The columns of 结账: periods, units that differ, lines that differ."""

from decimal import Decimal

from desk.closings.comparing import LineDifference, UnitDifference
from desk.closings.overview import PeriodRow
from desk.office_clock import minute_words
from desk.scoring.figures import printed
from desk.scoring.results import UnitScore
from ui import style
from ui.lists.column import Column


def _when(row: PeriodRow) -> str:
    return minute_words(row.shown.when) if row.shown else ""


def _generation(row: PeriodRow) -> str:
    return f"第 {row.shown.generation} 次" if row.shown else ""


def _colour(row: PeriodRow) -> str | None:
    return style.RED if row.differing else None


PERIODS: tuple[Column[PeriodRow], ...] = (
    Column("name", "时段", lambda row: row.period.name, 150, sort=lambda row: row.period.last),
    Column(
        "days", "起止", lambda row: f"{row.period.first:%m-%d} 至 {row.period.last:%m-%d}", 130
    ),
    Column("state", "状态", lambda row: row.state, 220, bold=lambda row: bool(row.held)),
    Column("who", "结账人", lambda row: row.shown.who if row.shown else "", 80),
    Column("when", "结账时间", _when, 140),
    Column("generation", "次数", _generation, 70),
    Column("digest", "数据摘要", lambda row: row.shown.digest[:8] if row.shown else "", 90,
           tip=lambda row: f"SHA-256 {row.shown.digest}" if row.shown else ""),
    Column("differing", "公布与现在", lambda row: row.compared, 200, colour=_colour, stretch=True),
)  # fmt: skip


def _points(score: UnitScore | None) -> str:
    return printed(score.points) if score else "—"


def _rank(score: UnitScore | None) -> str:
    return str(score.rank or "—") if score else "—"


def _signed(points: Decimal) -> str:
    return f"+{printed(points)}" if points > 0 else printed(points)


UNITS: tuple[Column[UnitDifference], ...] = (
    Column("unit", "单位", lambda row: row.unit.short, 110),
    Column("then", "公布得分", lambda row: _points(row.published), 76, right=True),
    Column("now", "现在得分", lambda row: _points(row.today), 76, right=True),
    Column("more", "差", lambda row: _signed(row.points), 56, right=True,
           sort=lambda row: row.points),
    Column("rank", "公布名次", lambda row: _rank(row.published), 76, right=True),
    Column("rank_now", "现在名次", lambda row: _rank(row.today), 76, right=True),
    Column("told", "不同之处", lambda row: row.told, 300, stretch=True, tip=lambda row: row.told),
)  # fmt: skip

LINES: tuple[Column[LineDifference], ...] = (
    Column("day", "日期", lambda row: f"{row.day:%m-%d}", 60, sort=lambda row: row.day),
    Column("told", "哪一边有", lambda row: row.told, 110, tip=lambda row: row.told),
    Column("points", "差", lambda row: _signed(row.points), 56, right=True,
           sort=lambda row: row.points),
    Column("title", "标题", lambda row: row.title, 180, tip=lambda row: row.title),
    Column("text", "计分依据", lambda row: row.text, 300, stretch=True, tip=lambda row: row.text),
)  # fmt: skip
