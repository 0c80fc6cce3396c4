"""Adoptions that the register of what went up (上报) has booked already."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desk.facts import Fact, FactKind
from desk.forwardings.entries import same_number
from desk.forwardings.forwarding import Forwarding
from desk.importing.past.rows import Row
from desk.repositories.matters import MatterQuery
from desk.store import Work


def unbooked_above(work: Work, rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, those with a problem whose item, carrier and number are booked in 上报."""
    for row in rows:
        first = next((one for one in row.facts if one.kind is FactKind.ADOPTION), None)
        held = _booked(work, first) if first is not None and first.item_id else None
        if held is None:
            yield row
        else:
            said = f"“{held.title}”在“上报”里已经登记采用并记分（{held.number}）"
            yield replace(row, facts=(), problems=(*row.problems, said))


def _booked(work: Work, fact: Fact) -> Forwarding | None:
    """The forwarding that has booked an adoption; what the import itself booked is none."""
    found = work.matters.all(Forwarding, MatterQuery(draft_id=fact.item_id))
    return next(
        (
            one
            for one in found
            if one.draft_id == fact.item_id
            and one.publication_id == fact.publication_id
            and one.booked
            and not one.is_foreign
            and same_number(one.issue_number, fact.issue_number)
        ),
        None,
    )
