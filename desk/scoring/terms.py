"""A scheme made ready to ask: names looked up once, conditions turned into tests."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Generic, TypeVar

from desk.facts import Fact, FactKind
from desk.publications import Publication
from desk.scoring.basis import Basis
from desk.scoring.clauses.clause import Clause
from desk.scoring.clauses.items import (
    Attribution,
    Bonus,
    Deadline,
    Gate,
    Points,
    Recode,
    Repeat,
)
from desk.scoring.clauses.results import Rounded, Rounding
from desk.scoring.clauses.share import FULL, Share, Way
from desk.scoring.items.deadlines import judge
from desk.scoring.lines import COMPONENTS, Event
from desk.scoring.matching import Seen, Test, asked, asker, unit_asker
from desk.scoring.scheme import PointRule, Scheme
from desk.units import Unit

C = TypeVar("C", bound=Clause)
K = TypeVar("K", bound=Clause)


@dataclass(frozen=True, slots=True, eq=False)
class Row(Generic[C]):
    """A clause with its test; ``same`` is equal for equal rows of other schemes, too."""

    clause: C
    test: Test | None
    same: str
    place: int = 0  # among the scheme's clauses
    rule: PointRule | None = None  # where it is a row of 采用分值

    def holds(self, seen: Seen) -> bool:
        """Whether the clause holds of a fact."""
        return self.test is None or self.test(seen)


@dataclass(frozen=True, slots=True)
class _Goal:
    """Where a recoded fact counts."""

    publication: Publication
    section: str


class Terms:
    """A compiled scheme. Clauses that name what isn't there never hold."""

    def __init__(self, scheme: Scheme, basis: Basis) -> None:
        self.scheme = scheme
        self.units = {unit.id: unit for unit in basis.units}
        self.publications = {one.id: one for one in basis.publications}
        self.asks = asked(scheme.clauses)
        self._specials = basis.specials
        self._groups = {group.id: group.name for group in basis.groups}
        self._by_name = {one.name: one for one in reversed(basis.publications)}
        self._unit_ids = {unit.name: unit.id for unit in reversed(basis.units)}
        self._classes = {one.publication: one.name for one in scheme.carriers}
        self._tests: dict[int, Test | None] = {id(one): asker(one) for one in scheme.clauses}
        self._of_units = {id(one): unit_asker(one) for one in scheme.clauses}
        self._grid = {(one.publication_id, one.section_id): _grid_row(one) for one in scheme.rules}
        self._columns = _columns(self._rows(Points))
        self._bonuses = _by_matter(self._rows(Bonus))
        self._repeats = _by_matter(self._rows(Repeat))
        self._deadlines = _by_matter(self._rows(Deadline))
        self._gates = self._rows(Gate)
        self._recodes = [
            (row, goal) for row in self._rows(Recode) if (goal := self._goal(row.clause))
        ]
        self._attributions = [
            (row, self._unit_ids[row.clause.target])
            for row in self._rows(Attribution)
            if row.clause.target in self._unit_ids
        ]
        self.rounding = {one.figure: one for one in reversed(self.clauses(Rounding))}

    def clauses(self, kind: type[K]) -> tuple[K, ...]:
        """The rows of one table, from the top down."""
        return tuple(one for one in self.scheme.clauses if isinstance(one, kind))

    def holds(self, clause: Clause, seen: Seen) -> bool:
        """Whether a clause of this scheme holds of a fact."""
        test = self._tests[id(clause)] if id(clause) in self._tests else asker(clause)
        return test is None or test(seen)

    def of_unit(self, clause: Clause, unit: Unit) -> bool:
        """Whether what a clause asks of units holds of this one; other traits are left out."""
        test = self._of_units[id(clause)] if id(clause) in self._of_units else unit_asker(clause)
        nothing = Fact(FactKind.ADJUSTMENT, self.scheme.valid_from, unit.id, "", "")
        group = self._groups.get(unit.group_id, "")
        return test is None or test(Seen(nothing, unit=unit, group=group))

    def seen(self, fact: Fact, unit_id: int = 0) -> Seen:
        """A fact as this scheme sees it; for ``unit_id``, where it counts for another unit."""
        unit = self.units.get(unit_id or fact.unit_id)
        carrier = self.publications.get(fact.publication_id or 0)
        section = carrier.section(fact.section_id) if carrier else None
        seen = Seen(
            fact,
            carrier,
            section.name if section else "",
            self._classes.get(carrier.name, "") if carrier else "",
            unit,
            self._groups.get(unit.group_id, "") if unit else "",
            fact.particulars.outcome,
            fact.particulars.late,
        )
        goal = next((goal for row, goal in self._recodes if row.holds(seen)), None)
        if goal:
            seen = self._at(seen, goal.publication, goal.section)
        return self._judged(seen)

    def carrier(self, fact: Fact, unit_id: int = 0) -> Publication | None:
        """The publication a fact counts at."""
        if self._recodes:
            return self.seen(fact, unit_id).publication
        return self.publications.get(fact.publication_id or 0)

    def seen_in(self, event: Event) -> Seen:
        """The fact of an event, with the 情形 and 超时 that were found for it on its day."""
        seen = self.seen(event.fact, event.unit_id)
        if (seen.outcome, seen.late) == (event.outcome, event.late):
            return seen
        return replace(seen, outcome=event.outcome, late=event.late)

    def columns(self, seen: Seen) -> list[tuple[str, Row[Points]]]:
        """The row that counts in each component that has one, by their order in the table."""
        matter = seen.fact.matter
        found = [
            (component, row)
            for component, rows in self._columns.get(matter, ())
            if (row := next((one for one in rows if one.holds(seen)), None))
        ]
        found.sort(key=lambda one: one[1].place)
        own = COMPONENTS.get(matter, "")
        if matter is FactKind.ADOPTION and all(component != own for component, _ in found):
            grid = self._of_grid(seen)
            return [*found, (own, grid)] if grid else found
        return found

    def bonuses(self, seen: Seen) -> list[Row[Bonus]]:
        """All rows of 加成 that hold, from the top down."""
        return [row for row in self._bonuses.get(seen.fact.matter, ()) if row.holds(seen)]

    def repeat(self, seen: Seen) -> Row[Repeat] | None:
        """The row of 一稿多用 that a fact falls under."""
        rows = self._repeats.get(seen.fact.matter, ())
        return next((row for row in rows if row.holds(seen)), None)

    def gate(self, seen: Seen) -> Row[Gate] | None:
        """The row of 不计 that a fact falls under."""
        return next((row for row in self._gates if _is_about(row, seen) and row.holds(seen)), None)

    def attribution(self, seen: Seen) -> tuple[Row[Attribution], int] | None:
        """The row of 归属 that a fact falls under, and the unit it names."""
        return next(((row, unit) for row, unit in self._attributions if row.holds(seen)), None)

    def year(self, day: date) -> int:
        """The assessment year of a day, by its first calendar year."""
        return day.year if day.month >= self.scheme.start_month else day.year - 1

    def rounded(self, figure: Rounded) -> Rounding | None:
        """How a figure is rounded, where the scheme says so."""
        return self.rounding.get(figure)

    def _rows(self, kind: type[K]) -> list[Row[K]]:
        return [
            Row(one, self._tests[id(one)], repr(replace(one, code="", source="")), at)
            for at, one in enumerate(self.clauses(kind))
        ]

    def _at(self, seen: Seen, carrier: Publication | None, section: str) -> Seen:
        held = self._classes.get(carrier.name, "") if carrier else ""
        return replace(seen, publication=carrier, section=section, carrier_class=held)

    def _goal(self, clause: Recode) -> _Goal | None:
        carrier = self._by_name.get(clause.publication)
        return _Goal(carrier, clause.section) if carrier else None

    def _judged(self, seen: Seen) -> Seen:
        told = seen.fact.particulars
        if told.outcome or told.started is None or told.ended is None:
            return seen
        rows = self._deadlines.get(seen.fact.matter, ())
        row = next((one for one in rows if one.holds(seen)), None)
        if row is None:
            return seen
        found = judge(row.clause, told.started, told.ended, self._specials)
        late = found.late if told.late is None else told.late
        return replace(seen, outcome=found.outcome, late=late)

    def _of_grid(self, seen: Seen) -> Row[Points] | None:
        carrier = seen.publication
        if carrier is None:
            return None
        section = next((one.id for one in carrier.sections if one.name == seen.section), None)
        return self._grid.get((carrier.id, section)) or self._grid.get((carrier.id, None))


def compile_terms(scheme: Scheme, basis: Basis) -> Terms:
    """Make a scheme ready to ask."""
    return Terms(scheme, basis)


def timetable(schemes: Iterable[Scheme], basis: Basis) -> Callable[[date], Terms | None]:
    """The scheme in force on each day, of schemes of one purpose; None before the first."""
    ordered: Sequence[Scheme] = sorted(schemes, key=lambda one: (one.valid_from, one.id))
    starts = [one.valid_from for one in ordered]
    compiled = cache(lambda place: compile_terms(ordered[place], basis))

    @cache
    def in_force(day: date) -> Terms | None:
        found = bisect_right(starts, day)
        return compiled(found - 1) if found else None

    return in_force


def _grid_row(rule: PointRule) -> Row[Points]:
    share = FULL if rule.composite is None else Share(Way.FIXED, rule.composite)
    clause = Points(points=(rule.points,), composite=share)
    return Row(clause, None, "", rule=rule)


def _columns(rows: Iterable[Row[Points]]) -> dict[FactKind, list[tuple[str, list[Row[Points]]]]]:
    """The rows of each matter by component, components as they come first."""
    found: dict[FactKind, dict[str, list[Row[Points]]]] = {}
    for row in rows:
        matter = row.clause.matter
        component = row.clause.component or COMPONENTS[matter]
        found.setdefault(matter, {}).setdefault(component, []).append(row)
    return {matter: list(columns.items()) for matter, columns in found.items()}


B = TypeVar("B", Bonus, Repeat, Deadline)


def _by_matter(rows: Iterable[Row[B]]) -> dict[FactKind, list[Row[B]]]:
    found: defaultdict[FactKind, list[Row[B]]] = defaultdict(list)
    for row in rows:
        found[row.clause.matter].append(row)
    return dict(found)


def _is_about(row: Row[Gate], seen: Seen) -> bool:
    return row.clause.matter in (None, seen.fact.matter)
