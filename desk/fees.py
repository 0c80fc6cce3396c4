"""Classes of fees (稿酬): what an item of some length and nature is worth, the office's data."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from desk.drafts import Kind


@dataclass(frozen=True, slots=True)
class FeeClass:
    """One class, as “三类稿60元：主要指篇幅在500字以上，反映日常工作的信息” (seed 001).

    Attributes:
        shortest, longest: characters with punctuation, without the title; 0: no limit.
        amount: yuan; least: the lower end where the class has a range, else None.
        kinds: to which it is limited; empty: all.
        note: its nature in the office's words.
    """

    name: str
    shortest: int
    longest: int
    amount: Decimal
    least: Decimal | None = None
    kinds: frozenset[Kind] = frozenset()
    note: str = ""

    @property
    def yuan(self) -> str:
        """The amount in words: 60 元, 5–10 元."""
        low = "" if self.least is None else f"{plain_yuan(self.least)}–"
        return f"{low}{plain_yuan(self.amount)} 元"

    def takes(self, characters: int, kind: Kind | None) -> bool:
        """Whether an item of this length and kind belongs here, as far as a machine can say."""
        fits = self.shortest <= characters and (not self.longest or characters <= self.longest)
        return fits and (not self.kinds or kind in self.kinds)


def plain_yuan(amount: Decimal) -> str:
    """An amount without idle noughts: 60, 7.50."""
    return f"{amount:.0f}" if amount == amount.to_integral_value() else f"{amount:.2f}"


def class_of(classes: Iterable[FeeClass], characters: int, kind: Kind | None) -> FeeClass | None:
    """The first class that takes an item; a proposal, the clerk decides."""
    return next((one for one in classes if one.takes(characters, kind)), None)
