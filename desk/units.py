"""Units (单位), their groups and their yearly quotas."""

from dataclasses import dataclass
from decimal import Decimal


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
class Quota:
    """What a unit is to reach in one year: points, and adopted items where they are set."""

    year: int
    unit_id: int
    points: Decimal
    items: int = 0
