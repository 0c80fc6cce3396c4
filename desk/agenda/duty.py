"""A duty: one thing that is owed, which leads to its place."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from desk.backups.backup import Forecast, Rehearsal, SecondMedium
from desk.calendar import Specials
from desk.clocks import Pressure, state
from desk.office_clock import day_of
from desk.office_hours import hours_of
from desk.store import Work
from desk.units import Unit


class Field(StrEnum):
    """What a duty is about, the most pressing first."""

    EMERGENCY = "紧急"
    ISSUE = "刊期"
    DRAFT = "来稿"
    APPROVAL = "审签"
    COMMISSION = "约稿"
    INSTRUCTION = "批示"
    FORWARDING = "上报"
    TOPIC = "选题"
    SCORES = "考核"
    FEE = "稿酬"
    OFFICE = "本机"


@dataclass(frozen=True, slots=True)
class Together:
    """How several duties of one kind are told in one line, and where that leads.

    ``words`` hold {} for their number: {} 篇新到来稿没有处理. Up to ``alone`` of them stand each in
    a line of its own.
    """

    words: str
    page: str
    target: object = ""
    alone: int = 3


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing owed; it belongs on 今日 from ``shown`` on, and is late after ``due``.

    ``key`` is the same as long as the same thing is owed, so that it can be put off (稍后提醒);
    it changes when the next thing of the same matter is owed, as "commission:3:due:2026-11-25".
    ``page`` and ``target`` are where it leads, as ``Session.go`` takes them.
    """

    key: str
    field: Field
    text: str
    shown: datetime
    due: datetime | None = None
    who: str = ""  # with whom it is: a unit, a person; after 　 what else there is to say
    page: str = "tasks"
    target: str | int = ""
    unit_ids: tuple[int, ...] = ()
    phone: str = ""  # whom to ring about it
    together: Together | None = None
    is_alarm: bool = False  # above all cards, whatever its field

    def is_shown(self, now: datetime) -> bool:
        """Whether it belongs on 今日."""
        return self.shown <= now

    def pressure(self, now: datetime) -> Pressure:
        """How near its limit is; without one it is calm."""
        return state(self.due, now).pressure if self.due else Pressure.CALM

    def clock(self, now: datetime) -> str:
        """Its clock in words: 余 3 小时, 超 2 天; "" without a limit."""
        return state(self.due, now).words if self.due else ""


@dataclass(frozen=True, slots=True)
class Machine:
    """What this PC tells of itself: its zone's distance from UTC, and how its backups are."""

    offset: timedelta
    backed_up: datetime | None = None
    second: SecondMedium | None = None
    away: timedelta = timedelta(days=7)  # so long the second medium may be elsewhere
    rehearsal: Rehearsal | None = None
    forecast: Forecast | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """What duties are found on: the store as it is now, and this PC where that is known."""

    work: Work
    now: datetime
    units: Mapping[int, Unit]
    specials: Specials
    machine: Machine | None = None

    @property
    def today(self) -> date:
        """The office's day."""
        return day_of(self.now)

    def closing(self, day: date) -> datetime:
        """When the office closes on a day: what is due on it is due by then."""
        return hours_of(self.specials).closing(day)

    def named(self, unit_id: int) -> str:
        """A unit's short name; "" of one that is gone."""
        unit = self.units.get(unit_id)
        return unit.short if unit else ""


Finder = Callable[[Ground], Iterable[Duty]]
