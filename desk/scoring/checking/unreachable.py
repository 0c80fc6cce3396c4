"""Rows that can never count, because an earlier one takes all they ask for."""

from collections.abc import Iterator
from itertools import combinations

from desk.facts import FactKind
from desk.scoring.checking.complaint import CheckContext, Complaint, error, numbered, warning
from desk.scoring.checking.covering import covers
from desk.scoring.clauses.clause import Clause
from desk.scoring.clauses.condition import Ask, Condition, Trait
from desk.scoring.clauses.items import Attribution, Deadline, Gate, Points, Recode, Repeat
from desk.scoring.clauses.results import Conversion, Prize, Ranking, Rounding
from desk.scoring.lines import COMPONENTS
from desk.scoring.scheme import PointRule, Scheme

_FIRST_COUNTS = (Points, Repeat, Gate, Recode, Deadline, Attribution, Conversion, Ranking, Prize)


def find(scheme: Scheme, context: CheckContext) -> Iterator[Complaint]:
    """Rows of tables whose first holding row counts, covered by one above; doubled grid rows."""
    tiers = {one.name: one.tier.value for one in context.basis.publications}
    rows = [(number, one) for number, one in numbered(scheme) if isinstance(one, _FIRST_COUNTS)]
    told: set[tuple[str, int]] = set()
    for (first, earlier), (second, later) in combinations(rows, 2):
        place = (later.table, second)
        if place in told or not _same_column(earlier, later) or not covers(earlier, later, tiers):
            continue
        told.add(place)
        yield warning(
            f"永远轮不到这一行：第 {first} 行管着它要管的全部。请把这一行移到前面，或删去。", *place
        )
    yield from _grid(scheme, context)
    yield from _twice_rounded(scheme)


def column(clause: Clause) -> tuple[object, ...]:
    """Rows of one column compete with each other: the first that holds counts."""
    if isinstance(clause, Points):
        return (Points, clause.matter, clause.component or COMPONENTS[clause.matter])
    if isinstance(clause, Repeat | Deadline):
        return (type(clause), clause.matter)
    return (type(clause),)


def _same_column(earlier: Clause, later: Clause) -> bool:
    if isinstance(earlier, Gate) and isinstance(later, Gate):
        return earlier.matter in (None, later.matter)
    if isinstance(earlier, Prize) and isinstance(later, Prize):
        return earlier.matter is later.matter
    return column(earlier) == column(later)


def _grid(scheme: Scheme, context: CheckContext) -> Iterator[Complaint]:
    held = {one.id: one for one in context.basis.publications}
    tiers = {one.name: one.tier.value for one in context.basis.publications}
    own = (Points, FactKind.ADOPTION, COMPONENTS[FactKind.ADOPTION])
    rows = [(number, one) for number, one in numbered(scheme) if column(one) == own]
    seen: dict[tuple[int, int | None], int] = {}
    for number, rule in enumerate(scheme.rules, start=1):
        key = rule.publication_id, rule.section_id
        if key in seen:
            yield error(f"和第 {seen[key]} 行写的是同一处。请去掉一行。", "采用分值", number)
        seen.setdefault(key, number)
        publication = held.get(rule.publication_id)
        if publication is None:
            continue
        section = publication.section(rule.section_id)
        wanted = _clause(publication.name, section.name if section else "", rule)
        found = next((first for first, one in rows if covers(one, wanted, tiers)), 0)
        if found:
            yield warning(
                f"永远轮不到这一行：[[分值]] 第 {found} 行管着它要管的全部采用。请删去其中一行。",
                "采用分值",
                number,
            )


def _clause(publication: str, section: str, rule: PointRule) -> Points:
    asks = [Ask(Trait.PUBLICATION, (publication,))]
    asks += [Ask(Trait.SECTION, (section,))] if section else []
    return Points(when=Condition(tuple(asks)), points=(rule.points,))


def _twice_rounded(scheme: Scheme) -> Iterator[Complaint]:
    seen: dict[str, int] = {}
    for number, row in numbered(scheme):
        if isinstance(row, Rounding):
            if row.figure in seen:
                first = seen[row.figure]
                yield error(f"“{row.figure}”在第 {first} 行写过了。", row.table, number)
            seen.setdefault(row.figure, number)
