"""From facts to ledger lines (得分台账): all that happened, its worth and why."""

from collections.abc import Iterable

from desk.facts import Fact
from desk.scoring.basis import Basis
from desk.scoring.items.booking import events
from desk.scoring.lines import LedgerLine
from desk.scoring.scheme import Purpose


def ledger_lines(
    facts: Iterable[Fact], basis: Basis, purpose: Purpose = Purpose.POINTS
) -> tuple[LedgerLine, ...]:
    """The lines of all events, by day and booking."""
    return tuple(line for event in events(facts, basis, purpose) for line in event.lines)
