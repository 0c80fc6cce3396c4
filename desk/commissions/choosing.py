"""Which units a notice goes to: whole groups, single ones, all but some; in registry order."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from desk.commissions.commission import Commission
from desk.repositories.matters import MatterQuery
from desk.store import Work
from desk.topic_pool.standing import pool
from desk.topic_pool.topic import Standing
from desk.units import Unit, UnitGroup

_TITLES = 300


@dataclass(frozen=True, slots=True)
class Choice:
    """What the clerk has chosen; ``group_ids`` are ticked, ``singles`` added, ``but`` left out."""

    group_ids: frozenset[int] = frozenset()
    singles: tuple[int, ...] = ()
    but: tuple[int, ...] = ()

    def units(self, units: Iterable[Unit]) -> list[Unit]:
        """The units it means, each once."""
        return [
            one
            for one in units
            if one.active
            and one.id not in self.but
            and (one.group_id in self.group_ids or one.id in self.singles)
        ]


def choice_of(unit_ids: Collection[int], units: Sequence[Unit]) -> Choice:
    """A choice that means these units: whole groups are ticked where all of theirs are in."""
    wanted = set(unit_ids)
    active = [one for one in units if one.active]
    whole = {
        one.group_id
        for one in active
        if all(other.id in wanted for other in active if other.group_id == one.group_id)
    }
    singles = (one.id for one in active if one.id in wanted and one.group_id not in whole)
    return Choice(frozenset(whole), tuple(singles))


@dataclass(frozen=True, slots=True)
class Material:
    """What is at hand while a notice is written.

    ``exempt`` are units from which no points are asked this year (免考核). ``titles`` are topics
    to be suggested with their ids in the pool (0: of a former notice), the newest first.
    """

    units: tuple[Unit, ...]
    groups: tuple[UnitGroup, ...]
    exempt: frozenset[int]
    titles: tuple[tuple[str, int], ...]
    last: Commission | None


def material(work: Work, year: int) -> Material:
    """Read what is at hand."""
    former = sorted(work.matters.all(Commission), key=lambda one: -one.id)
    waiting = (
        (row.topic.title, row.topic.id)
        for row in pool(work, MatterQuery(only_open=True))
        if row.standing is Standing.OPEN
    )
    titles = dict(reversed([*waiting, *((one.title, 0) for one in former[:_TITLES])]))
    exempt = (one.unit_id for one in work.registry.quotas(year) if one.exempt)
    return Material(
        tuple(work.registry.units()),
        tuple(work.registry.groups()),
        frozenset(exempt),
        tuple(reversed(titles.items())),
        next(iter(former), None),
    )
