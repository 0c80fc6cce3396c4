"""Rules that work against each other."""

from collections.abc import Iterator
from decimal import Decimal

from desk.facts import FactKind
from desk.scoring.checking.complaint import CheckContext, Complaint, rows_of, warning
from desk.scoring.checking.covering import may_both_hold
from desk.scoring.clauses.items import Ground, Points, Policy, Repeat, Scope
from desk.scoring.scheme import Scheme

_STACKED = ("再加", "叠加", "累加", "累计")


def find(scheme: Scheme, _context: CheckContext) -> Iterator[Complaint]:
    """取最高 over rows that say 再加; submissions worth more than the adoption replacing them."""
    yield from _stacked(scheme)
    yield from _replaced(scheme)


def _stacked(scheme: Scheme) -> Iterator[Complaint]:
    """Rows whose source or component says they stack, where 一稿多用 keeps the highest only."""
    highest = [
        (number, row)
        for number, row in rows_of(scheme, Repeat)
        if row.policy is not Policy.ALL and row.scope is Scope.ALL
    ]
    for number, row in rows_of(scheme, Points):
        if not any(word in f"{row.source}{row.component}{row.code}" for word in _STACKED):
            continue
        for place, policy in highest:
            if policy.matter is row.matter and may_both_hold(policy, row):
                yield warning(
                    f"这一行写着要叠加，[[一稿多用]] 第 {place} 行却在全部{row.matter}里"
                    f"{policy.policy}，加不上去。请在那一行前面给它写一行“累计”。",
                    row.table,
                    number,
                )
                break


def _replaced(scheme: Scheme) -> Iterator[Complaint]:
    """A fact that takes back points should not leave the unit with fewer."""
    least: dict[FactKind, list[tuple[str, Decimal]]] = {}
    rows = rows_of(scheme, Points)
    for number, row in rows:
        if row.points and row.ground is Ground.NONE:
            least.setdefault(row.matter, []).append((f"[[分值]] 第 {number} 行", min(row.points)))
    for number, rule in enumerate(scheme.rules, start=1):
        held = least.setdefault(FactKind.ADOPTION, [])
        held.append((f"[[采用分值]] 第 {number} 行", rule.points))
    for number, row in rows:
        for matter in row.replaced_by:
            own = max(row.points, default=None)
            lower = [
                place for place, points in least.get(matter, ()) if own is not None and points < own
            ]
            if lower:
                yield warning(
                    f"被{matter}取代的分（{own}）比{lower[0]}的还高，{matter}了反而得得少。",
                    row.table,
                    number,
                )
            if matter not in least:
                text = f"被{matter}取代，办法里却没有{matter}的分值，{matter}了反而没有分。"
                yield warning(text, row.table, number)
