"""The fee of one item: what is proposed, what a person has confirmed, whether it is paid."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import ClassVar

from typing_extensions import override

from desk.matters.matter import Matter
from desk.payments.rules import ONE
from desk.scoring.figures import CENT

NOTHING = Decimal(0)


class FeeState(StrEnum):
    """Where a fee stands."""

    PROPOSED = "待核定"
    CONFIRMED = "已核定"
    REFUSED = "不计"
    PAID = "已发"


@dataclass(frozen=True, slots=True)
class Amounts:
    """What a fee is made of, in yuan; ``earlier`` was paid for the same item before (补差)."""

    base: Decimal = NOTHING
    times: Decimal = ONE
    times_why: str = ""
    pictures: Decimal = NOTHING
    prize: Decimal = NOTHING
    earlier: Decimal = NOTHING

    @property
    def total(self) -> Decimal:
        """What is to be paid; the factor holds for the class alone."""
        whole = self.base * self.times + self.pictures + self.prize - self.earlier
        return max(whole, NOTHING).quantize(CENT, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee(Matter):
    """The fee of one item; ``day`` is that of the printing it is paid for, id 0 a proposal.

    ``characters`` have punctuation and no title; None where nobody knows the text.
    """

    KIND: ClassVar[str] = "fee"
    NOUN: ClassVar[str] = "稿酬"

    item_id: int = 0
    units: tuple[int, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()  # where it was printed, the earliest first
    characters: int | None = None
    kind: str = ""
    pictures: int = 0
    proposed: str = ""  # the class by length and kind
    doubt: str = ""  # why a person must look
    class_name: str = ""
    amounts: Amounts = Amounts()
    refused: str = ""  # why nothing is paid
    decided: datetime | None = None
    decided_by: str = ""
    paid: date | None = None
    note: str = ""

    @property
    def state(self) -> FeeState:
        """Where it stands."""
        if self.paid:
            return FeeState.PAID
        if self.decided is None:
            return FeeState.PROPOSED
        return FeeState.REFUSED if self.refused else FeeState.CONFIRMED

    @property
    def total(self) -> Decimal:
        """What is paid, in yuan; nothing where it was refused."""
        return NOTHING if self.refused else self.amounts.total

    @property
    @override
    def is_open(self) -> bool:
        return self.state is FeeState.CONFIRMED

    @property
    @override
    def unit_ids(self) -> tuple[int, ...]:
        return self.units

    @property
    @override
    def draft_ids(self) -> tuple[int, ...]:
        return (self.item_id,) if self.item_id else ()

    @property
    @override
    def words(self) -> str:
        return "\n".join((*self.people, self.class_name, self.note))
