"""The numbered copies (份号) of an issue: who has each, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk.number_runs import run_text, runs_text

DIGITS = 6  # of a 份号 (GB/T 9704-2012 7.2.1)


class CopyState(StrEnum):
    """Where a copy is."""

    KEPT = "未发出"
    SENT = "已发出"
    SIGNED = "已签收"
    RETURNED = "已收回"
    DESTROYED = "已销毁"
    LOST = "遗失"


# What may follow; a copy that was returned may be given out again.
NEXT: dict[CopyState, tuple[CopyState, ...]] = {
    CopyState.KEPT: (CopyState.SENT, CopyState.SIGNED, CopyState.DESTROYED, CopyState.LOST),
    CopyState.SENT: (CopyState.SIGNED, CopyState.RETURNED, CopyState.LOST),
    CopyState.SIGNED: (CopyState.RETURNED, CopyState.LOST),
    CopyState.RETURNED: (
        CopyState.SENT, CopyState.SIGNED, CopyState.DESTROYED, CopyState.LOST,
    ),
    CopyState.DESTROYED: (),
    CopyState.LOST: (CopyState.RETURNED,),
}  # fmt: skip
OUTSTANDING = (CopyState.SENT, CopyState.SIGNED, CopyState.LOST)
KEEPER = "本单位留存"


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy; ``day`` is that of its present state, ``person`` who signed or saw to it."""

    issue_id: int
    number: int
    recipient: str
    state: CopyState = CopyState.KEPT
    day: date | None = None
    person: str = ""
    remark: str = ""
    signed_by: str = ""
    signed: date | None = None
    returned: date | None = None

    @property
    def is_out(self) -> bool:
        """Whether it is still to be called back."""
        return self.state in OUTSTANDING


def number_text(number: int) -> str:
    """A 份号 as it is printed: 000001."""
    return run_text(number, number, DIGITS)


def numbers_text(numbers: Iterable[int]) -> str:
    """份号 in words: 000001—000005、000009."""
    return runs_text(numbers, DIGITS)
