"""What honours there are, how many of each, and what stands in the way of them (评先办法)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Whom(StrEnum):
    """What an honour is given to."""

    UNIT = "单位"
    PERSON = "个人"
    ITEM = "信息"


class TieWay(StrEnum):
    """What becomes of those level with the last one who has a place."""

    ALL = "并列的都评上"
    NONE = "并列超出名额的留给人定"


@dataclass(frozen=True, slots=True)
class GroupPlaces:
    """Another number of places for one group."""

    group_id: int
    places: int


@dataclass(frozen=True, slots=True)
class Grade:
    """One honour: so many places in every group, or among all (R134)."""

    name: str  # 先进单位, 一等奖
    whom: Whom = Whom.UNIT
    places: int = 1
    in_groups: bool = True
    apart: tuple[GroupPlaces, ...] = ()  # groups with another number

    def places_in(self, group_id: int) -> int:
        """How many may have it in a group."""
        held = (one.places for one in self.apart if one.group_id == group_id)
        return next(held, self.places)


@dataclass(frozen=True, slots=True)
class AwardPlan:
    """The honours, the highest first, and the conditions of all of them.

    挂零 and 取消评先 always stand in the way. ``completion`` is the least percent of the part of
    the target that is due by the pace (of a whole year all of it), None asks for none;
    ``without_quota`` lets units be honoured that have no target.
    """

    grades: tuple[Grade, ...] = (
        Grade("先进单位", Whom.UNIT, 3),
        Grade("先进个人", Whom.PERSON, 5, in_groups=False),
        Grade("好信息", Whom.ITEM, 10, in_groups=False),
    )
    completion: Decimal | None = Decimal(100)
    without_quota: bool = False
    pass_lines: bool = True  # a period below its pass line (不达标) stands in the way
    ties: TieWay = TieWay.ALL
