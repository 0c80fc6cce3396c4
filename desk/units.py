"""Units (单位), their groups, history and yearly quotas."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class UnitGroup:
    """A group of units that are ranked among themselves."""

    name: str
    position: int = 0
    id: int = 0


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that sends drafts; every alias is a name it may sign with."""

    name: str
    short: str
    group_id: int
    aliases: tuple[str, ...] = ()
    active: bool = True
    code: str = ""  # the office's own number or letters for quick entry
    id: int = 0


@dataclass(frozen=True, slots=True)
class SubQuota:
    """A part of a quota (子项): so many points or items of something; 0: not asked."""

    name: str
    points: Decimal = Decimal(0)
    items: int = 0


@dataclass(frozen=True, slots=True)
class QuotaChange:
    """Another target from a day of the year on, and why."""

    since: date
    points: Decimal
    items: int = 0
    subs: tuple[SubQuota, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Quota:
    """What a unit is to reach in one year: points, and adopted items where they are set.

    ``changes`` came during the year, the earliest first. ``exempt`` is why nothing is asked of
    the unit (免考核), "" where it is. ``staff`` is the number of people, for tasks per head.
    """

    year: int
    unit_id: int
    points: Decimal
    items: int = 0
    subs: tuple[SubQuota, ...] = ()
    staff: int = 0
    exempt: str = ""
    changes: tuple[QuotaChange, ...] = ()

    def on(self, day: date) -> "Quota":
        """The quota as it stands on a day: the targets of the last change until then."""
        held = [one for one in self.changes if one.since <= day]
        if not held:
            return self
        last = max(held, key=lambda one: one.since)
        return replace(self, points=last.points, items=last.items, subs=last.subs)


class UnitStep(StrEnum):
    """What became of a unit (机构沿革)."""

    FOUNDED = "新设"
    RENAMED = "更名"
    MERGED = "并入"
    CLOSED = "撤销"


@dataclass(frozen=True, slots=True)
class UnitChange:
    """A step in a unit's history; ``into_id`` is the unit it was merged into."""

    day: date
    step: UnitStep
    unit_id: int
    former: str = ""  # its name before
    into_id: int | None = None
    note: str = ""
    id: int = 0


def successors(changes: Iterable[UnitChange]) -> dict[int, int]:
    """The unit that each merged unit's history goes on in, over several mergers too."""
    into = {
        one.unit_id: one.into_id
        for one in sorted(changes, key=lambda one: (one.day, one.id))
        if one.step is UnitStep.MERGED and one.into_id
    }

    def final(unit_id: int) -> int:
        seen = {unit_id}
        while unit_id in into and into[unit_id] not in seen:
            unit_id = into[unit_id]
            seen.add(unit_id)
        return unit_id

    return {unit_id: final(unit_id) for unit_id in into}


@dataclass(frozen=True, slots=True)
class UpperTask:
    """What the upper level asks of our own office in a year (本办任务); ``tier`` as 市级, 省级."""

    year: int
    tier: str
    points: Decimal = Decimal(0)
    items: int = 0
    note: str = ""
