"""How many items a unit sent and saw adopted, and where."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
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
    sent, used = weights[FactKind.SUBMISSION], weights[FactKind.ADOPTION]
    return Tally(
        sum(map(items_of, sent)), sum(map(items_of, used)), _sum(sent), _sum(used), _sum(averaged)
    )


def _sum(weights: Iterable[Fraction]) -> Fraction:
    """The sum, quickly: nearly all weights are the same few objects, so these are counted first."""
    held = list(weights)
    times, found = Counter(map(id, held)), {id(one): one for one in held}
    return sum((found[at] * number for at, number in times.items()), Fraction(0))


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
