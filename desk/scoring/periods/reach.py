"""How far back events must be known for the lines of some days to come out right."""

from collections.abc import Iterator
from datetime import date

from desk.scoring.clauses.clause import Span
from desk.scoring.clauses.periods import Zero
from desk.scoring.periods.counters import ZEROED
from desk.scoring.periods.plan import Plan, TermsAt, plan_of
from desk.scoring.periods.spans import periods_in
from desk.scoring.scheme import Scheme


def begin_of(first: date, terms_at: TermsAt) -> date:
    """The first day of the year that holds a day, or earlier where a period over its border does.

    A week over New Year is judged with its days in December. What a limit makes of them hangs on
    their own year, so where there is one that year is read whole.
    """
    begin = plan_of(terms_at, first, first).year_of(first).first
    plan = plan_of(terms_at, begin, first)
    counted = min((_opening(first, *one) for one in _counting(plan)), default=first)
    summed = first
    for span, scheme in _summing(plan):
        summed = _opening(summed, span, scheme)
    if summed < begin:
        summed = plan.year_of(summed).first
    return min(begin, counted, summed)


def _counting(plan: Plan) -> Iterator[tuple[Span, Scheme]]:
    """What looks at facts and item lines of its period."""
    for rows in (plan.tasks, plan.rates, plan.counters):
        for one in rows:
            yield one.clause.span, one.terms.scheme


def _summing(plan: Plan) -> Iterator[tuple[Span, Scheme]]:
    """What looks at the lines of its period that came out of those after it in this order."""
    for line in plan.pass_lines:
        yield line.clause.span, line.terms.scheme
    for counter in plan.counters:
        if counter.clause.zero is not Zero.NONE:
            yield ZEROED[counter.clause.zero], counter.terms.scheme
    for limit in reversed(plan.limits):
        yield limit.clause.span, limit.terms.scheme


def _opening(day: date, span: Span, scheme: Scheme) -> date:
    return min((one.first for one in periods_in(day, day, span, scheme)), default=day)
