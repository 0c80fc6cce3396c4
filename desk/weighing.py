"""What the scheme in force would make of something before it is booked (按计分办法建议)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from desk.facts import Fact
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
    return weigh_each(work, [entry])[0]


def weigh_each(work: Work, entries: Sequence[Entry]) -> list[tuple[Weighed, ...]]:
    """``weigh`` for many entries at once."""
    first = work.ledger.last_id() + 1
    offered: list[list[Fact]] = []
    for entry in entries:
        held = list(facts_of(tidied(work, entry), f"offer:{first}", "offer"))
        offered.append([replace(one, id=first + at) for at, one in enumerate(held)])
        first += len(held)
    lines: defaultdict[int, list[LedgerLine]] = defaultdict(list)
    for line in lines_of(work, [fact for facts in offered for fact in facts]):
        lines[line.fact.id].append(line)
    return [tuple(_weighed(fact.unit_id, lines[fact.id]) for fact in facts) for facts in offered]


def _weighed(unit_id: int, lines: Sequence[LedgerLine]) -> Weighed:
    points = sum((one.points for one in lines), Decimal(0))
    told = "；".join(f"{one.rule}：{one.text}" for one in lines if one.points)
    return Weighed(unit_id, points, told)
