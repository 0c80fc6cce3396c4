"""From facts to events: every fact as the scheme of its day sees it, with its lines."""

from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import chain

from desk.facts import Fact, FactKind
from desk.scoring.basis import Basis
from desk.scoring.items.awards import Award
from desk.scoring.items.cases import Case, case_maker
from desk.scoring.items.explaining import gate_reason
from desk.scoring.items.identity import alike, in_order, item_of
from desk.scoring.items.linking import loners
from desk.scoring.items.sharing import ALONE, deals
from desk.scoring.items.standing import Reckoner, Result, Standing
from desk.scoring.items.writing import Writer
from desk.scoring.lines import Event, LedgerLine
from desk.scoring.scheme import Purpose
from desk.scoring.terms import Terms, timetable


def events(
    facts: Iterable[Fact], basis: Basis, purpose: Purpose = Purpose.POINTS
) -> tuple[Event, ...]:
    """Every fact as the scheme of its day sees it, by day and booking.

    What it changes of earlier facts of its item stands among its lines. The facts of an item
    must all be given, back to the begin of the year (for ever, where the scheme remembers so
    long); the order they are given in does not matter.
    """
    schemes = [one for one in basis.schemes if one.purpose is purpose]
    ordered = in_order(facts)
    book = _Book(basis, timetable(schemes, basis), ordered, loners(schemes, ordered))
    return tuple(chain.from_iterable(map(book.enter, ordered)))


@dataclass(slots=True)
class _Change:
    """What one fact changes for one unit."""

    weight: Fraction = Fraction(0)
    averaged: Fraction = Fraction(0)
    lines: list[LedgerLine] = field(default_factory=list)
    recounts: list[tuple[Fact, Fraction]] = field(default_factory=list)


_AGAIN = "先前已经冲销，不再冲"


class _Book:
    """All that stands so far."""

    def __init__(
        self,
        basis: Basis,
        terms_at: Callable[[date], Terms | None],
        ordered: Sequence[Fact],
        loners: Container[FactKind],
    ) -> None:
        self._carriers = {one.id: one for one in basis.publications}
        self._terms_at, self._deals = terms_at, deals(ordered)
        self._loners = loners
        self._reversed = {fact.reverses for fact in ordered} - {0}
        self._makers: dict[int, Callable[[Fact], Case]] = {}
        self._days: dict[date, tuple[Callable[[Fact], Case], int]] = {}
        self._items: dict[Hashable, list[Standing]] = {}
        self._by_id: dict[int, tuple[Standing, list[Standing]]] = {}  # those that are taken back
        self._gone: set[int] = set()
        self._reckoner, self._writer = Reckoner(), Writer()

    def enter(self, fact: Fact) -> Iterable[Event]:
        """Book the next fact."""
        if fact.kind is FactKind.REVERSAL:
            return self._take_back(fact)
        return self._put_in(fact)

    def _put_in(self, fact: Fact) -> Iterable[Event]:
        one = self._standing(fact)
        if fact.id in self._gone:  # taken back before it was booked
            one.result = self._reckoner.alone(one)
            return self._events(fact, one, 1, ())
        mates = self._mates(fact, one.year)
        mates.append(one)
        if fact.id in self._reversed:
            self._by_id[fact.id] = one, mates
        return self._events(fact, one, 1, self._reckoned(mates, one), mates)

    def _mates(self, fact: Fact, year: int) -> list[Standing]:
        """All that stands of the fact's item and may bear on it."""
        if fact.kind in self._loners:
            return []
        key = item_of(fact, year)
        return [] if key is None else self._items.setdefault(key, [])

    def _take_back(self, fact: Fact) -> Iterable[Event]:
        one, mates = self._meant(fact)
        if one is None:
            return self._without(fact)
        self._by_id.pop(one.fact.id, None)
        if one.fact.id:
            self._gone.add(one.fact.id)
        mates[:] = [mate for mate in mates if mate is not one]
        return self._events(fact, one, -1, self._reckoned(mates, None), mates)

    def _without(self, fact: Fact) -> Iterable[Event]:
        """A reversal of what isn't here, or has been taken back already."""
        one = self._standing(fact)
        is_again = fact.reverses in self._gone
        if fact.reverses:
            self._gone.add(fact.reverses)
        one.result = self._reckoner.alone(one)
        if is_again:
            awards = (Award(Decimal(0), f"{each.words}；{_AGAIN}") for each in one.result.awards)
            one.result = Result(tuple(awards))
        return self._events(fact, one, -1, ())

    def _meant(self, fact: Fact) -> tuple[Standing | None, list[Standing]]:
        """What a reversal takes back, and all that stands of that item."""
        if fact.reverses:
            return self._by_id.get(fact.reverses, (None, []))
        key = item_of(fact, self._standing(fact).year)
        mates = self._items.get(key, []) if key is not None else []
        return next((mate for mate in mates if alike(mate.fact, fact)), None), mates

    def _standing(self, fact: Fact) -> Standing:
        day = fact.counted
        known = self._days.get(day)
        if known is None:
            known = self._days[day] = self._day(day)
        case_of, year = known
        deal = self._deals.get(id(fact), ALONE) if fact.shares > 1 else ALONE
        return Standing(fact, case_of(fact), deal, year)

    def _day(self, day: date) -> tuple[Callable[[Fact], Case], int]:
        """How the scheme of a day makes cases of facts, and the assessment year."""
        terms = self._terms_at(day)
        if id(terms) not in self._makers:
            self._makers[id(terms)] = case_maker(terms, self._carriers)
        return self._makers[id(terms)], terms.year(day) if terms else day.year

    def _reckoned(
        self, mates: Sequence[Standing], new: Standing | None
    ) -> Sequence[tuple[Standing, Result]]:
        """Reckon an item anew; gives the facts that earn other points now, with the former."""
        if new and len(mates) == 1:
            new.result = self._reckoner.alone(new)
            return ()
        if not any(mate.case.is_linked for mate in mates):
            if new:
                new.result = self._reckoner.alone(new)
            return ()
        changed = []
        for mate, result in zip(mates, self._reckoner.results(mates), strict=True):
            former, mate.result = mate.result, result
            if mate is not new and _differs(former, result):
                changed.append((mate, former))
        return changed

    def _events(
        self,
        fact: Fact,
        one: Standing,
        sign: int,
        changed: Sequence[tuple[Standing, Result]],
        mates: Sequence[Standing] = (),
    ) -> Iterable[Event]:
        if not changed and not one.case.target:
            return (self._event(fact, one, sign, mates),)
        return self._changes(fact, one, sign, changed, mates)

    def _event(self, fact: Fact, one: Standing, sign: int, mates: Sequence[Standing]) -> Event:
        """The event of a fact that changes nothing else."""
        result, case = one.result, one.case
        return Event(
            fact,
            fact.unit_id,
            result.weight if sign > 0 else -result.weight,
            self._writer.own(fact, one, fact.unit_id, sign, mates),
            result.averaged if sign > 0 else -result.averaged,
            case.seen.late,
            case.seen.outcome,
            gate_reason(case) if case.gate else "",
            seen=case.seen,
        )

    def _changes(
        self,
        fact: Fact,
        one: Standing,
        sign: int,
        changed: Sequence[tuple[Standing, Result]],
        mates: Sequence[Standing],
    ) -> Iterator[Event]:
        """The events of a fact that changes earlier ones or counts for another unit, by unit."""
        changes: defaultdict[int, _Change] = defaultdict(_Change)
        credited = _credited(one)
        for unit in credited:
            change = changes[unit]
            change.weight = one.result.weight if sign > 0 else -one.result.weight
            change.averaged = one.result.averaged if sign > 0 else -one.result.averaged
            change.lines.extend(self._writer.own(fact, one, unit, sign, mates))
        for mate, former in changed:
            for unit in _credited(mate):
                change = changes[unit]
                change.lines.extend(self._writer.followed(fact, mate, former, unit, mates))
                if mate.result.averaged is not former.averaged:
                    change.averaged += mate.result.averaged - former.averaged
                if mate.result.weight != former.weight:
                    change.recounts.append((mate.fact, mate.result.weight - former.weight))
        seen = one.case.seen
        for unit, change in changes.items():
            yield Event(
                fact,
                unit,
                change.weight,
                tuple(change.lines),
                change.averaged,
                seen.late,
                seen.outcome,
                gate_reason(one.case),
                tuple(change.recounts),
                unit in credited,
            )


def _credited(one: Standing) -> tuple[int, ...]:
    """The units a fact counts for (归属)."""
    own, target = one.fact.unit_id, one.case.target
    if not target or target == own:
        return (own,)
    return (target,) if one.case.is_passed else (own, target)


def _differs(former: Result, result: Result) -> bool:
    if former is result:
        return False
    return (
        former.weight != result.weight
        or former.averaged != result.averaged
        or any(a.points != b.points for a, b in zip(former.awards, result.awards, strict=True))
    )
