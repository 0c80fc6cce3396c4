"""How long each kind of draft stays fresh: 事件不过日、进度不过十、反馈抢时 (seed 003)."""

from dataclasses import dataclass
from enum import StrEnum

from desk.drafts import Kind


class ClockUnit(StrEnum):
    """What a limit counts."""

    HOURS = "小时"
    DAYS = "自然日"
    WORKING_DAYS = "工作日"


@dataclass(frozen=True, slots=True)
class Clock:
    """The limit of one kind; ``kind`` None is for drafts whose kind is not known."""

    kind: Kind | None
    amount: int
    unit: ClockUnit
