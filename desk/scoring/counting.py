"""How many items a unit sent and saw adopted, and where."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from desk.facts import FactKind
from desk.scoring.lines import Event
from desk.scoring.terms import Terms


@dataclass(frozen=True, slots=True)
class Tally:
    """A unit's items: how many, with their weights (计条), and 计分条数."""

    submitted: int
    adopted: int
    sent: Fraction
    used: Fraction
    counted: Fraction

    @property
    def rate(self) -> Fraction:
        """录用率 in percent; of nothing sent it is 0."""
        return self.used * 100 / self.sent if self.sent else Fraction(0)


def items_of(weight: Fraction) -> int:
    """How many items a change of weight adds to those sent or adopted: 1, 0 or -1."""
    above = weight.numerator
    return (above > 0) - (above < 0)


def tally(events: Iterable[Event]) -> Tally:
    """Count the events of one unit."""
    weights: defaultdict[FactKind, list[Fraction]] = defaultdict(list)
    averaged = []
    for event in events:
        averaged.append(event.averaged)
        weights[event.fact.matter].append(event.weight)
        for fact, weight in event.recounts:
            weights[fact.matter].append(weight)
    sent, used = (_times(weights[one]) for one in (FactKind.SUBMISSION, FactKind.ADOPTION))
    return Tally(_items(sent), _items(used), _sum(sent), _sum(used), _sum(_times(averaged)))


def _times(weights: Sequence[Fraction]) -> list[tuple[Fraction, int]]:
    """The weights and how often each is there: nearly all are the same few objects."""
    found = {id(one): one for one in weights}
    return [(found[at], number) for at, number in Counter(map(id, weights)).items()]


def _items(weights: Iterable[tuple[Fraction, int]]) -> int:
    return sum(items_of(weight) * number for weight, number in weights)


def _sum(weights: Iterable[tuple[Fraction, int]]) -> Fraction:
    """The sum, whole numbers apart: they add up faster."""
    whole, parts = 0, Fraction(0)
    for weight, number in weights:
        if weight.denominator == 1:
            whole += weight.numerator * number
        else:
            parts += weight * number
    return parts + whole if parts else Fraction(whole)


def places(events: Iterable[Event], terms_at: Callable[[date], Terms | None]) -> Counter[str]:
    """Count one unit's adoptions by publication and by tier, after 刊物换算."""
    found: Counter[str] = Counter()
    for event in events:
        if not event.recounts and event.fact.matter is not FactKind.ADOPTION:
            continue  # the most are merely sent
        for fact, weight in event.counts:
            items = items_of(weight) if fact.matter is FactKind.ADOPTION else 0
            terms = terms_at(fact.counted) if items else None
            carrier = terms.carrier(fact, event.unit_id) if terms else None
            if carrier:
                found[carrier.name] += items
                found[carrier.tier.value] += items
    return found
