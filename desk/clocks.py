"""How long each kind of draft stays fresh: 事件不过日、进度不过十、反馈抢时 (seed 003)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from desk.calendar import Specials
from desk.drafts import Kind
from desk.office_clock import day_of, moment_at
from desk.terms import ClockUnit, Since, Term

_SOON = timedelta(hours=4)
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
SINCE = (Since.EVENT, Since.RECEIPT)  # what a draft tells of; its other moments nobody records


@dataclass(frozen=True, slots=True)
class Clock:
    """The limit of one kind; ``kind`` None is for drafts whose kind is not known."""

    kind: Kind | None
    amount: int
    unit: ClockUnit
    since: Since = Since.EVENT

    @property
    def term(self) -> Term:
        """The limit alone."""
        return Term(self.amount, self.unit, self.since)

    @property
    def words(self) -> str:
        """The limit as the office says it: 2 小时, 当天, 1 个工作日, 收到后 2 小时."""
        return self.term.length if self.since is Since.EVENT else self.term.words


@dataclass(frozen=True, slots=True)
class LaneClock:
    """The limit of drafts on one lane (审签流程); ``kind`` None is for all other kinds on it."""

    lane_id: int
    kind: Kind | None
    amount: int
    unit: ClockUnit
    since: Since = Since.EVENT

    @property
    def clock(self) -> Clock:
        """The limit without its lane."""
        return Clock(self.kind, self.amount, self.unit, self.since)


@dataclass(frozen=True, slots=True)
class LaneClocks:
    """The limits that go before those of the kinds."""

    clocks: tuple[LaneClock, ...] = ()


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
    """The office's clocks and the days it works on.

    ``lanes`` are the clocks of lanes by id. A draft is on the lane it was sent along (``taken``, by
    draft), before that on the one proposed for its kind (``proposed``).
    """

    clocks: Mapping[Kind | None, Clock] = field(default_factory=dict)
    specials: Specials = field(default_factory=dict)
    lanes: Mapping[int, Mapping[Kind | None, Clock]] = field(default_factory=dict)
    proposed: Mapping[Kind | None, int] = field(default_factory=dict)
    taken: Mapping[int, int] = field(default_factory=dict)

    def clock(self, kind: Kind | None, draft_id: int = 0) -> Clock | None:
        """The clock of a draft: its lane's, else its kind's; None where there is neither."""
        lane_id = self.taken.get(draft_id) or self.proposed.get(kind, 0)
        lane = self.lanes.get(lane_id, {})
        return lane.get(kind) or lane.get(None) or self.clocks.get(kind)

    def due(self, timing: Timing) -> datetime | None:
        """When a draft's clock runs out; None where its kind has no limit.

        It runs from the day of the event, or from receipt where the draft names none. Hours run
        from receipt too when it falls on the event's day, for the event's own hour is not known.
        """
        clock = self.clock(timing.kind, timing.id)
        try:
            return clock.term.end(_start(clock, timing), self.specials) if clock else None
        except (OverflowError, ValueError, OSError):  # a mistyped year no system's clock reaches
            return None


class Pressure(StrEnum):
    """How near a limit is."""

    CALM = "未到期"
    SOON = "快到期"
    OVER = "已超时"

    @property
    def shape(self) -> str:
        """What stands before its words, so that it is told without colour too."""
        return _SHAPES[self]


_SHAPES = {Pressure.CALM: "", Pressure.SOON: "△", Pressure.OVER: "▲"}


@dataclass(frozen=True, slots=True)
class ClockState:
    """A clock in words: 余 3 小时, 超 2 天."""

    words: str
    pressure: Pressure

    @property
    def mark(self) -> str:
        """Shape and words: ▲超 2 天."""
        return f"{self.pressure.shape}{self.words}"


def state(due: datetime, now: datetime) -> ClockState:
    """How a clock stands now; whole units, the smaller ones left off.

    What is due today is 快到期 all day, as it stands on 今日; so is what has four hours or less.
    """
    left = due - now
    if left < timedelta(0):
        return ClockState(f"超 {_span(-left)}", Pressure.OVER)
    is_near = left <= _SOON or day_of(due) == day_of(now)
    return ClockState(f"余 {_span(left)}", Pressure.SOON if is_near else Pressure.CALM)


def _span(length: timedelta) -> str:
    if length >= _DAY:
        return f"{length // _DAY} 天"
    if length >= _HOUR:
        return f"{length // _HOUR} 小时"
    return f"{max(1, length // timedelta(minutes=1))} 分钟"


def _start(clock: Clock, timing: Timing) -> datetime:
    """The moment of receipt, or the one in the event's day that is nearest to it."""
    if timing.event_date is None or clock.since is not Since.EVENT:
        return timing.received
    begin = moment_at(timing.event_date)
    if clock.unit in (ClockUnit.DAYS, ClockUnit.WORKING_DAYS):
        return begin
    return min(max(timing.received, begin), moment_at(timing.event_date + _DAY))
