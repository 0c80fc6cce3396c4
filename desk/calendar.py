"""The working-day calendar: the State Council's days, and the office's own exceptions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day the office works or rests on, whatever the national calendar says."""

    day: date
    is_working: bool
    name: str = ""


Specials = Mapping[date, SpecialDay]


def by_day(specials: Iterable[SpecialDay]) -> Specials:
    """The office's exceptions, to be asked for by day."""
    return {special.day: special for special in specials}


def is_working(day: date, specials: Specials) -> bool:
    """Whether the office works that day; beyond ``known_until`` Monday to Friday count."""
    if day in specials:
        return specials[day].is_working
    return national(day).is_working


def add_working_days(day: date, count: int, specials: Specials) -> date:
    """The ``count``-th working day after ``day``; 0 gives ``day``, or the next working one."""
    found = day if count or is_working(day, specials) else _next(day, specials)
    for _ in range(count):
        found = _next(found, specials)
    return found


def national(day: date) -> SpecialDay:
    """What the national calendar says of a day; ``name`` is the holiday it is about, or ""."""
    holidays, workdays = _published()
    if day in workdays:
        return SpecialDay(day, is_working=True, name=workdays[day])
    if day in holidays:
        return SpecialDay(day, is_working=False, name=holidays[day])
    return SpecialDay(day, is_working=day.weekday() < SATURDAY)


@cache
def known_until() -> date:
    """The last day whose holidays the State Council had announced to this program."""
    return date(max(_published()[0]).year, 12, 31)


def is_known(year: int, specials: Specials) -> bool:
    """Whether a year's holidays are known: shipped, or entered by the office.

    An entered year has at least its two long holidays; else Monday to Friday are assumed.
    """
    if year <= known_until().year:
        return True
    names = {one.name for day, one in specials.items() if day.year == year and not one.is_working}
    return all(any(feast in name for name in names) for feast in ("春节", "国庆"))


def _next(day: date, specials: Specials) -> date:
    later = day + timedelta(1)
    while not is_working(later, specials):
        later += timedelta(1)
    return later


@cache
def _published() -> tuple[dict[date, str], dict[date, str]]:
    """Holidays and make-up days by their Chinese names.

    The tables are read directly: ``chinese_calendar.is_workday`` searches them on every call.
    """
    from chinese_calendar import constants  # noqa: PLC0415 - loaded on use

    names = {str(one.value): str(one.chinese) for one in constants.Holiday}
    return (
        {day: names[name] for day, name in constants.holidays.items()},
        {day: names[name] for day, name in constants.workdays.items()},
    )
