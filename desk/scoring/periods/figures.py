"""A unit's figures over some days: item lines and period lines in one order."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from desk.scoring.basis import Basis
from desk.scoring.lines import Event, Line, PeriodLine, Stage
from desk.scoring.periods import expected
from desk.scoring.periods.base import base_lines
from desk.scoring.periods.counters import followed
from desk.scoring.periods.history import History
from desk.scoring.periods.limits import limited
from desk.scoring.periods.pass_lines import passings
from desk.scoring.periods.plan import TermsAt, plan_of
from desk.scoring.periods.rates import Rate, rates
from desk.scoring.periods.tasks import Standing, barred_by, standings
from desk.scoring.periods.wording import figure
from desk.scoring.periods.writing import period_line
from desk.scoring.periods.zeroing import zeroed
from desk.scoring.results import TaskResult, UnitFigures
from desk.units import Unit

Days = tuple[date, date, date]


def unit_figures(
    unit: Unit, events: Iterable[Event], terms_at: TermsAt, basis: Basis, window: Days
) -> UnitFigures:
    """The unit's lines from first to last, and what the period clauses say of those days.

    ``window`` is begin, first, last: begin as ``begin_of`` tells for first, last no later than
    today. ``events`` are all of the unit since begin; what is before begin or after last is left
    out. A period that has not ended by last is not judged; ``expected`` tells how it stands.
    """
    begin, first, last = window
    plan = plan_of(terms_at, begin, last)
    history = History(events, plan)
    if not unit.active and not history.events:
        return UnitFigures((), Decimal(0))
    tasks = standings(unit, plan, history, basis)
    adoption = tuple(rates(unit, plan, history))
    after = followed(unit, plan, history)
    own: list[Line] = [
        *(line for event in history.events for line in event.lines),
        *base_lines(unit, plan),
        *_task_lines(unit, tasks, last),
        *_rate_lines(unit, adoption, last),
        *after.lines,
    ]
    own.sort(key=_day)
    lines = zeroed(limited(map(history.placed, own), unit, plan), after.zeros, unit)
    beside = tuple(passings(unit, plan, lines))
    shown = tuple(line for line in lines if first <= line.day)
    return UnitFigures(
        lines=shown,
        raw=_raw(shown),
        tasks=tuple(_results(tasks, first, last)),
        barred=(*after.barred, *barred_by(tasks, plan)),
        failed=tuple(
            one.text for one in beside if first <= one.period.last <= last and one.is_failed
        ),
        expected=(
            *expected.of_tasks(tasks, last),
            *expected.of_rates(adoption, last),
            *expected.of_pass_lines(beside, last),
        ),
    )


def _day(line: Line) -> date:
    return line.day


def _raw(lines: Sequence[Line]) -> Decimal:
    kept = (
        line.points
        for line in lines
        if not (isinstance(line, PeriodLine) and line.stage is Stage.ZERO)
    )
    return sum(kept, Decimal(0))


def _task_lines(unit: Unit, tasks: Iterable[Standing], last: date) -> Iterator[PeriodLine]:
    for one in tasks:
        if one.period.last <= last and one.points:
            said = f"{one.clause.name}（{one.period.name}）", one.text, one.clause.component
            yield period_line(one.judged, unit.id, one.period.last, Stage.TASK, one.points, *said)


def _rate_lines(unit: Unit, found: Iterable[Rate], last: date) -> Iterator[PeriodLine]:
    for one in found:
        if one.period.last <= last and one.is_low and one.clause.points:
            text = f"{one.period.name}{one.text}，扣 {figure(one.clause.points)} 分"
            said = f"录用率（{one.period.name}）", text, one.clause.component
            points = -one.clause.points
            yield period_line(one.judged, unit.id, one.period.last, Stage.RATE, points, *said)


def _results(tasks: Iterable[Standing], first: date, last: date) -> Iterator[TaskResult]:
    """The tasks judged within the days, and those open on the last one."""
    for one in tasks:
        period = one.period
        judged = first <= period.last <= last
        if judged or expected.is_open(period, last):
            yield TaskResult(
                one.clause.name,
                period.name,
                period.first,
                period.last,
                one.target,
                one.count,
                one.done,
                one.points if judged else None,
                one.judged.told(one.text) if judged else expected.of_task(one),
            )
