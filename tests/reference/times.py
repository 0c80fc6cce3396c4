"""Years, periods, deadlines: whatever is told by days and hours."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from desk.calendar import add_working_days
from desk.office_clock import OFFICE_CLOCK
from desk.scoring.clauses.clause import Span
from desk.scoring.clauses.items import Start, TimeUnit

MONTHS = {Span.MONTH: 1, Span.TWO_MONTHS: 2, Span.QUARTER: 3, Span.HALF: 6, Span.YEAR: 12}
DAY = timedelta(1)


class Period(NamedTuple):
    """Days from first to last, both included."""

    first: date
    last: date


def scheme_of(schemes, purpose, day):
    """The scheme in force that day: the last of the purpose that has begun."""
    begun = [one for one in schemes if one.purpose == purpose and one.valid_from <= day]
    return max(begun, key=lambda one: (one.valid_from, one.id), default=None)


def year_of(day, scheme):
    """The year a day belongs to, by the month the scheme's years begin with."""
    start = scheme.start_month if scheme else 1
    return day.year if day.month >= start else day.year - 1


def periods(scheme, span, first, last):
    """All periods of a scheme that share a day with first..last, in order."""
    windows = [one for one in scheme.windows if one.span == span]
    if windows:
        found = [
            Period(date(year, *one.first), date(year + (one.first > one.last), *one.last))
            for year in range(first.year - 2, last.year + 2)
            for one in windows
        ]
    elif span == Span.WEEK:
        monday = first - timedelta(first.weekday() + 7)
        count = (last - monday).days // 7 + 2
        found = [
            Period(monday + timedelta(7 * n), monday + timedelta(7 * n + 6)) for n in range(count)
        ]
    else:
        found = [
            Period(begin, month_after(begin, MONTHS[span]) - DAY)
            for year in range(first.year - 2, last.year + 2)
            for n in range(0, 12, MONTHS[span])
            for begin in [month_after(date(year, scheme.start_month, 1), n)]
        ]
    return sorted({one for one in found if one.first <= last and one.last >= first})


def month_after(first, count):
    """The first day of the month so many months later."""
    months = first.year * 12 + first.month - 1 + count
    return date(months // 12, months % 12 + 1, 1)


def due(clause, started, specials):
    """The moment something is late after."""
    day = started.date()
    counts_first = clause.includes_first
    begin = started
    if clause.start == Start.MONTH:
        day = month_after(day.replace(day=1), 1)
        begin, counts_first = datetime.combine(day, time(), started.tzinfo), True
    if clause.unit == TimeUnit.HOURS:
        return begin + timedelta(microseconds=int(clause.limit * 3_600_000_000))
    count = int(clause.limit)
    if clause.unit == TimeUnit.DAYS:
        end = day + timedelta(count - counts_first)
    elif counts_first:
        end = add_working_days(add_working_days(day, 0, specials), count - 1, specials)
    else:
        end = add_working_days(day, count, specials)
    return datetime.combine(end + DAY, time(), started.tzinfo)


def judged(fact, deadlines, specials):
    """情形 and 超时 of a fact: as told, or by the first deadline that holds."""
    told = fact.particulars
    if told.outcome or told.started is None or told.ended is None or not deadlines:
        return told.outcome, told.late
    end = due(deadlines[0], told.started.astimezone(OFFICE_CLOCK), specials)
    if told.ended <= end:
        return "按时", Decimal(0)
    hours = Fraction((told.ended - end) // timedelta(microseconds=1), 3_600_000_000)
    return deadlines[0].late, Decimal(-((-hours * 100) // 1)) / 100
