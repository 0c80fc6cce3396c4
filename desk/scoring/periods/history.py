"""What happened to a unit, in order, and how the schemes of those days see it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from operator import attrgetter

from desk.facts import Fact, FactKind
from desk.scoring.clauses.clause import Clause
from desk.scoring.clauses.items import Loss
from desk.scoring.clauses.periods import Counter, RateLine, Task
from desk.scoring.lines import Event, LedgerLine, Line
from desk.scoring.matching import ABOUT_UNITS, Seen
from desk.scoring.periods.plan import Held, Judged, Plan
from desk.scoring.periods.spans import year_of
from desk.scoring.terms import Terms

Counted = Mapping[int, Fraction]  # by the place of the period
Placed = tuple[Line, date]  # with the day whose periods it counts in
_Count = tuple[date, Fact, Fraction]
_order = attrgetter("fact.day", "fact.id")


class History:
    """A unit's events within a plan's days; earlier ones are known but don't count."""

    def __init__(self, events: Iterable[Event], plan: Plan) -> None:
        every = sorted(events, key=_order)
        self.events = [one for one in every if plan.begin <= one.fact.day <= plan.last]
        self._plan = plan
        self._known = {one.fact.id: one for one in every if one.fact.id}
        self._of_matter: defaultdict[FactKind, list[Event]] = defaultdict(list)
        self._counts: dict[FactKind, list[_Count]] = {}
        self._sums: dict[tuple[FactKind, int], Counted] = {}
        self._views: dict[int, Seen | None] = {}
        for one in self.events:
            self._of_matter[one.fact.matter].append(one)

    def placed(self, line: Line) -> Placed:
        """The line with its home: the day of the fact it is about, within the same year."""
        if not isinstance(line, LedgerLine):
            return line, line.day
        fact = line.earned_by
        if fact.kind is FactKind.REVERSAL:
            taken = self._known.get(fact.reverses)
            home = taken.fact.day if taken else fact.counted
        else:
            home = fact.day
        terms = self._plan.terms_at(line.day) if home != line.day else None
        if terms is None or year_of(home, terms.scheme) != year_of(line.day, terms.scheme):
            return line, line.day
        return line, home

    def of_matter(self, matter: FactKind) -> list[Event]:
        """The events about one sort of facts, reversals with what they take back."""
        return self._of_matter.get(matter, [])

    def counted(self, judged: Judged[Task] | Judged[RateLine], matter: FactKind) -> Counted:
        """How many items of a matter there are in each period."""
        holds = self.tester(judged.terms, judged.clause)
        if holds is not None:
            asked = (one for one in self._counts_of(matter) if holds(one[1]))
            return _summed(asked, judged.of_day)
        key = (matter, id(judged.of_day))
        if key not in self._sums:
            self._sums[key] = _summed(self._counts_of(matter), judged.of_day)
        return self._sums[key]

    def earned(self, judged: Judged[Task]) -> Counted:
        """The points of item lines that a task counts in each period."""
        found: defaultdict[int, Decimal] = defaultdict(Decimal)
        holds, places = self.tester(judged.terms, judged.clause), judged.of_day
        wanted = judged.clause.components
        for event in self.events:
            for line in event.lines:
                asked = line.points and (not wanted or line.component in wanted)
                if asked and (holds is None or holds(line.earned_by)):
                    for place in places.get(line.day, ()):
                        found[place] += line.points
        return {place: Fraction(points) for place, points in found.items()}

    def _counts_of(self, matter: FactKind) -> list[_Count]:
        if matter not in self._counts:
            self._counts[matter] = [
                (event.fact.day, fact, weight)
                for event in self.of_matter(matter)
                for fact, weight in event.counts
                if weight
            ]
        return self._counts[matter]

    def tester(self, terms: Terms, clause: Clause) -> Callable[[Fact], bool] | None:
        """What a clause asks of facts; None where it asks nothing but of units."""
        if all(ask.trait in ABOUT_UNITS for ask in (*clause.when.asks, *clause.unless.asks)):
            return None

        def holds(fact: Fact) -> bool:
            seen = self._view(fact)
            return seen is not None and terms.holds(clause, seen)

        return holds

    def occurs(self, judged: Judged[Counter], event: Event) -> bool:
        """Whether a counter counts what happened: it meets the condition and no gate."""
        holds = self.tester(judged.terms, judged.clause)
        if holds is not None and not holds(event.fact):
            return False
        if event.weight:
            return True
        terms = self._terms(event.fact)
        seen = self._view(event.fact)
        gate = terms.gate(seen) if terms and seen else None
        return gate is None or gate.clause.loss is Loss.POINTS

    def _view(self, fact: Fact) -> Seen | None:
        """A fact as the scheme of its day sees it; a reversal as what it takes back."""
        key = id(fact)
        if key not in self._views:
            self._views[key] = self._seen(fact)
        return self._views[key]

    def _seen(self, fact: Fact) -> Seen | None:
        terms = self._terms(fact)
        if terms is None:
            return None
        event = self._known.get(fact.reverses or fact.id)
        if event is None:
            return terms.seen(fact, self.events[0].unit_id)
        return terms.seen_in(event)

    def _terms(self, fact: Fact) -> Terms | None:
        """The scheme the fact counts by; before the first one, the first."""
        return self._plan.terms_at(fact.counted) or next(iter(self._plan.all_terms), None)


def _summed(counts: Iterable[_Count], places: Held) -> Counted:
    whole: defaultdict[int, int] = defaultdict(int)  # apart, for whole numbers add up faster
    broken: defaultdict[int, Fraction] = defaultdict(Fraction)
    for day, _, weight in counts:
        for place in places.get(day, ()):
            if weight.denominator == 1:
                whole[place] += weight.numerator
            else:
                broken[place] += weight
    return {place: broken.get(place, 0) + Fraction(whole[place]) for place in {*whole, *broken}}
