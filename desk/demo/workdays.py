"""Working days of the demo office: Monday to Friday, no holidays."""

from datetime import date, datetime, time, timedelta

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


def clock(day: date, hour: int, minute: int = 0) -> datetime:
    """A time of day on this machine's clock, as an aware moment."""
    return datetime.combine(day, time(hour, minute)).astimezone()
