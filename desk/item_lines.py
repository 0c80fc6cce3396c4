"""The ledger lines of some facts, reckoned among all that is on record of their items."""

from collections.abc import Iterable
from datetime import date

from desk.assessing import basis_of
from desk.facts import Fact
from desk.scoring.basis import Basis
from desk.scoring.ledger import ledger_lines
from desk.scoring.lines import LedgerLine
from desk.store import Work


def lines_of(
    work: Work, facts: Iterable[Fact], basis: Basis | None = None
) -> tuple[LedgerLine, ...]:
    """What these facts earn, and change at earlier ones of their items.

    Facts that aren't booked yet must have ids of their own, see ``last_id``. ``basis`` saves
    reading it again.
    """
    held = {fact.id: fact for fact in facts}
    if not held:
        return ()
    known = {fact.id: fact for fact in work.ledger.of_items(_items(held.values()), date.min)}
    if basis is None:
        basis = basis_of(work, max(fact.day for fact in held.values()).year)
    lines = ledger_lines((known | held).values(), basis)
    return tuple(line for line in lines if line.fact.id in held)


def last_id(work: Work, facts: Iterable[Fact]) -> int:
    """The highest id on record among the facts of these items."""
    known = work.ledger.of_items(_items(facts), date.min)
    return max((fact.id for fact in known), default=0)


def _items(facts: Iterable[Fact]) -> set[int]:
    return {fact.item_id for fact in facts if fact.item_id}
