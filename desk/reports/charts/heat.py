"""逐月热力图: every unit's points month by month; who falls silent, and when."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from desk.reports.charts.chart import Page, Paper
from desk.reports.charts.grouping import grouped
from desk.reports.charts.matrix_chart import Field, Heads, Line, matrix_pages
from desk.reports.charts.measure import label
from desk.reports.charts.steps import Scale, scale_of
from desk.reports.charts.surroundings import Around, Key, mark_key
from desk.reports.charts.words import NONE, names, note_of
from desk.reports.sheet import MIDDLE
from desk.scoring.figures import printed
from desk.surveys.survey import GroupSurvey, Survey, UnitSurvey

_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Month:
    """A unit's points in a month; None: it was not there yet."""

    first: date
    last: date
    points: Decimal | None


def figures(survey: Survey, one: UnitSurvey) -> tuple[Month, ...]:
    """The months of the year up to the survey's last day and no further, as its lines have them."""
    return tuple(_months(survey, one))


def silent_months(months: Sequence[Month]) -> int:
    """How many months up to the last one in a row have no points."""
    count = 0
    for month in reversed(months):
        if month.points is None or month.points > 0:
            break
        count += 1
    return count


def draw(survey: Survey, paper: Paper) -> Sequence[Page]:
    """Draw a line of months for each unit, in the order of the ranking."""
    months = {one.unit.id: figures(survey, one) for one in survey.units}
    held = [each.points for one in months.values() for each in one if each.points is not None]
    scale = scale_of(held, "分")
    legend: tuple[Key, ...] = (*scale.legend(), mark_key("当月没有得分", "o", MIDDLE, hollow=True))
    year, last = survey.stretch.last.year, survey.stretch.last.month
    span = f"1—{last}月" if last > 1 else "1月"
    around = Around(f"{year}年{span}各单位逐月得分", _sentence(survey, months), legend)
    blocks = [
        block.over(_line(one, months[one.unit.id], scale) for one in block.rows)
        for block in grouped(survey, lambda one: one.score.rank or 10**9, _detail)
    ]
    heads = Heads(tuple(f"{month}月" for month in range(1, last + 1)), ("累计",))
    return matrix_pages(
        survey, paper, around, blocks, heads, lambda lines: _note(survey, months, lines)
    )


def _months(survey: Survey, one: UnitSurvey) -> Iterator[Month]:
    end = survey.stretch.last
    sums: defaultdict[tuple[int, int], Decimal] = defaultdict(Decimal)
    for line in one.so_far.lines:
        sums[line.day.year, line.day.month] += line.points
    for at in range(end.month):
        first = date(end.year, at + 1, 1)
        after = date(end.year + (at + 1) // _DECEMBER, (at + 1) % _DECEMBER + 1, 1)
        begun = one.months.points[at] is not None
        yield Month(first, after - timedelta(1), sums[first.year, first.month] if begun else None)


def _line(one: UnitSurvey, months: Sequence[Month], scale: Scale) -> Line:
    name = one.unit.name
    total = sum((each.points for each in months if each.points is not None), Decimal(0))
    fields = tuple(_field(name, each, scale) for each in months)
    told = (
        f"{name}：{months[0].first.year}年到{months[-1].last.month}月，各月合计{printed(total)}分"
    )
    return Line(label(one.unit), told, one.unit.id, fields, (printed(total),))


def _field(name: str, month: Month, scale: Scale) -> Field:
    told = f"{name}：{month.first.month}月"
    days = month.first, month.last
    if month.points is None:
        return Field(NONE, told=f"{told}还没有数", days=days)
    if not month.points:
        return Field(mark="o", told=f"{told}没有得分", days=days)
    text = printed(month.points)
    return Field(text, scale.fill(month.points), told=f"{told}得{text}分", days=days)


def _detail(group: GroupSurvey) -> str:
    return f"{len(group.units)}个单位"


def _sentence(survey: Survey, months: dict[int, tuple[Month, ...]]) -> str:
    last = survey.stretch.last.month
    none = sum(bool(one) and silent_months(one) > 0 for one in months.values())
    long = sum(silent_months(one) >= 3 for one in months.values())  # noqa: PLR2004 - a quarter
    return (
        f"{len(months)}个单位按本期名次排列，格内是当月得分；"
        f"{last}月没有得分的{none}个，其中连续三个月以上没有得分的{long}个"
    )


def _note(survey: Survey, months: dict[int, tuple[Month, ...]], lines: Sequence[Line]) -> str:
    shown = {line.unit_id for line in lines}
    quiet = [one for one in survey.units if silent_months(months[one.unit.id]) >= 3]  # noqa: PLR2004 - a quarter
    quiet.sort(key=lambda one: -silent_months(months[one.unit.id]))
    here = [one for one in quiet if one.unit.id in shown]
    return note_of(
        (
            f"{_sentence(survey, months)}。各月得分同“逐月”页，点格子看当月的得分明细。",
            f"连续三个月以上没有得分的：{names(quiet)}。" if quiet else "",
            f"本页的：{names(here)}。" if here and len(here) < len(quiet) else "",
            f"本页{len(lines)}个单位。",
        )
    )
