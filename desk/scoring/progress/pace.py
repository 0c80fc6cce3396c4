"""Pace (序时进度): how much of the year has gone by, as the office reckons it."""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from desk.calendar import Specials, is_working

MONTHS = 12


class PaceWay(StrEnum):
    """What the pace goes by."""

    CALENDAR = "按日历"
    WORKDAYS = "按工作日"
    SET = "按月定"


@dataclass(frozen=True, slots=True)
class Pacing:
    """How the pace is reckoned in years that begin with ``start_month``.

    ``progress`` are the percentages of the year's task to be reached by the end of each of its
    twelve months, for 按月定; within a month it grows day by day.
    """

    way: PaceWay = PaceWay.CALENDAR
    progress: tuple[Decimal, ...] = ()
    start_month: int = 1
    specials: Specials = field(default_factory=dict)


BY_CALENDAR = Pacing()


def pace(first: date, last: date, pacing: Pacing = BY_CALENDAR) -> Fraction:
    """Part of a year's task that the days cover, both included.

    By calendar: months, and days of a broken month. From the year's first day it is the usual
    序时进度 (30 September: 3/4); a window that begins later is measured by its own length, so a
    quarter's points compare with a quarter of the quota.
    """
    if last < first:
        return Fraction(0)
    if pacing.way is PaceWay.WORKDAYS:
        return _working(first, last, pacing)
    if pacing.way is PaceWay.SET and len(pacing.progress) == MONTHS:
        return _reached(last, pacing) - _reached(first - timedelta(1), pacing)
    return (_months(last, last.day) - _months(first, first.day - 1)) / MONTHS


def _months(day: date, days_gone: int) -> Fraction:
    length = monthrange(day.year, day.month)[1]
    return day.year * MONTHS + day.month - 1 + Fraction(days_gone, length)


def _working(first: date, last: date, pacing: Pacing) -> Fraction:
    """Working days of the window, each as a part of the working days of its own year."""
    found = Fraction(0)
    while first <= last:
        begin, end = _year(first, pacing)
        gone = _count(first, min(last, end), pacing.specials)
        found += Fraction(gone, _count(begin, end, pacing.specials) or 1)
        first = end + timedelta(1)
    return found


def _count(first: date, last: date, specials: Specials) -> int:
    days = (first + timedelta(number) for number in range((last - first).days + 1))
    return sum(is_working(day, specials) for day in days)


def _reached(day: date, pacing: Pacing) -> Fraction:
    """Part of the tasks of all years up to a day's end; whole years count 1 each."""
    begin, _ = _year(day, pacing)
    month = (day.year - begin.year) * MONTHS + day.month - begin.month
    before = Fraction(pacing.progress[month - 1]) if month else Fraction(0)
    gone = Fraction(day.day, monthrange(day.year, day.month)[1])
    return begin.year + (before + (Fraction(pacing.progress[month]) - before) * gone) / 100


def _year(day: date, pacing: Pacing) -> tuple[date, date]:
    """First and last day of the year that holds a day."""
    year = day.year - (day.month < pacing.start_month)
    return date(year, pacing.start_month, 1), date(year + 1, pacing.start_month, 1) - timedelta(1)
