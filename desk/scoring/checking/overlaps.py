"""Rows of points of which one fact may meet both: only one counts, or both add up."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from desk.scoring.checking.complaint import CheckContext, Complaint, remark, rows_of, warning
from desk.scoring.checking.covering import covers, may_both_hold
from desk.scoring.checking.unreachable import column
from desk.scoring.clauses.items import Ground, Points
from desk.scoring.scheme import Scheme


def find(scheme: Scheme, context: CheckContext) -> Iterator[Complaint]:
    """Rows where only the order decides how many points there are, and rows that both count."""
    yield from _unordered(scheme, context)
    yield from _adding(scheme, context)


def _unordered(scheme: Scheme, context: CheckContext) -> Iterator[Complaint]:
    """Each row once that an earlier one of its component may take facts from."""
    tiers = {one.name: one.tier.value for one in context.basis.publications}
    earlier: defaultdict[int, list[str]] = defaultdict(list)
    for (first, one), (second, other) in combinations(rows_of(scheme, Points), 2):
        if column(one) != column(other) or one.points == other.points:
            continue
        nested = covers(one, other, tiers) or covers(other, one, tiers)
        if not nested and may_both_hold(one, other):
            earlier[second].append(str(first))
    for second, rows in sorted(earlier.items()):
        yield remark(
            f"有的事可能既符合第 {'、'.join(rows)} 行，又符合这一行，那时按前面的算。"
            "请看看次序对不对。",
            Points.table,
            second,
        )


def _adding(scheme: Scheme, context: CheckContext) -> Iterator[Complaint]:
    """Narrow rows beside a wide one of another component: who writes so may mean only one."""
    tiers = {one.name: one.tier.value for one in context.basis.publications}
    earlier: defaultdict[int, list[str]] = defaultdict(list)
    for (first, one), (second, other) in combinations(rows_of(scheme, Points), 2):
        is_apart = one.matter is other.matter and column(one) != column(other)
        nested = covers(one, other, tiers) or covers(other, one, tiers)
        plain = one.ground is other.ground is Ground.NONE
        if is_apart and plain and nested and may_both_hold(one, other):
            earlier[second].append(str(first))
    for second, rows in sorted(earlier.items()):
        yield warning(
            f"与第 {'、'.join(rows)} 行分项不同：两行都符合的事，两行都算，分相加。只要算一行的，"
            "请把分项写成一样，或在宽的那一行写“除外”。",
            Points.table,
            second,
        )
