"""Records of several units that are one item on the page."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date

from desk.facts import Fact, FactKind
from desk.publications import Tier
from desk.scoring.items.identity import bare
from desk.surveys.survey import Record, Survey
from desk.units import Unit

CRITICISM = "批评"


@dataclass(frozen=True, slots=True)
class Printed:
    """One item in one issue of one publication, with all units behind it.

    ``instructed`` says that a leader wrote on the item, ``commissioned`` that it was asked for.
    """

    title: str
    day: date
    publication: str
    section: str
    number: str  # of the issue, as booked
    tier: Tier | None
    units: tuple[Unit, ...]
    records: tuple[Record, ...]
    instructed: bool = False
    commissioned: bool = False


def printed_items(survey: Survey) -> tuple[Printed, ...]:
    """The items adopted in the survey's days, by publication in the office's order, then by day."""
    records = list(survey.unit_records)
    noted = {
        one
        for unit in survey.units
        for record in unit.records
        if is_noted(record.fact)
        for one in _names(record.fact)
    }
    held: dict[Hashable, list[Record]] = {}
    for record in records:
        if record.kind is FactKind.ADOPTION:
            held.setdefault(_key(record.fact), []).append(record)
    order = {one.name: at for at, one in enumerate(survey.publications)}
    found = [_printed(group, noted) for group in held.values()]
    return tuple(
        sorted(
            found,
            key=lambda one: (
                order.get(one.publication, len(order)),
                one.publication,
                one.day,
                one.title,
            ),
        )
    )


def is_noted(fact: Fact) -> bool:
    """Whether a leader wrote on an item (批示) otherwise than to criticise it (批评)."""
    return fact.kind is FactKind.INSTRUCTION and fact.particulars.tone != CRITICISM


def counted_items(survey: Survey) -> tuple[Printed, ...]:
    """Those of them that count by the scheme, for one unit at least."""
    found = printed_items(survey)
    return tuple(one for one in found if any(not record.gate for record in one.records))


def _key(fact: Fact) -> Hashable:
    place = fact.publication_id, fact.section_id, fact.issue_number, fact.day
    return (fact.item_id or bare(fact.particulars.item or fact.title) or id(fact), *place)


def _names(fact: Fact) -> Iterable[Hashable]:
    """What an instruction and an adoption of the same item have in common."""
    if fact.item_id:
        yield fact.item_id
    title = bare(fact.particulars.item or fact.title)
    if title:
        yield title


def _printed(records: list[Record], noted: set[Hashable]) -> Printed:
    first = records[0]
    fact = first.fact
    return Printed(
        fact.title,
        fact.day,
        first.publication,
        first.section,
        fact.issue_number,
        first.tier,
        tuple({one.unit.id: one.unit for one in records}.values()),
        tuple(records),
        instructed=any(name in noted for name in _names(fact)),
        commissioned=any(one.fact.particulars.commissioned for one in records),
    )
