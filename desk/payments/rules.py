"""The office's rules for fees beside the classes (稿酬规则): factors, pictures, conditions."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from desk.publications import Tier

ONE = Decimal(1)


class Bound(StrEnum):
    """To which class a length at a limit belongs: “250字以上” and “250字以内” both name 250."""

    HIGHER = "算高一类"
    LOWER = "算低一类"
    ASK = "每次由人定"


class Sharing(StrEnum):
    """Who gets the fee of an item with several authors."""

    EQUAL = "作者均分"
    FIRST = "归第一作者"


@dataclass(frozen=True, slots=True)
class Factor:
    """How many times the fee is paid for an item printed at one of these levels."""

    name: str
    times: Decimal
    tiers: tuple[Tier, ...] = ()


@dataclass(frozen=True, slots=True)
class Budget:
    """What may be spent in a year, in yuan."""

    year: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class FeeRules:
    """Of several factors the highest holds, once (seed 001: 最高一类，只计一次).

    ``must_in`` are publications one of which must have printed the item (“必须在《机关党讯》上
    刊登，否则不计稿酬”, seed 001); empty asks nothing. Amounts are yuan; ``most_pictures`` 0 is no
    limit. The defaults are the table of seed 001 (哈密，2012年).
    """

    bound: Bound = Bound.HIGHER
    sharing: Sharing = Sharing.EQUAL
    factors: tuple[Factor, ...] = (
        Factor("市级刊物 1.5 倍", Decimal("1.5"), (Tier.CITY,)),
        Factor("省级以上 2 倍", Decimal(2), (Tier.PROVINCE, Tier.STATE)),
    )
    must_in: tuple[int, ...] = ()
    picture: Decimal = Decimal(5)
    most_pictures: int = 2
    prize: Decimal = Decimal(200)
    budgets: tuple[Budget, ...] = ()

    def factor(self, tiers: frozenset[Tier]) -> Factor:
        """The highest factor for an item printed at these levels; once the fee where none holds."""
        held = [one for one in self.factors if tiers.intersection(one.tiers)]
        return max(held, key=lambda one: one.times, default=Factor("", ONE))

    def budget(self, year: int) -> Decimal | None:
        """What may be spent in a year; None where nobody has said."""
        return next((one.amount for one in self.budgets if one.year == year), None)
