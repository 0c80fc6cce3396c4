"""Pace (序时进度): how much of the year has gone by."""

from calendar import monthrange
from datetime import date
from fractions import Fraction


def pace(first: date, last: date) -> Fraction:
    """Part of a year that the days cover, both included: months, and days of a broken month.

    From 1 January it is the usual 序时进度 (30 September: 3/4); a window that begins later is
    measured by its own length, so a quarter's points compare with a quarter of the quota.
    """
    if last < first:
        return Fraction(0)
    return (_months(last, last.day) - _months(first, first.day - 1)) / 12


def _months(day: date, days_gone: int) -> Fraction:
    length = monthrange(day.year, day.month)[1]
    return day.year * 12 + day.month - 1 + Fraction(days_gone, length)
