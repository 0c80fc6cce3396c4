"""Use case: what every unit reached over some days (考核)."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from desk.batches import collection_paused
from desk.calendar import by_day
from desk.errors import NotAllowedError
from desk.facts import Fact
from desk.reports.column_sums import column_sums
from desk.scoring.basis import Basis
from desk.scoring.clauses.items import Reach, Repeat
from desk.scoring.figures import printed
from desk.scoring.lines import Line
from desk.scoring.numerals import fraction_written
from desk.scoring.periods.reach import begin_of
from desk.scoring.results import PersonScore, ScoreTable, TaskResult, UnitScore
from desk.scoring.scheme import Purpose, Scheme
from desk.scoring.terms import timetable
from desk.scoring.totals import score
from desk.scoring.years import in_force
from desk.store import Store, Work

_LAST_YEAR = 2999


def assess(
    store: Store,
    first: date,
    last: date,
    *,
    today: date | None = None,
    purpose: Purpose = Purpose.POINTS,
) -> ScoreTable:
    """Score all units from first to last; raises NotAllowedError when they are swapped."""
    check_days(first, last)
    with collection_paused():
        with store.read() as work:
            basis = basis_of(work, last.year, since=first.year)
            facts = facts_of(work, basis, first, last, purpose)
        return score(basis, facts, first, last, today=today, purpose=purpose)


def check_days(first: date, last: date) -> None:
    """Raise NotAllowedError when the days are swapped, or too far away to reckon."""
    if last.year > _LAST_YEAR:
        raise NotAllowedError(
            f"结束日期 {last:%Y-%m-%d} 太远，请改成 {_LAST_YEAR} 年以前的日期再试。"
        )
    if last < first:
        raise NotAllowedError(
            f"开始日期 {first:%Y-%m-%d} 晚于结束日期 {last:%Y-%m-%d}，请把两个日期对调后再试。"
        )


def basis_of(work: Work, year: int, *, since: int | None = None) -> Basis:
    """What facts are measured by in a year, or in all years since another.

    The quotas of the year before are there too, which an assessment year may have begun in.
    """
    years = range((since or year) - 1, year + 1)
    return Basis(
        units=work.registry.units(),
        groups=work.registry.groups(),
        quotas=[one for each in years for one in work.registry.quotas(each)],
        schemes=work.catalogue.schemes(),
        publications=work.catalogue.publications(),
        specials=by_day(work.lists.special_days()),
    )


def facts_of(
    work: Work, basis: Basis, first: date, last: date, purpose: Purpose = Purpose.POINTS
) -> list[Fact]:
    """All facts that the figures of some days may hang on, up to the last of them.

    These are the facts of the whole assessment year, and where something of a former year is
    taken back or booked late, those from that year on.
    """
    schemes = [one for one in basis.schemes if one.purpose is purpose]
    terms_at = timetable(schemes, basis)
    begin = begin_of(first, terms_at)
    held = work.ledger.between(begin, last)
    back = min((one.counted for one in held), default=begin)
    start = begin_of(back, terms_at) if back < begin else begin
    if any(map(_remembers, in_force(schemes, start, last))):
        start = date.min
    return work.ledger.between(start, begin - timedelta(1)) + held if start < begin else held


def _remembers(scheme: Scheme) -> bool:
    """Whether it looks at all that ever happened to an item (期间：不限)."""
    return any(isinstance(one, Repeat) and one.reach is Reach.EVER for one in scheme.clauses)


def scores_json(table: ScoreTable, *, people: bool = False) -> dict[str, Any]:
    """The table as the ``scores --json`` contract has it; fractional numbers are strings.

    With the persons' points where asked for.
    """
    told: dict[str, Any] = {
        "from": table.first.isoformat(),
        "to": table.last.isoformat(),
        "scheme": "、".join(table.schemes),
        "groups": [
            {"name": group.group.name, "units": [_unit_json(unit) for unit in group.units]}
            for group in table.groups
        ],
    }
    if table.prizes:
        told["prizes"] = [
            {
                "prize": one.prize,
                "item": one.title,
                "units": [unit.name for unit in one.units],
                "date": one.day.isoformat(),
                "text": one.why,
            }
            for one in table.prizes
        ]
    if people:
        told["people"] = [_person_json(one) for one in table.people]
    return told


def _unit_json(item: UnitScore) -> dict[str, Any]:
    return {
        "unit": item.unit.name,
        "rank": item.rank,
        "points": printed(item.points),
        "submitted": item.submitted,
        "adopted": item.adopted,
        "rate": printed(item.rate),
        "quota": _maybe(item.quota),
        "completion": _maybe(item.completion),
        "pace": printed(item.pace),
        "raw": printed(item.raw),
        "converted": _maybe(item.converted),
        "average": printed(item.average),
        "counted": fraction_written(Fraction(item.counted)),
        "components": {name: printed(points) for name, points in item.components},
        "tasks": [_task_json(task) for task in item.tasks],
        "barred": list(item.barred),
        "failed": list(item.failed),
        "expected": list(item.expected),
        "placed": item.placed,
        "columns": column_sums(item.lines),
        "lines": [_line_json(line) for line in item.lines],
    }


def _task_json(task: TaskResult) -> dict[str, Any]:
    return {
        "task": task.name,
        "period": task.period,
        "target": fraction_written(task.target),
        "reached": fraction_written(task.reached),
        "done": task.done,
        "points": _maybe(task.points),
        "text": task.text,
    }


def _line_json(line: Line) -> dict[str, str]:
    return {
        "date": line.day.isoformat(),
        "item": line.title,
        "publication": line.publication,
        "section": line.section,
        "rule": line.rule,
        "points": printed(line.points),
        "text": line.text,
        "component": line.component,
        "clause": line.clause,
    }


def _person_json(item: PersonScore) -> dict[str, Any]:
    return {
        "name": item.name,
        "unit": item.unit.name,
        "rank": item.rank,
        "points": printed(item.points),
        "submitted": item.submitted,
        "adopted": item.adopted,
    }


def _maybe(value: Decimal | None) -> str | None:
    return None if value is None else printed(value)
