"""What a task asks of a unit in a period."""

from fractions import Fraction

from desk.scoring.basis import Basis
from desk.scoring.clauses.clause import Span
from desk.scoring.clauses.periods import Measure, Task
from desk.scoring.periods.spans import Period
from desk.units import Quota, Unit

OF_YEAR = {
    Span.WEEK: Fraction(1, 52),
    Span.MONTH: Fraction(1, 12),
    Span.TWO_MONTHS: Fraction(1, 6),
    Span.QUARTER: Fraction(1, 4),
    Span.HALF: Fraction(1, 2),
    Span.YEAR: Fraction(1),
}


def target_of(clause: Task, unit: Unit, period: Period, basis: Basis) -> Fraction | None:
    """The items or points to be reached; None where nothing is asked of the unit.

    Heads of staff and parts of a quota are not told yet, so what goes by them asks nothing.
    """
    if clause.per_head or clause.sub_quota:
        return None
    if clause.target is not None:
        return Fraction(clause.target)
    quota = _quota(unit, period.year, basis)
    if quota is None:
        return None
    yearly = quota.items if clause.measure is Measure.ITEMS else quota.points
    return Fraction(yearly) * OF_YEAR[period.span] if yearly else None


def _quota(unit: Unit, year: int, basis: Basis) -> Quota | None:
    held = (one for one in basis.quotas if one.unit_id == unit.id and one.year == year)
    return next(held, None)
