"""The period clauses of the schemes in force, with the periods they judge, indexed by day."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Generic, TypeVar

from desk.scoring.clauses.clause import Clause, Span
from desk.scoring.clauses.periods import BasePoints, Counter, Limit, PassLine, RateLine, Task
from desk.scoring.periods.spans import Period, periods_in, year_of
from desk.scoring.scheme import Purpose
from desk.scoring.terms import Terms
from desk.units import Unit

TermsAt = Callable[[date], Terms | None]
C = TypeVar("C", bound=Clause)
Held = Mapping[date, tuple[int, ...]]

_DAY = timedelta(days=1)
_AHEAD = timedelta(days=732)  # a window ends within two years of any of its days


@dataclass(frozen=True, slots=True, eq=False)
class Judged(Generic[C]):
    """A clause with the periods that end while its scheme is in force.

    ``of_day`` tells which of them hold a day, by their place.
    """

    clause: C
    terms: Terms
    place: int  # its row, of all such clauses of all schemes
    periods: tuple[Period, ...]
    of_day: Held

    @property
    def cited(self) -> str:
        """编号 and 依据, the scheme's where the clause has none: 第三条（一）　2026年办法第三条."""
        return "　".join(filter(None, (self.clause.code, self._source)))

    @property
    def by(self) -> str:
        """依据 as it closes a sentence."""
        return f"（依据：{self._source}）" if self._source else ""

    @property
    def _source(self) -> str:
        return self.clause.source or self.terms.scheme.source

    def told(self, text: str) -> str:
        """A sentence with its amounts in what the scheme reckons: 分, or 元 for fees."""
        if self.terms.scheme.purpose is Purpose.POINTS:
            return text
        return text.replace(" 分", " 元")

    def holds_of(self, unit: Unit) -> bool:
        """Whether it is for this unit, by name or group."""
        clause = self.clause
        return not (clause.when or clause.unless) or self.terms.of_unit(clause, unit)


class Plan:
    """All period clauses for the days from begin to last, the older scheme's rows first."""

    def __init__(self, terms_at: TermsAt, begin: date, last: date) -> None:
        self.terms_at, self.begin, self.last = terms_at, begin, last
        self._held: dict[tuple[int, Span], tuple[tuple[Period, ...], Held]] = {}
        self.all_terms = tuple(_in_force(terms_at, begin, last))
        self.bases = self._judged(BasePoints)
        self.tasks = self._judged(Task)
        self.rates = self._judged(RateLine)
        self.counters = self._judged(Counter)
        self.limits = self._judged(Limit)
        self.pass_lines = self._judged(PassLine)
        self._limits_on: dict[str, tuple[Judged[Limit], ...]] = {}

    def limits_on(self, component: str) -> tuple[Judged[Limit], ...]:
        """The limits that a component's lines fall under, from the top down."""
        found = self._limits_on.get(component)
        if found is None:
            found = self._limits_on[component] = tuple(
                one
                for one in self.limits
                if not one.clause.components or component in one.clause.components
            )
        return found

    def year_of(self, day: date) -> Period:
        """The assessment year of a day, by the scheme in force on it, else the nearest."""
        terms = self.terms_at(day) or next(iter(self.all_terms), None)
        if terms is None:
            return Period(f"{day.year}年", date(day.year, 1, 1), date(day.year, 12, 31))
        return year_of(day, terms.scheme)

    def lasts(self, day: date) -> bool:
        """Whether what holds from a day to the end of its year holds on the last day."""
        return day <= self.last <= self.year_of(day).last

    def _judged(self, kind: type[C]) -> tuple[Judged[C], ...]:
        rows = [(terms, one) for terms in self.all_terms for one in terms.clauses(kind)]
        return tuple(
            Judged(clause, terms, place, *self._periods(terms, _span(clause)))
            for place, (terms, clause) in enumerate(rows)
        )

    def _periods(self, terms: Terms, span: Span) -> tuple[tuple[Period, ...], Held]:
        key = (id(terms), span)
        if key not in self._held:
            every = periods_in(self.begin, self.last, span, terms.scheme)
            theirs = tuple(one for one in every if self.terms_at(one.last) is terms)
            self._held[key] = (theirs, _by_day(theirs, self.begin, self.last))
        return self._held[key]


@lru_cache(maxsize=8)
def plan_of(terms_at: TermsAt, begin: date, last: date) -> Plan:
    """The plan for some days, made once for all units."""
    return Plan(terms_at, begin, last)


def _span(clause: Clause) -> Span:
    span = getattr(clause, "span", Span.YEAR)
    return Span(span)


def _in_force(terms_at: TermsAt, begin: date, last: date) -> Iterator[Terms]:
    """The schemes by which periods that hold one of these days may be judged."""
    seen: list[Terms] = []
    day, end = begin, last + _AHEAD
    while day <= end:
        terms = terms_at(day)
        if terms is not None and not any(one is terms for one in seen):
            seen.append(terms)
            yield terms
        day += _DAY


def _by_day(periods: Iterable[Period], begin: date, last: date) -> Held:
    found: defaultdict[date, tuple[int, ...]] = defaultdict(tuple)
    for place, period in enumerate(periods):
        day, end = max(begin, period.first), min(last, period.last)
        while day <= end:
            found[day] += (place,)
            day += _DAY
    return dict(found)
