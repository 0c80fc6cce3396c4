"""What persons have of their units' points (个人得分): the authors of an item share its points."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from desk.facts import Fact, FactKind
from desk.scoring.clauses.results import Rounded
from desk.scoring.counting import items_of
from desk.scoring.figures import decimals_of
from desk.scoring.lines import Event
from desk.scoring.results import PersonScore
from desk.scoring.rounding import deal, roundings
from desk.scoring.terms import Terms
from desk.units import Unit

_Person = tuple[int, str]  # unit id and name


def people(
    events: Iterable[Event], units: Mapping[int, Unit], terms_at: Callable[[date], Terms | None]
) -> tuple[PersonScore, ...]:
    """The authors of what happened, the best first; each stands with the unit that did it.

    A fact that counts for two units (归属, 两边都计) counts once.
    """
    points: defaultdict[_Person, Decimal] = defaultdict(Decimal)
    counts: Counter[tuple[_Person, FactKind]] = Counter()
    for event in _once([one for one in events if _has_authors(one)]):
        for fact, weight in event.counts:
            for person in _authors(fact):
                points[person] += 0
                counts[person, fact.matter] += items_of(weight)
        for line in event.lines:
            authors = _authors(line.earned_by)
            parts = _parts(line.points, len(authors), line.earned_by, terms_at)
            for person, part in zip(authors, parts, strict=True):
                points[person] += part
    return tuple(_ranked(points, counts, units))


def _has_authors(event: Event) -> bool:
    if event.fact.particulars.people or event.recounts:
        return True
    return bool(event.lines) and any(line.earlier for line in event.lines)


def _authors(fact: Fact) -> list[_Person]:
    return [(fact.unit_id, name) for name in dict.fromkeys(fact.particulars.people)]


def _once(events: list[Event]) -> Iterator[Event]:
    own = {_key(event.fact) for event in events if event.unit_id == event.fact.unit_id}
    for event in events:
        if event.unit_id == event.fact.unit_id or _key(event.fact) not in own:
            yield event


def _key(fact: Fact) -> tuple[int, int]:
    return (fact.id, 0 if fact.id else id(fact))


def _parts(
    points: Decimal, authors: int, fact: Fact, terms_at: Callable[[date], Terms | None]
) -> tuple[Decimal, ...]:
    """Each author's part of some points; what is left over goes as shares of units go.

    The parts have the decimals of such shares, or those of the points where these have more.
    """
    if authors <= 1:
        return (points,) * authors
    terms = terms_at(fact.counted)
    how = roundings(terms.scheme.clauses if terms else ())[Rounded.SHARE]
    return deal(points, authors, replace(how, decimals=max(how.decimals, decimals_of(points))))


def _ranked(
    points: Mapping[_Person, Decimal],
    counts: Mapping[tuple[_Person, FactKind], int],
    units: Mapping[int, Unit],
) -> Iterator[PersonScore]:
    held = [person for person in points if person[0] in units]
    held.sort(key=lambda person: (-points[person], person[1], units[person[0]].name, person[0]))
    rank = 0
    for place, person in enumerate(held, start=1):
        if place == 1 or points[person] != points[held[place - 2]]:
            rank = place
        sent, used = (counts[person, one] for one in (FactKind.SUBMISSION, FactKind.ADOPTION))
        yield PersonScore(person[1], units[person[0]], rank, points[person], sent, used)
