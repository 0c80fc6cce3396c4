"""The days a survey is of, by their name where they have one, and the days to compare them with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desk.closings.periods import closable
from desk.dates import full_date, short_date
from desk.scoring.clauses.clause import Span
from desk.scoring.scheme import Scheme

_FEBRUARY = 2


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some days; ``key`` is 2026-07, 2026Q3, 2026H1 or 2026, "" where they are no such period."""

    first: date
    last: date
    name: str  # 2026年第三季度; 2026年1月1日至11月22日
    key: str = ""
    span: Span | None = None

    @property
    def begin(self) -> date:
        """The first day of the calendar year that its last day lies in, or its own before that."""
        return min(self.first, date(self.last.year, 1, 1))

    @property
    def file_key(self) -> str:
        """What names its files: its key, or its days as 20260101-20261122."""
        return self.key or f"{self.first:%Y%m%d}-{self.last:%Y%m%d}"


def stretch_of(schemes: Sequence[Scheme], first: date, last: date) -> Stretch:
    """Name some days: by the scheme's calendar, else by the days themselves."""
    for one in closable(schemes, last.year):
        if (one.first, one.last) == (first, last):
            return Stretch(first, last, one.name, one.key, one.span)
    return Stretch(first, last, _told(first, last))


def stretch_before(schemes: Sequence[Scheme], stretch: Stretch) -> Stretch:
    """The days ranks are compared with.

    Of a named period the one of its kind before it; of a year up to some day, the same year up to
    the end of the month before that day's; of others as many days before them.
    """
    before = stretch.first - timedelta(1)
    if stretch.span:
        held = (one for one in closable(schemes, before.year) if one.span is stretch.span)
        found = next((one for one in held if one.last == before), None)
        if found:
            return Stretch(found.first, found.last, found.name, found.key, found.span)
    month = stretch.last.replace(day=1) - timedelta(1)
    if not stretch.span and stretch.first == date(stretch.last.year, 1, 1) <= month:
        return stretch_of(schemes, stretch.first, month)
    return stretch_of(
        schemes, stretch.first - (stretch.last - stretch.first) - timedelta(1), before
    )


def stretch_year_ago(schemes: Sequence[Scheme], stretch: Stretch) -> Stretch:
    """The same days of the year before; whole months stay whole."""
    first, last = year_before(stretch.first), year_before(stretch.last)
    if (stretch.last + timedelta(1)).day == 1:
        last = (last.replace(day=1) + timedelta(31)).replace(day=1) - timedelta(1)
    return stretch_of(schemes, first, last)


def year_before(day: date) -> date:
    """The same day a year before; of 29 February the 28th."""
    if (day.month, day.day) == (_FEBRUARY, 29):
        return day.replace(year=day.year - 1, day=28)
    return day.replace(year=day.year - 1)


def _told(first: date, last: date) -> str:
    since = full_date(first)
    if first == last:
        return since
    year = "" if first.year == last.year else f"{last.year}年"
    return f"{since}至{year}{short_date(last)}"
