"""The tables of a deck: few columns, read off a survey."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desk.dates import full_date, short_date
from desk.reports.charts.words import NONE, percent_of, points, rate
from desk.reports.decks.plan import TABLES
from desk.scoring.lines import LedgerLine, Line
from desk.scoring.results import ScoreTable, UnitScore
from desk.stat_table import Head, StatTable, Value
from desk.surveys.items import Printed, counted_items, printed_items
from desk.surveys.survey import GroupSurvey, Survey, UnitSurvey
from desk.units import Unit


@dataclass(frozen=True, slots=True)
class DeckTable:
    """A table, and to which unit's lines of which days each row leads; 0 leads nowhere."""

    table: StatTable
    unit_ids: tuple[int, ...]
    first: date
    last: date


def deck_tables(key: str, survey: Survey) -> list[DeckTable]:
    """The tables of a part of the plan, by its key."""
    match key:
        case "standing":
            return [_standing(survey, group) for group in survey.groups]
        case "behind":
            return [_behind(survey)]
        case "publications":
            return [_publications(survey)]
        case _:
            return [_instructions(survey)]


def unit_lines(survey: Survey, unit_id: int, first: date, last: date) -> DeckTable:
    """The lines behind a unit's figure of some days."""
    score = next(
        (one for one in _covering(survey, first, last).units if one.unit.id == unit_id), None
    )
    lines = [one for one in (score.lines if score else ()) if first <= one.day <= last]
    total = sum((one.points for one in lines), Decimal(0))
    heads = (
        Head("日期"), Head("事项", left=True), Head("刊物、栏目", left=True),
        Head("依据", left=True), Head("得分"),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = [
        (one.day, one.title, _place(one), one.rule, one.points) for one in lines
    ]
    rows.append(("合计", f"共{len(lines)}条", "", "", total))
    name = score.unit.name if score else ""
    days = f"{full_date(first)}至{short_date(last)}"
    table = StatTable(f"{name}得分明细", heads, tuple(rows), days, strong=frozenset({len(lines)}))
    return DeckTable(table, (0,) * len(rows), first, last)


def _covering(survey: Survey, first: date, last: date) -> ScoreTable:
    """The table whose lines hold those days; the period's own, as published, before others."""
    tables = (survey.table, survey.so_far, survey.year_ago, survey.before)
    held = (one for one in tables if one.first <= first and last <= one.last)
    return next(held, survey.so_far)


def _place(line: Line) -> str:
    section = f"“{line.section}”" if line.section else ""
    other = "" if isinstance(line, LedgerLine) else line.stage.value
    return f"《{line.publication}》{section}" if line.publication else other


def _standing(survey: Survey, group: GroupSurvey) -> DeckTable:
    heads = (
        Head("名次"), Head("单位", left=True), Head("得分"), Head("报送"), Head("采用"),
        Head("采用率"), Head("全年目标"), Head("累计得分"), Head("累计完成"), Head("比上期"),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = [_standing_row(one) for one in group.units]
    scores = [one.score for one in group.units]
    sent, used = sum(one.submitted for one in scores), sum(one.adopted for one in scores)
    rows.append(
        (
            "合计", f"{len(scores)}个单位", _sum(scores), sent, used, rate(survey, used, sent),
            "", _sum([one.so_far for one in group.units]), "", "",
        )
    )  # fmt: skip
    title = f"{group.group.name}得分和名次"
    note = f"{survey.stretch.name}；累计从{short_date(survey.stretch.begin)}算起"
    table = StatTable(title, heads, tuple(rows), note, strong=frozenset({len(scores)}))
    return _leading(survey, table, [one.unit for one in group.units])


def _standing_row(one: UnitSurvey) -> tuple[Value, ...]:
    score, so_far = one.score, one.so_far
    return (
        score.rank or NONE,
        _name(one.unit),
        score.points,
        score.submitted,
        score.adopted,
        percent_of(score.rate),
        NONE if so_far.quota is None else so_far.quota,
        so_far.points,
        percent_of(so_far.completion),
        _climbed(one.climbed),
    )


def _climbed(places: int | None) -> str:
    if places is None:
        return NONE
    return f"升{places}" if places > 0 else f"降{-places}" if places else "平"


def _behind(survey: Survey) -> DeckTable:
    found = [
        (group.group.name, one)
        for group in survey.groups
        for one in group.units
        if one.so_far.behind > 0 or (one.so_far.zero and not one.exempt)
    ]
    heads = (
        Head("单位", left=True), Head("分组", left=True), Head("累计得分"), Head("全年目标"),
        Head("完成率"), Head("落后序时"), Head("情况"),
    )  # fmt: skip
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (
            _name(one.unit),
            group,
            one.so_far.points,
            NONE if one.so_far.quota is None else one.so_far.quota,
            percent_of(one.so_far.completion),
            f"{points(one.so_far.behind)}分",
            _state(one),
        )
        for group, one in found
    )
    so_far = survey.so_far
    days = f"{short_date(so_far.first)}至{short_date(so_far.last)}"
    note = f"{days}，序时进度{percent_of(so_far.pace)}，按组、按名次排列"
    table = StatTable(TABLES["behind"], heads, rows, note)
    ids = tuple(one.unit.id for _group, one in found)
    return DeckTable(table, ids, survey.so_far.first, survey.so_far.last)


def _state(one: UnitSurvey) -> str:
    if one.so_far.zero:
        return "○ 挂零"
    since = one.outlook.silent_since if one.outlook else None
    return f"▼ {short_date(since)}起没有得分" if since else "▼ 落后"


def _publications(survey: Survey) -> DeckTable:
    items = counted_items(survey)
    heads = (
        Head("刊物", left=True), Head("层级"), Head("采用条数"), Head("涉及单位"),
        Head("有批示的"), Head("约稿"),
    )  # fmt: skip
    held: dict[str, list[Printed]] = {}
    for one in items:
        held.setdefault(one.publication, []).append(one)
    rows: list[tuple[Value, ...]] = [_publication(name, found) for name, found in held.items()]
    if rows:
        rows.append(("合计", "", *_counts(items)))
    table = StatTable(
        TABLES["publications"],
        heads,
        tuple(rows),
        f"{survey.stretch.name}；几个单位合报、合编的算一条",
        strong=frozenset({len(rows) - 1}),
    )
    return _leading(survey, table, ())


def _publication(name: str, found: Sequence[Printed]) -> tuple[Value, ...]:
    tier = found[0].tier
    return (f"《{name}》" if name else "没有写明刊物", tier.value if tier else "", *_counts(found))


def _counts(found: Sequence[Printed]) -> tuple[int, ...]:
    units = {unit.id for one in found for unit in one.units}
    noted = sum(one.instructed for one in found)
    return len(found), len(units), noted, sum(one.commissioned for one in found)


def _instructions(survey: Survey) -> DeckTable:
    noted = (one for one in printed_items(survey) if one.instructed)
    found = sorted(noted, key=lambda one: one.day)
    heads = (
        Head("日期"), Head("信息", left=True), Head("刊物", left=True), Head("单位", left=True),
    )  # fmt: skip
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (
            one.day,
            f"★ {one.title}",
            f"《{one.publication}》{one.number}",
            "、".join(map(_name, one.units)),
        )
        for one in found
    )
    table = StatTable(
        TABLES["instructions"], heads, rows, f"{survey.stretch.name}刊用、今年有领导批示的"
    )
    ids = tuple(one.units[0].id if len(one.units) == 1 else 0 for one in found)
    return DeckTable(table, ids, survey.stretch.first, survey.stretch.last)


def _leading(survey: Survey, table: StatTable, units: Sequence[Unit]) -> DeckTable:
    """Let the first rows lead to these units' lines."""
    ids = [one.id for one in units]
    ids += [0] * (len(table.rows) - len(ids))
    return DeckTable(table, tuple(ids), survey.stretch.first, survey.stretch.last)


def _sum(scores: Sequence[UnitScore]) -> Decimal:
    return sum((one.points for one in scores), Decimal(0))


def _name(unit: Unit) -> str:
    return unit.short or unit.name
