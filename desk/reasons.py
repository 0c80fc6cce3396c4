"""Reasons for turning a draft away (退稿、不采用、存查): the office's own coded list."""

from dataclasses import dataclass

from desk.drafts import Status


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason of a decision; ``code`` is for ever, statistics count by it."""

    code: str
    decision: Status  # 退稿, 不采用 or 存查
    text: str
    position: int = 0
    active: bool = True
    advice: str = ""  # what the unit is told to do about it
