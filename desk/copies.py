"""The numbered copies (份号) of an issue: who has each, and what became of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CopyState(StrEnum):
    """Where a copy is."""

    KEPT = "留存"
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


def number_spans(numbers: list[int]) -> str:
    """份号 in words: 000001—000005、000009."""
    spans: list[list[int]] = []
    for number in sorted(numbers):
        if spans and spans[-1][1] == number - 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return "、".join(f"{a:06d}" if a == b else f"{a:06d}—{b:06d}" for a, b in spans)
