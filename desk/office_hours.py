"""Working hours: when the office is there, and how long something has waited meanwhile."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desk.calendar import SpecialDay, Specials, by_day, is_working
from desk.office_clock import day_of, moment_at

_DAY, _HOUR, _MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Shift:
    """Morning and afternoon of a working day; who works through returns when the morning ends."""

    opens: time = time(8, 30)
    noon: time = time(12)
    returns: time = time(14, 30)
    closes: time = time(18)

    @property
    def parts(self) -> tuple[tuple[time, time], ...]:
        """When somebody is there, from and until."""
        return (self.opens, self.noon), (self.returns, self.closes)

    @property
    def length(self) -> timedelta:
        """How long a working day is."""
        return sum(
            (_from_midnight(till) - _from_midnight(since) for since, till in self.parts), _NO
        )

    @property
    def words(self) -> str:
        """It in words: 8:30—12:00，14:30—18:00."""
        return "，".join(f"{_clock(since)}—{_clock(till)}" for since, till in self.parts)


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """The office's own hours, in summer others where it has such; days as (month, day).

    The usual ones are those of the county and prefecture offices the seeds come from.
    """

    usual: Shift = Shift()
    summer: Shift | None = None
    summer_first: tuple[int, int] = (6, 1)
    summer_last: tuple[int, int] = (9, 30)

    def on(self, day: date) -> Shift:
        """The hours of a day, if it is a working one."""
        in_summer = self.summer_first <= (day.month, day.day) <= self.summer_last
        return self.summer if self.summer and in_summer else self.usual

    def closing(self, day: date) -> datetime:
        """When the office closes on a day, or would."""
        return moment_at(day, self.on(day).closes)


_NO = timedelta()
USUAL = OfficeHours()


class OfficeCalendar(dict[date, SpecialDay]):
    """The office's special days with its hours: whatever is given ``Specials`` has both."""

    def __init__(self, specials: Iterable[SpecialDay], hours: OfficeHours) -> None:
        super().__init__(by_day(specials))
        self.hours = hours


def hours_of(specials: Specials) -> OfficeHours:
    """The hours that come with special days; the usual ones where none do."""
    return specials.hours if isinstance(specials, OfficeCalendar) else USUAL


def worked(start: datetime, end: datetime, specials: Specials) -> timedelta:
    """The office hours between two moments; nothing where the clock was set back."""
    day, last, hours = day_of(start), day_of(end), hours_of(specials)
    total = _NO
    while day <= last:
        if is_working(day, specials):
            parts = hours.on(day).parts
            total += sum((_shared(start, end, day, *part) for part in parts), _NO)
        day += _DAY
    return total


class WorkMeter:
    """Office hours between many aware moments of some years: the days are counted once."""

    def __init__(self, first: date, last: date, specials: Specials) -> None:
        self._midnight, self._specials = moment_at(first), specials
        hours, done = hours_of(specials), 0
        self._days: list[tuple[int, _Spans]] = []  # worked on the days before, and when on this one
        for ahead in range((last - first).days + 1):
            day = first + timedelta(ahead)
            spans = _spans(hours.on(day)) if is_working(day, specials) else ()
            self._days.append((done, spans))
            done += sum(till - since for since, till in spans)

    def between(self, start: datetime, end: datetime) -> timedelta:
        """As ``worked``."""
        begun, ended = start - self._midnight, end - self._midnight
        if begun.days < 0 or ended.days >= len(self._days) or end <= start:
            return worked(start, end, self._specials)
        return timedelta(microseconds=self._until(ended) - self._until(begun))

    def _until(self, passed: timedelta) -> int:
        total, spans = self._days[passed.days]
        at = passed.seconds * _MICRO + passed.microseconds  # of the day: its clock never jumps
        for since, till in spans:
            if at > since:
                total += min(at, till) - since
        return total


_MICRO = 1_000_000
_Spans = tuple[tuple[int, int], ...]  # in microseconds since midnight


def _spans(shift: Shift) -> _Spans:
    micro = timedelta(microseconds=1)
    return tuple(
        (_from_midnight(since) // micro, _from_midnight(till) // micro)
        for since, till in shift.parts
    )


def span(length: timedelta, hours: OfficeHours = USUAL) -> str:
    """Working time in words: 40 分钟, 3 小时 20 分, 2 个工作日 4 小时."""
    days, rest = divmod(length, hours.usual.length)
    whole, minutes = divmod(rest, _HOUR)
    if days:
        return f"{days} 个工作日" + (f" {whole} 小时" if whole else "")
    if whole:
        return f"{whole} 小时" + (f" {minutes // _MINUTE} 分" if minutes >= _MINUTE else "")
    return f"{minutes // _MINUTE} 分钟"


def brief(length: timedelta) -> str:
    """Working time for a narrow column: 40 分钟, 16 小时."""
    return f"{length // _HOUR} 小时" if length >= _HOUR else f"{length // _MINUTE} 分钟"


def _from_midnight(at: time) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute)


def _clock(at: time) -> str:
    return f"{at.hour}:{at:%M}"


def _shared(start: datetime, end: datetime, day: date, since: time, till: time) -> timedelta:
    opens = max(moment_at(day, since), start)
    closes = min(moment_at(day, till), end)
    return max(closes - opens, _NO)
