"""Scores: months that are over and not closed, and units without a point (挂零)."""

from collections.abc import Iterator
from datetime import date, timedelta

from desk.agenda.duty import Duty, Field, Ground, Together
from desk.calendar import add_working_days
from desk.office_clock import moment_at
from desk.store import Work

CLOSE_BY = 5  # working day of the next month
_DAY = timedelta(1)


def closings(ground: Ground) -> Iterator[Duty]:
    """The months that are over and not closed, as far as the office closes any at all."""
    every = ground.work.closings.all()
    held = [one for one in every if one.holds]
    since = min((one.first for one in every), default=ground.today)
    for first in _months(ground.work, since, ground.today):
        last = _after(first) - _DAY
        if any(one.first <= first and last <= one.last for one in held):
            continue
        due = add_working_days(last, CLOSE_BY, ground.specials)
        yield Duty(
            key=f"closing:{first:%Y-%m}",
            field=Field.SCORES,
            text=f"{first.year}年{first.month}月还没有结账",
            shown=moment_at(due),
            due=ground.closing(due),
            page="scores",
            who=f"{first.month}月",
            target="结账",
            together=Together("{} 个月还没有结账", "scores", "结账", alone=0),
        )


def zeros(ground: Ground) -> Iterator[Duty]:
    """Units with a target and no point this year, from its second month on; takes long."""
    from desk.assessing import basis_of, facts_of  # noqa: PLC0415 - the engine is heavy
    from desk.scoring.totals import score  # noqa: PLC0415 - as above

    today, first = ground.today, date(ground.today.year, 1, 1)
    if today.month == 1:
        return
    basis = basis_of(ground.work, today.year)
    table = score(basis, facts_of(ground.work, basis, first, today), first, today, today=today)
    for one in table.units:
        if one.zero and one.quota:
            yield Duty(
                key=f"unit:{one.unit.id}:zero:{today.year}",
                field=Field.SCORES,
                text=f"今年挂零，报送 {one.submitted} 条",
                shown=moment_at(date(today.year, 2, 1)),
                who=one.unit.short,
                page="scores",
                target=one.unit.id,
                unit_ids=(one.unit.id,),
                together=Together("{} 家单位今年挂零", "scores", "考核一览", alone=0),
            )


def _months(work: Work, since: date, today: date) -> Iterator[date]:
    """The first days of the months to be closed, the oldest first.

    From the first closing on, at the most since last December; the last month in any case. What
    was before the first fact needs no closing.
    """
    begun = work.ledger.first_day()
    last = (today.replace(day=1) - _DAY).replace(day=1)
    first = max(date(today.year - 1, 12, 1), min(since.replace(day=1), last))
    first = max(first, begun.replace(day=1)) if begun else today
    while _after(first) <= today:
        yield first
        first = _after(first)


def _after(first: date) -> date:
    """The first day of the next month."""
    return (first + timedelta(31)).replace(day=1)
