"""Terms (时限): so many minutes, hours or days from a moment on."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from desk.calendar import Specials, add_working_days
from desk.office_clock import day_of
from desk.office_hours import USUAL, hours_of

CLOSING: time = USUAL.usual.closes  # a term in days runs out when the office closes


class ClockUnit(StrEnum):
    """What a term counts."""

    MINUTES = "分钟"
    HOURS = "小时"
    DAYS = "自然日"
    WORKING_DAYS = "工作日"


class Since(StrEnum):
    """From when a term runs."""

    EVENT = "事发"
    KNOWLEDGE = "知悉"
    RECEIPT = "收到"
    HANDOVER = "交办"


@dataclass(frozen=True, slots=True)
class Term:
    """An amount of one unit; 0 days is the same day."""

    amount: int
    unit: ClockUnit
    since: Since = Since.RECEIPT

    @property
    def length(self) -> str:
        """How long it is: 15 分钟, 当天, 5 个工作日."""
        if self.unit in (ClockUnit.MINUTES, ClockUnit.HOURS):
            return f"{self.amount} {self.unit}"
        if not self.amount:
            return "当天" if self.unit is ClockUnit.DAYS else "当个工作日"
        return f"{self.amount} 天" if self.unit is ClockUnit.DAYS else f"{self.amount} 个工作日"

    @property
    def words(self) -> str:
        """It in words: 知悉后 15 分钟, 交办当天."""
        return f"{self.since}{self.length if not self.amount else f'后 {self.length}'}"

    def end(self, start: datetime, specials: Specials) -> datetime:
        """When it runs out; what begins after closing counts as begun on the next day.

        Closing time is that of the hours that come with the special days. Raises OverflowError
        where the calendar ends.
        """
        if self.unit is ClockUnit.MINUTES:
            return start + timedelta(minutes=self.amount)
        if self.unit is ClockUnit.HOURS:
            return start + timedelta(hours=self.amount)
        hours = hours_of(specials)
        day = day_of(start)
        first = day + timedelta(1 if start >= hours.closing(day) else 0)
        if self.unit is ClockUnit.DAYS:
            return hours.closing(first + timedelta(self.amount))
        return hours.closing(add_working_days(first, self.amount, specials))
