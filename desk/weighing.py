"""What the scheme in force would make of something before it is booked (按计分办法建议)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from desk.hand.demands import tidied
from desk.hand.entry import Entry, facts_of
from desk.item_lines import lines_of
from desk.scoring.lines import LedgerLine
from desk.store import Work


@dataclass(frozen=True, slots=True)
class Weighed:
    """What one unit would get; ``text`` says by which rule, "" where the scheme asks nothing."""

    unit_id: int
    points: Decimal
    text: str


def weigh(work: Work, entry: Entry) -> tuple[Weighed, ...]:
    """What each unit of an entry would get for it alone, without limits over a period."""
    tidy = tidied(work, entry)
    first = work.ledger.last_id() + 1
    facts = [
        replace(one, id=first + at)
        for at, one in enumerate(facts_of(tidy, f"offer:{first}", "offer"))
    ]
    lines = lines_of(work, facts)
    return tuple(
        _weighed(fact.unit_id, [one for one in lines if one.unit_id == fact.unit_id])
        for fact in facts
    )


def _weighed(unit_id: int, lines: Sequence[LedgerLine]) -> Weighed:
    points = sum((one.points for one in lines), Decimal(0))
    told = "；".join(f"{one.rule}：{one.text}" for one in lines if one.points)
    return Weighed(unit_id, points, told)
