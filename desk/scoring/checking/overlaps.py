"""Rows of points of which one fact may meet both, though neither is the narrower one."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from desk.scoring.checking.complaint import CheckContext, Complaint, remark, rows_of
from desk.scoring.checking.covering import covers, may_both_hold
from desk.scoring.checking.unreachable import column
from desk.scoring.clauses.items import Points
from desk.scoring.scheme import Scheme


def find(scheme: Scheme, context: CheckContext) -> Iterator[Complaint]:
    """Rows where only the order decides how many points there are, each told once."""
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
