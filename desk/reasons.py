"""Reasons for turning a draft away (退稿、不采用、存查): the office's own coded list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desk.drafts import Status

LETTERS: Mapping[Status, str] = {Status.RETURNED: "T", Status.REJECTED: "B", Status.FILED: "C"}
REPEATED = "T05"  # 退稿 because the item was sent before
ALIKE = frozenset({REPEATED, "B04"})  # turned away because the same was there already
_FIRST_OWN = 51  # below it the codes of later versions have room


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason of a decision; ``code`` is for ever, statistics count by it."""

    code: str
    decision: Status  # 退稿, 不采用 or 存查
    text: str
    position: int = 0
    active: bool = True
    advice: str = ""  # what the unit is told to do about it


def decision_of(code: str) -> Status:
    """The decision a code belongs to, by its letter."""
    return next(status for status, letter in LETTERS.items() if code.startswith(letter))


def next_code(reasons: Iterable[Reason], decision: Status) -> str:
    """The code of a new reason of the office's own."""
    letter = LETTERS[decision]
    numbers = [int(one.code[1:]) for one in reasons if one.code.startswith(letter)]
    return f"{letter}{max([_FIRST_OWN - 1, *numbers]) + 1:02}"


def said(reason: Reason | None, remark: str) -> str:
    """A reason with the clerk's own line: 要素不全；缺检查结果."""
    return "；".join(filter(None, (reason.text if reason else "", remark)))
