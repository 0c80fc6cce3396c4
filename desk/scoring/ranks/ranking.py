"""Ranking (排名): who comes before whom, by what, and who is among the first."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import groupby

from desk.scoring.clauses.results import Barred, Figure, Ranking, TieStyle
from desk.scoring.figures import printed
from desk.scoring.results import UnitScore

DEFAULT = Ranking()
_NAMED = 3  # units of a tie that are told by name

_FIGURES: Mapping[str, tuple[Callable[[UnitScore], Decimal | int | None], str]] = {
    Figure.POINTS: (lambda one: one.points, " 分"),
    Figure.CONVERTED: (lambda one: one.converted, " 分"),
    Figure.AVERAGE: (lambda one: one.average, " 分"),
    Figure.COMPLETION: (lambda one: one.completion, "%"),
    Figure.ADOPTED: (lambda one: one.adopted, " 条"),
    Figure.SUBMITTED: (lambda one: one.submitted, " 条"),
    Figure.RATE: (lambda one: one.rate, "%"),
}


@dataclass(frozen=True, slots=True)
class Adoptions:
    """How often each unit was adopted by the publications and tiers of these names."""

    names: frozenset[str] = frozenset()
    counts: Mapping[int, Mapping[str, int]] = field(default_factory=dict)

    def of(self, score: UnitScore, name: str) -> int:
        """The unit's adoptions there."""
        return self.counts.get(score.unit.id, {}).get(name, 0)


@dataclass(frozen=True, slots=True)
class _Row:
    """A unit's figures in the order they are compared; equal keys are a tie."""

    score: UnitScore
    key: tuple[object, ...]
    told: tuple[str, ...]


def ranked(
    scores: Iterable[UnitScore], how: Ranking, adoptions: Adoptions | None = None
) -> tuple[UnitScore, ...]:
    """Rank units that are compared with each other, the best first; those not ranked have 0."""
    asked = (how.figure.value, *how.ties)
    counts = adoptions or Adoptions()
    rows = sorted(
        (_row(one, how, asked, counts) for one in scores),
        key=lambda row: (row.key, row.score.unit.name, row.score.unit.id),
    )
    shared = Counter(row.key[: depth + 1] for row in rows for depth in range(1, len(asked) + 1))
    found: list[UnitScore] = []
    before = step = 0
    for _key, tied in groupby(rows, key=lambda row: row.key):
        equal = list(tied)
        step = step + 1 if how.style is TieStyle.DENSE else before + 1
        before += len(equal)
        found += [_placed(row, step, how, shared, equal) for row in equal]
    return tuple(found)


def _row(score: UnitScore, how: Ranking, asked: Sequence[str], counts: Adoptions) -> _Row:
    values = [_value(score, name, counts) for name in asked]
    behind = bool(score.barred) and how.barred is not Barred.RANKED
    key = (behind, *((value is None, -(value or 0)) for value, _told in values))
    return _Row(score, key, tuple(told for _value, told in values))


def _value(score: UnitScore, name: str, counts: Adoptions) -> tuple[Decimal | int | None, str]:
    """A figure and how it is told; a name of none of them is a component."""
    if name in _FIGURES:
        read, unit = _FIGURES[name]
        value = read(score)
        told = "（没有）" if value is None else f" {printed(Decimal(value))}{unit}"
        return value, f"{name}{told}"
    place = name.strip("《》")
    if place in counts.names:
        count = counts.of(score, place)
        return count, f"{name}采用 {count} 条"
    points = dict(score.components).get(name, Decimal(0))
    return points, f"{name} {printed(points)} 分"


def _placed(
    row: _Row, rank: int, how: Ranking, shared: Counter[tuple[object, ...]], equal: Sequence[_Row]
) -> UnitScore:
    barred = bool(row.score.barred)
    if barred and how.barred is Barred.UNRANKED:
        return replace(row.score, rank=0, placed=False, placing="取消评先，不排名")
    placing = _placing(row, shared, equal)
    if barred and how.barred is Barred.LAST:
        placing = f"取消评先，排在最后；{placing}"
    honoured = rank <= how.places and not barred
    return replace(row.score, rank=rank, placed=honoured, placing=placing)


def _placing(row: _Row, shared: Counter[tuple[object, ...]], equal: Sequence[_Row]) -> str:
    """What was compared, as far as it was needed, and with whom the unit is level."""
    words = f"按{row.told[0]}"
    depth = 1
    while depth < len(row.told) and shared[row.key[: depth + 1]] > 1:
        words += f"；还相同的比{row.told[depth]}"
        depth += 1
    others = [one.score.unit for one in equal if one is not row]
    if not others:
        return words
    if len(others) > _NAMED:
        return f"{words}；与另外 {len(others)} 家并列"
    return f"{words}；与{'、'.join(one.short or one.name for one in others)}并列"
