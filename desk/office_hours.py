"""Working hours: how long something has waited while the office was there."""

from datetime import date, datetime, time, timedelta

from desk.calendar import Specials, is_working
from desk.office_clock import day_of, moment_at

# The usual hours of the county and prefecture offices the seeds come from.
HOURS = ((time(8, 30), time(12)), (time(14, 30), time(18)))
_DAY, _HOUR, _MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


def worked(start: datetime, end: datetime, specials: Specials) -> timedelta:
    """The office hours between two moments; nothing where the clock was set back."""
    day, last = day_of(start), day_of(end)
    total = timedelta()
    while day <= last:
        if is_working(day, specials):
            total += sum((_shared(start, end, day, *part) for part in HOURS), timedelta())
        day += _DAY
    return total


def span(length: timedelta) -> str:
    """Working time in words: 40 分钟, 3 小时 20 分, 2 个工作日 4 小时."""
    days, rest = divmod(length, _working_day())
    hours, minutes = divmod(rest, _HOUR)
    if days:
        return f"{days} 个工作日" + (f" {hours} 小时" if hours else "")
    if hours:
        return f"{hours} 小时" + (f" {minutes // _MINUTE} 分" if minutes >= _MINUTE else "")
    return f"{minutes // _MINUTE} 分钟"


def brief(length: timedelta) -> str:
    """Working time for a narrow column: 40 分钟, 16 小时."""
    return f"{length // _HOUR} 小时" if length >= _HOUR else f"{length // _MINUTE} 分钟"


def _working_day() -> timedelta:
    any_day = date.min
    ends = (
        datetime.combine(any_day, till) - datetime.combine(any_day, since) for since, till in HOURS
    )
    return sum(ends, timedelta())


def _shared(start: datetime, end: datetime, day: date, since: time, till: time) -> timedelta:
    opens = max(moment_at(day, since), start)
    closes = min(moment_at(day, till), end)
    return max(closes - opens, timedelta())
