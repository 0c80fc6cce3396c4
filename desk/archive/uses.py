"""The use register (利用登记): who looked at, borrowed or copied which issue, and why."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class UseWay(StrEnum):
    """How an issue was used; what is borrowed must come back."""

    READ = "查阅"
    BORROWED = "借出"
    COPIED = "复制"


@dataclass(frozen=True, slots=True)
class Use:
    """One use of an issue; ``clerk`` is who handed it out."""

    issue_id: int
    day: date
    who: str
    way: UseWay = UseWay.READ
    unit: str = ""
    purpose: str = ""
    approver: str = ""
    returned: date | None = None
    remark: str = ""
    clerk: str = ""
    id: int = 0

    @property
    def is_out(self) -> bool:
        """Whether it was borrowed and has not come back."""
        return self.way is UseWay.BORROWED and self.returned is None
