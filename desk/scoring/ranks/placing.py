"""Who is compared with whom: converted and ranked among their like, then shown by group."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from desk.scoring.clauses.results import Conversion, ConversionWay, Figure, Ranking
from desk.scoring.ranks.conversion import Compared, convert, unrounded
from desk.scoring.ranks.ranking import DEFAULT, Adoptions, ranked
from desk.scoring.results import UNGROUPED, GroupScores, UnitScore
from desk.scoring.rounding import Roundings
from desk.scoring.terms import Terms
from desk.units import UnitGroup

Pool = tuple[Ranking, list[UnitScore]]


def placed(
    scores: Iterable[UnitScore],
    groups: Sequence[UnitGroup],
    terms: Terms | None,
    how: Roundings,
    adoptions: Adoptions,
) -> tuple[GroupScores, ...]:
    """Convert and rank all units by the rows of the scheme; groups stand by position."""
    known = {group.id for group in groups}
    members: defaultdict[int, list[UnitScore]] = defaultdict(list)
    for ranking, pool in _pools(scores, known, terms):
        converted = _converted(pool, ranking, terms, how, adoptions)
        for score in ranked(converted, ranking, adoptions):
            members[_home(score, known)].append(score)
    ordered = sorted(groups, key=lambda group: (group.position, group.name, group.id))
    if UNGROUPED.id not in known:
        ordered.append(UNGROUPED)
    return tuple(
        GroupScores(group, tuple(members[group.id])) for group in ordered if members[group.id]
    )


def _pools(
    scores: Iterable[UnitScore], known: Iterable[int], terms: Terms | None
) -> Iterable[Pool]:
    """Units that share a row of 排名, and but for 全部一起排 a group; by row."""
    rows = (*(terms.clauses(Ranking) if terms else ()), DEFAULT)
    found: defaultdict[tuple[int, int], list[UnitScore]] = defaultdict(list)
    for score in scores:
        place = next(
            at for at, row in enumerate(rows) if terms is None or terms.of_unit(row, score.unit)
        )
        found[place, 0 if rows[place].whole else _home(score, known)].append(score)
    return [(rows[place], found[place, home]) for place, home in sorted(found)]


def _home(score: UnitScore, known: Iterable[int]) -> int:
    return score.unit.group_id if score.unit.group_id in known else UNGROUPED.id


def _converted(
    pool: Sequence[UnitScore],
    ranking: Ranking,
    terms: Terms | None,
    how: Roundings,
    adoptions: Adoptions,
) -> list[UnitScore]:
    rows = terms.clauses(Conversion) if terms else ()
    if terms is None or not rows:
        return list(pool)
    by_unit = {
        score.unit.id: next((row for row in rows if terms.of_unit(row, score.unit)), None)
        for score in pool
    }
    best = max(map(unrounded, pool), default=Decimal(0))
    ranks = _ranks_before(pool, ranking, by_unit.values(), adoptions)
    found = []
    for score in pool:
        row = by_unit[score.unit.id]
        if row:
            compared = Compared(best, ranks.get(score.unit.id, 0))
            value, words = convert(score, row, compared, how)
            score = replace(score, converted=value, conversion=words)  # noqa: PLW2901 - the same unit
        found.append(score)
    return found


def _ranks_before(
    pool: Sequence[UnitScore],
    ranking: Ranking,
    rows: Iterable[Conversion | None],
    adoptions: Adoptions,
) -> Mapping[int, int]:
    """The ranks that 按名次 goes by: those without 折算分, which isn't there yet."""
    if not any(row and row.way is ConversionWay.RANK for row in rows):
        return {}
    figure = Figure.POINTS if ranking.figure is Figure.CONVERTED else ranking.figure
    ties = tuple(one for one in ranking.ties if one != Figure.CONVERTED.value)
    before = replace(ranking, figure=figure, ties=ties)
    return {score.unit.id: score.rank for score in ranked(pool, before, adoptions)}
