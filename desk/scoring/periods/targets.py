"""What a task asks of a unit in a period."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from desk.scoring.basis import Basis
from desk.scoring.clauses.clause import Span
from desk.scoring.clauses.periods import Measure, Task
from desk.scoring.periods.spans import Period
from desk.units import Quota, SubQuota, Unit

OF_YEAR = {
    Span.WEEK: Fraction(1, 52),
    Span.MONTH: Fraction(1, 12),
    Span.TWO_MONTHS: Fraction(1, 6),
    Span.QUARTER: Fraction(1, 4),
    Span.HALF: Fraction(1, 2),
    Span.YEAR: Fraction(1),
}


def target_of(clause: Task, unit: Unit, period: Period, basis: Basis) -> Fraction | None:
    """The items or points to be reached; None where nothing is asked of the unit, or it is exempt.

    A quota is that of the period's last day; a part of the year asks its part of it.
    """
    quota = _quota(basis.quotas, unit.id, period.year)
    if quota is not None and quota.exempt:
        return None
    if clause.target is not None and not clause.sub_quota:
        target = Fraction(clause.target)
    else:
        yearly = _yearly(clause, quota.on(period.last)) if quota else None
        if not yearly:
            return None
        target = Fraction(yearly) * OF_YEAR[period.span]
    if not clause.per_head:
        return target
    return target * quota.staff if quota is not None and quota.staff else None


def _yearly(clause: Task, quota: Quota) -> Decimal | int | None:
    """What is asked for the year, of the whole or of the part the clause names."""
    asked: Quota | SubQuota | None = quota
    if clause.sub_quota:
        asked = next((one for one in quota.subs if one.name == clause.sub_quota), None)
    if asked is None:
        return None
    return asked.items if clause.measure is Measure.ITEMS else asked.points


def _quota(quotas: Sequence[Quota], unit_id: int, year: int) -> Quota | None:
    return next((one for one in quotas if one.unit_id == unit_id and one.year == year), None)
