"""Which facts are about the same item, and the order in which facts are booked."""

import re
from collections.abc import Hashable, Iterable
from operator import attrgetter

from desk.facts import Fact

_MARKS = re.compile(r"[\W_]+")


def in_order(facts: Iterable[Fact]) -> list[Fact]:
    """By day and booking; what isn't booked yet by all else, so that the order given is nothing."""
    held = list(facts)
    if len({fact.id for fact in held}) == len(held):
        return sorted(held, key=attrgetter("day", "id"))
    return sorted(held, key=_whole)


def item_of(fact: Fact, year: int) -> Hashable:
    """What a unit's facts of one item have in common; None where a fact stands alone.

    A registered draft and 原件 name the item for ever, a title only within a year.
    """
    if fact.item_id:
        return fact.unit_id, fact.item_id
    if fact.particulars.item and (item := bare(fact.particulars.item)):
        return fact.unit_id, "原件", item
    if fact.title and (title := bare(fact.title)):
        return fact.unit_id, title, year
    return None


def bare(title: str) -> str:
    """A title without spaces and marks."""
    return _MARKS.sub("", title)


def alike(one: Fact, other: Fact) -> bool:
    """Whether a reversal that names no fact may mean this one."""
    return _sort(one) == _sort(other)


def _sort(fact: Fact) -> tuple[object, ...]:
    return (
        fact.matter,
        fact.unit_id,
        fact.counted,
        fact.publication_id,
        fact.section_id,
        fact.role,
        fact.shares,
        fact.issue_number,
    )


def _whole(fact: Fact) -> tuple[object, ...]:
    return (
        fact.day,
        fact.id,
        fact.publication_id or 0,
        fact.section_id or 0,
        fact.issue_number,
        fact.title,
        fact.unit_id,
        repr(fact),
    )
