"""When office hours have passed: the moment from which somebody is to be chased."""

from datetime import datetime, timedelta

from desk.calendar import Specials
from desk.office_clock import day_of, moment_at
from desk.office_hours import worked

_DAY, _SECOND = timedelta(1), timedelta(seconds=1)


def worked_out(start: datetime, length: timedelta, specials: Specials) -> datetime:
    """The first second by which so much office time has passed since ``start``."""
    begin, left = start, length
    end = moment_at(day_of(start) + _DAY)
    while (passed := worked(begin, end, specials)) < left:
        left -= passed
        begin, end = end, end + _DAY
    return _within(begin, end, left, specials)


def _within(begin: datetime, end: datetime, left: timedelta, specials: Specials) -> datetime:
    """The moment inside a day, found by halving: how it is divided is not known here."""
    low, high = begin, end
    while high - low > _SECOND:
        middle = low + (high - low) / 2
        if worked(begin, middle, specials) < left:
            low = middle
        else:
            high = middle
    return high
