"""How long each kind of draft stays fresh: 事件不过日、进度不过十、反馈抢时 (seed 003)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from desk.calendar import Specials, add_working_days
from desk.drafts import Kind
from desk.office_clock import moment_at, office_time
from desk.terms import CLOSING, ClockUnit

_SOON = timedelta(hours=4)
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Clock:
    """The limit of one kind; ``kind`` None is for drafts whose kind is not known."""

    kind: Kind | None
    amount: int
    unit: ClockUnit

    @property
    def words(self) -> str:
        """The limit as the office says it: 2 小时, 当天, 10 天, 1 个工作日."""
        if self.unit is ClockUnit.HOURS:
            return f"{self.amount} 小时"
        if not self.amount:
            return "当天" if self.unit is ClockUnit.DAYS else "当个工作日"
        return f"{self.amount} 天" if self.unit is ClockUnit.DAYS else f"{self.amount} 个工作日"


# Seed 003 gives the three clocks. 突发型: “突发信息赶忙写” (003), “保证在第一时间内上报” (002); the
# seeds give no hours, two are common practice. 动态型: the hour of an event is not recorded, so its
# own day does not count: one day after it. 问题型: “报忧信息，即编即送” (002). 预测型: “苗头性信息
# 力求早” (004). 进度 is reported monthly (003), so its ten days end on the tenth of the next month.
DEFAULTS = (
    Clock(Kind.DYNAMIC, 1, ClockUnit.DAYS),
    Clock(Kind.PROBLEM, 1, ClockUnit.WORKING_DAYS),
    Clock(Kind.PROPOSAL, 10, ClockUnit.DAYS),
    Clock(Kind.FEEDBACK, 1, ClockUnit.WORKING_DAYS),
    Clock(Kind.FORECAST, 2, ClockUnit.WORKING_DAYS),
    Clock(Kind.MEASURE, 10, ClockUnit.DAYS),
    Clock(Kind.INCIDENT, 2, ClockUnit.HOURS),
    Clock(Kind.EXPERIENCE, 10, ClockUnit.DAYS),
    Clock(None, 10, ClockUnit.DAYS),
)
GROUNDS: Mapping[Kind | None, str] = {
    Kind.DYNAMIC: "事件不过日",
    Kind.PROBLEM: "报忧即编即送",
    Kind.PROPOSAL: "进度不过十",
    Kind.FEEDBACK: "反馈须抢时",
    Kind.FORECAST: "苗头力求早",
    Kind.MEASURE: "进度不过十",
    Kind.INCIDENT: "突发赶忙写",
    Kind.EXPERIENCE: "进度不过十",
    None: "按最长的算",
}


@dataclass(frozen=True, slots=True)
class Timing:
    """What a draft's clock depends on, and when it runs out as far as the store knows."""

    kind: Kind | None
    event_date: date | None
    received: datetime
    due: datetime | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Limits:
    """The office's clocks and the days it works on."""

    clocks: Mapping[Kind | None, Clock] = field(default_factory=dict)
    specials: Specials = field(default_factory=dict)

    def due(self, timing: Timing) -> datetime | None:
        """When a draft's clock runs out; None where its kind has no limit.

        It runs from the day of the event, or from receipt where the draft names none. Hours run
        from receipt too when it falls on the event's day, for the event's own hour is not known.
        """
        clock = self.clocks.get(timing.kind)
        try:
            return self._end(clock, timing) if clock else None
        except (OverflowError, ValueError, OSError):  # a mistyped year no system's clock reaches
            return None

    def _end(self, clock: Clock, timing: Timing) -> datetime:
        if clock.unit is ClockUnit.HOURS:
            return _start(timing) + timedelta(hours=clock.amount)
        first = timing.event_date or _first_day(timing.received)
        if clock.unit is ClockUnit.DAYS:
            return _closing(first + timedelta(clock.amount))
        return _closing(add_working_days(first, clock.amount, self.specials))


class Pressure(StrEnum):
    """How near a limit is."""

    CALM = "未到期"
    SOON = "快到期"
    OVER = "已超时"


@dataclass(frozen=True, slots=True)
class ClockState:
    """A clock in words: 余 3 小时, 超 2 天."""

    words: str
    pressure: Pressure


def state(due: datetime, now: datetime) -> ClockState:
    """How a clock stands now; whole units, the smaller ones left off."""
    left = due - now
    if left < timedelta(0):
        return ClockState(f"超 {_span(-left)}", Pressure.OVER)
    return ClockState(f"余 {_span(left)}", Pressure.SOON if left <= _SOON else Pressure.CALM)


def _span(length: timedelta) -> str:
    if length >= _DAY:
        return f"{length // _DAY} 天"
    if length >= _HOUR:
        return f"{length // _HOUR} 小时"
    return f"{max(1, length // timedelta(minutes=1))} 分钟"


def _start(timing: Timing) -> datetime:
    """The moment of receipt, or the edge of the event's day nearest to it."""
    if timing.event_date is None:
        return timing.received
    begin = moment_at(timing.event_date, time())
    end = moment_at(timing.event_date + _DAY, time())
    return min(max(timing.received, begin), end)


def _first_day(received: datetime) -> date:
    """The local day of receipt; what comes after closing counts as the next day's."""
    local = office_time(received)
    return local.date() + (_DAY if local.time() >= CLOSING else timedelta(0))


def _closing(day: date) -> datetime:
    return moment_at(day, CLOSING)
