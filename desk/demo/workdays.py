"""Working days of the demo office: Monday to Friday, no holidays."""

from datetime import date, datetime, time, timedelta
from random import Random

from desk.office_clock import moment_at

SATURDAY = 5


def is_workday(day: date) -> bool:
    """Whether the office works that day."""
    return day.weekday() < SATURDAY


def workdays_back(today: date, count: int) -> list[date]:
    """The last ``count`` working days up to ``today``, oldest first."""
    days: list[date] = []
    day = today
    while len(days) < count:
        if is_workday(day):
            days.append(day)
        day -= timedelta(1)
    return days[::-1]


def any_workday(first: date, last: date, random: Random) -> date:
    """A working day of a span, or its first day when it has none."""
    day = first + timedelta(random.randint(0, (last - first).days))
    while not is_workday(day) and day < last:
        day += timedelta(1)
    return max(first, workdays_back(day, 1)[0])


def clock(day: date, hour: int, minute: int = 0) -> datetime:
    """A time of day on this machine's clock, as an aware moment."""
    return moment_at(day, time(hour, minute))
