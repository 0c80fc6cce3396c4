"""Tasks and rates, judged on the last day of each period."""

from dataclasses import dataclass, replace
from fractions import Fraction

from desk.facts import FactKind
from desk.scoring.clauses.clause import Span
from desk.scoring.clauses.periods import Measure, Task
from tests.reference.ruled import counted, matches
from tests.reference.shares import written
from tests.reference.times import scheme_of, year_of

PART = {
    Span.WEEK: Fraction(1, 52),
    Span.MONTH: Fraction(1, 12),
    Span.TWO_MONTHS: Fraction(1, 6),
    Span.QUARTER: Fraction(1, 4),
    Span.HALF: Fraction(1, 2),
    Span.YEAR: Fraction(1),
}
EXEMPT = "免考核"


@dataclass
class TaskEnd:
    """How a task came out."""

    name: str
    first: object
    last: object
    target: Fraction
    reached: Fraction
    done: bool
    points: Fraction


def misses(row, period, mine, view):
    """Whether the rate of a period is below the line."""
    sent = counted(row, FactKind.SUBMISSION, period, mine, view)
    used = counted(row, FactKind.ADOPTION, period, mine, view)
    if sent <= 0:
        return row.if_none and row.below > 0
    return used / sent * 100 < row.below


def tasks_of(ruled, mine, horizon):
    """All tasks that have come to their end, with their rows."""
    judged = []
    for row, period in ruled.of(Task):
        target = target_of(row, period, ruled)
        if period.last <= horizon and target is not None:
            judged.append((row, period, target, reached(row, period, mine, ruled.view)))
    found = []
    for row, period, target, got in judged:
        done = is_done(row, period, judged)
        points = written(outcome(row, target, got, done))
        found.append((row, TaskEnd(row.name, *period, target, got, done, points)))
    return found


def target_of(row, period, ruled):
    """What is to be reached; none where the unit has no such task."""
    year = year_of(period.last, scheme_of(ruled.schemes, ruled.purpose, period.last))
    quota = quota_of(ruled.unit, year, period.last, ruled.office)
    target = None if row.sub_quota or row.target is None else Fraction(row.target)
    if row.target is None or row.sub_quota:
        target = assigned(row, quota)
        target = target * PART[row.span] if target else None
    if quota is EXEMPT or target is None:
        return None
    if row.per_head:
        return target * quota.staff if quota and quota.staff else None
    return target


def assigned(row, quota):
    """The target set for the unit: the whole one, or that of a part."""
    if quota in (None, EXEMPT):
        return None
    if row.sub_quota:
        quota = next((one for one in quota.subs if one.name == row.sub_quota), None)
        if quota is None:
            return None
    return Fraction(quota.items if row.measure == Measure.ITEMS else quota.points)


def quota_of(unit, year, day, office):
    """The unit's quota of a year as it stands on a day."""
    quota = next((one for one in office.quotas if (one.unit_id, one.year) == (unit.id, year)), None)
    if quota is None or quota.exempt:
        return EXEMPT if quota else None
    changes = [one for one in quota.changes if one.since <= day]
    if not changes:
        return quota
    newest = max(changes, key=lambda one: one.since)
    return replace(quota, points=newest.points, items=newest.items, subs=newest.subs)


def reached(row, period, mine, view):
    """How much of a task is done."""
    if row.measure == Measure.ITEMS:
        return counted(row, row.matter, period, mine, view)
    return sum(
        (
            one.points
            for one in mine
            if period.first <= one.day <= period.last
            and (not row.components or one.component in row.components)
            and matches(row, one, view)
        ),
        Fraction(0),
    )


def is_done(row, period, judged):
    """Whether a task is reached, and all that it needs."""
    mine = next(one for one in judged if one[0] is row and one[1] == period)
    if mine[3] < mine[2]:
        return False
    needed = [one for one in judged if one[1] == period and one[0].name in row.needs]
    return all(is_done(one[0], period, judged) for one in needed if one[0] is not row)


def outcome(row, target, got, done):
    """The points of a task."""
    if done:
        edge = max(target, Fraction(row.most)) if row.most is not None else target
        over = Fraction(max(got - edge, 0) // 1) * Fraction(row.each_over)
        return Fraction(row.reached) + at_most(over, row.over_most)
    ratio = min(max(got, Fraction(0)), target) / target if target > 0 else Fraction(1)
    given = Fraction(row.reached) * ratio if row.pro_rata else Fraction(0)
    short = Fraction(-((got - target) // 1)) if got < target else Fraction(0)
    return given - Fraction(row.missed) - at_most(short * Fraction(row.each_short), row.short_most)


def at_most(value, most):
    """A value under its ceiling."""
    return value if most is None else min(value, Fraction(most))
