"""When office hours have passed: the moment from which somebody is to be chased."""

from datetime import datetime, timedelta

from desk.calendar import Specials, is_working
from desk.office_clock import day_of, moment_at
from desk.office_hours import hours_of

_DAY = timedelta(1)


def worked_out(start: datetime, length: timedelta, specials: Specials) -> datetime:
    """The first moment by which so much office time has passed since ``start``."""
    day, left, hours = day_of(start), length, hours_of(specials)
    while True:
        parts = hours.on(day).parts if is_working(day, specials) else ()
        for since, till in parts:
            begin = max(start, moment_at(day, since))
            room = max(moment_at(day, till) - begin, timedelta())
            if left <= room:
                return begin + left
            left -= room
        day += _DAY
