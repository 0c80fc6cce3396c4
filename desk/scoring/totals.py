"""From ledger lines to the score table: totals, rank, completion and pace of every unit."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from desk.facts import Fact, FactKind
from desk.scoring.basis import Basis
from desk.scoring.figures import CENT, TENTH, percent, rounded
from desk.scoring.ledger import ledger_lines
from desk.scoring.lines import LedgerLine
from desk.scoring.pace import pace
from desk.scoring.results import UNGROUPED, GroupScores, ScoreTable, UnitScore
from desk.scoring.scheme import Scheme
from desk.units import Quota, Unit, UnitGroup


def score(
    basis: Basis, facts: Iterable[Fact], first: date, last: date, *, today: date | None = None
) -> ScoreTable:
    """Score every unit over the days from first to last, both included.

    The target is the whole quota of ``last.year``, whatever the window; the pace is the part of
    a year the window covers (see ``pace``), counted no further than today. Active units are
    there without facts too, others only with facts. Facts of units not given are left out.
    """
    held = [fact for fact in facts if first <= fact.day <= last]
    gone = pace(first, min(last, today or last))
    lines: defaultdict[int, list[LedgerLine]] = defaultdict(list)
    for line in ledger_lines(held, basis):
        lines[line.unit_id].append(line)
    counts = Counter((fact.unit_id, fact.kind) for fact in held)
    quotas = {item.unit_id: item for item in basis.quotas if item.year == last.year}
    scores = [
        _sums(unit, counts, quotas.get(unit.id), gone, tuple(lines[unit.id]))
        for unit in basis.units
    ]
    return ScoreTable(
        first,
        last,
        _in_force(basis.schemes, first, last),
        rounded(gone * 100, TENTH),
        _grouped([item for item in scores if item.unit.active or item.has_facts], basis.groups),
    )


def _sums(
    unit: Unit,
    counts: Counter[tuple[int, FactKind]],
    quota: Quota | None,
    gone: Fraction,
    lines: tuple[LedgerLine, ...],
) -> UnitScore:
    points = sum((line.points for line in lines), Decimal(0))
    submitted = counts[unit.id, FactKind.SUBMISSION]
    adopted = sum(line.adopted for line in lines)
    target = quota.points if quota else None
    gap = Fraction(target or 0) * gone - Fraction(points)
    return UnitScore(
        unit=unit,
        rank=0,
        points=points,
        submitted=submitted,
        adopted=adopted,
        rate=percent(adopted, submitted),
        quota=target,
        quota_items=quota.items if quota else 0,
        completion=percent(points, target) if target else None,
        pace=rounded(gone * 100, TENTH),
        behind=max(rounded(gap, CENT), Decimal(0)),
        lines=lines,
        raw=points,
    )


def _grouped(scores: Iterable[UnitScore], groups: Sequence[UnitGroup]) -> tuple[GroupScores, ...]:
    """Units by group, groups by position; units of an unknown group stand in one of their own."""
    known = {group.id for group in groups}
    members: defaultdict[int, list[UnitScore]] = defaultdict(list)
    for item in scores:
        home = item.unit.group_id
        members[home if home in known else UNGROUPED.id].append(item)
    ordered = sorted(groups, key=lambda group: (group.position, group.name, group.id))
    if UNGROUPED.id not in known:
        ordered.append(UNGROUPED)
    return tuple(
        GroupScores(item, _ranked(members[item.id])) for item in ordered if members[item.id]
    )


def _ranked(scores: Iterable[UnitScore]) -> tuple[UnitScore, ...]:
    """The best first; equal points share a rank and the next rank is skipped (1, 2, 2, 4)."""
    ordered = sorted(scores, key=lambda item: (-item.points, item.unit.name, item.unit.id))
    ranks: dict[Decimal, int] = {}
    return tuple(
        replace(item, rank=ranks.setdefault(item.points, place))
        for place, item in enumerate(ordered, start=1)
    )


def _in_force(schemes: Iterable[Scheme], first: date, last: date) -> tuple[str, ...]:
    """The names of the schemes that hold on some of the days, the oldest first."""
    ordered = sorted(schemes, key=lambda item: (item.valid_from, item.id))
    ends = [item.valid_from for item in ordered[1:]] + [date.max]
    return tuple(
        item.name
        for item, end in zip(ordered, ends, strict=False)
        if item.valid_from <= last and first < end
    )
