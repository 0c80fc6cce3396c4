"""Periods (周期): natural ones, counted from the scheme's start_month, or its own windows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desk.scoring.clauses.clause import Span
from desk.scoring.periods.naming import natural_name, window_name
from desk.scoring.scheme import Scheme, Window

_MONTHS = {Span.MONTH: 1, Span.TWO_MONTHS: 2, Span.QUARTER: 3, Span.HALF: 6}
_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Period:
    """Days from first to last, both included; ``name`` as in 2026年3月.

    ``year`` is that of the quotas it is measured by: the one in which its year begins.
    """

    name: str
    first: date
    last: date
    span: Span = Span.YEAR
    year: int = 0


def period_of(day: date, span: Span, scheme: Scheme) -> Period | None:
    """The period that holds a day; None between the windows of a scheme that leave days out.

    Of windows that overlap it is the one that began first.
    """
    return next(iter(periods_in(day, day, span, scheme)), None)


def year_of(day: date, scheme: Scheme) -> Period:
    """The year that holds a day, by the scheme's windows, else by its start_month."""
    return period_of(day, Span.YEAR, scheme) or _year(day, scheme)


def periods_in(first: date, last: date, span: Span, scheme: Scheme) -> tuple[Period, ...]:
    """All periods with a day from first to last, in order; the outer ones whole."""
    windows = [window for window in scheme.windows if window.span is span]
    if windows:
        found = [
            _windowed(window, year, scheme)
            for year in range(first.year - 2, last.year + 1)
            for window in windows
        ]
        held = [one for one in found if one.first <= last and first <= one.last]
        return tuple(sorted(held, key=lambda one: (one.first, one.last, one.name)))
    return tuple(_natural(first, last, span, scheme))


def _natural(first: date, last: date, span: Span, scheme: Scheme) -> Iterator[Period]:
    day = first
    while day <= last:
        period = _around(day, span, scheme)
        yield period
        day = period.last + _DAY


def _around(day: date, span: Span, scheme: Scheme) -> Period:
    if span is Span.YEAR:
        return _year(day, scheme)
    if span is Span.WEEK:
        first = day - timedelta(days=day.weekday())
        last = first + _WEEK - _DAY
    else:
        first = _later(day, -((day.month - scheme.start_month) % 12 % _MONTHS[span]))
        last = _later(first, _MONTHS[span]) - _DAY
    name = natural_name(first, last, span)
    return Period(name, first, last, span, year_of(last, scheme).first.year)


def _year(day: date, scheme: Scheme) -> Period:
    begun = day.month >= scheme.start_month
    first = date(day.year if begun else day.year - 1, scheme.start_month, 1)
    last = _later(first, 12) - _DAY
    return Period(natural_name(first, last, Span.YEAR), first, last, Span.YEAR, first.year)


def _windowed(window: Window, year: int, scheme: Scheme) -> Period:
    """A window as it stands in the year it begins in."""
    first = _opening(year, window.first)
    last = _closing(year if window.first <= window.last else year + 1, window.last)
    of_year = year if window.span is Span.YEAR else year_of(first, scheme).first.year
    return Period(window_name(window.name, year), first, last, window.span, of_year)


def _opening(year: int, told: tuple[int, int]) -> date:
    """The day told; 29 February is 1 March where there is none."""
    return date(year, told[0], told[1]) if _exists(year, told) else date(year, told[0] + 1, 1)


def _closing(year: int, told: tuple[int, int]) -> date:
    """The day told, or the last of its month, as of 29 February where there is none."""
    return date(year, told[0], told[1]) if _exists(year, told) else _opening(year, told) - _DAY


def _exists(year: int, told: tuple[int, int]) -> bool:
    return told[1] <= (_later(date(year, told[0], 1), 1) - _DAY).day


def _later(day: date, months: int) -> date:
    """The first of a month, some months after that of a day."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)
