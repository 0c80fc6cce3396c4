"""How many items a unit sent and saw adopted, and where."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from desk.facts import FactKind
from desk.scoring.lines import Event
from desk.scoring.terms import Terms


@dataclass(slots=True)
class Tally:
    """A unit's items: how many, and with their weights (计条)."""

    submitted: int = 0
    adopted: int = 0
    sent: Fraction = Fraction(0)
    used: Fraction = Fraction(0)
    counted: Fraction = Fraction(0)

    @property
    def rate(self) -> Fraction:
        """录用率 in percent; of nothing sent it is 0."""
        return self.used * 100 / self.sent if self.sent else Fraction(0)


def items_of(weight: Fraction) -> int:
    """How many items a change of weight adds to those sent or adopted: 1, 0 or -1."""
    return (weight > 0) - (weight < 0)


def tally(events: Iterable[Event]) -> Tally:
    """Count the events of one unit."""
    found = Tally()
    for event in events:
        if event.averaged:
            found.counted += event.averaged
        for fact, weight in event.counts:
            if fact.matter is FactKind.SUBMISSION:
                found.submitted += items_of(weight)
                found.sent += weight
            elif fact.matter is FactKind.ADOPTION:
                found.adopted += items_of(weight)
                found.used += weight
    return found


def places(events: Iterable[Event], terms_at: Callable[[date], Terms | None]) -> Counter[str]:
    """Count one unit's adoptions by publication and by tier, after 刊物换算."""
    found: Counter[str] = Counter()
    for event in events:
        for fact, weight in event.counts:
            items = items_of(weight) if fact.matter is FactKind.ADOPTION else 0
            terms = terms_at(fact.counted) if items else None
            carrier = terms.seen(fact, event.unit_id).publication if terms else None
            if carrier:
                found[carrier.name] += items
                found[carrier.tier.value] += items
    return found
