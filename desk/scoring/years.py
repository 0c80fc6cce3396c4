"""From which day on facts must be known, so that the figures of some days are right."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from desk.scoring.clauses.clause import Span
from desk.scoring.periods.spans import period_of, year_of
from desk.scoring.scheme import Scheme


def in_force(schemes: Iterable[Scheme], first: date, last: date) -> Sequence[Scheme]:
    """Those of schemes of one purpose that hold on some of the days, the oldest first."""
    ordered = sorted(schemes, key=lambda one: (one.valid_from, one.id))
    ends = [*(one.valid_from for one in ordered[1:]), date.max]
    return [
        one
        for one, end in zip(ordered, ends, strict=False)  # of no scheme there is still an end
        if one.valid_from <= last and first < end
    ]


def begin_of(schemes: Iterable[Scheme], first: date, last: date) -> date:
    """The first day of the assessment year that holds ``first``, or of a period that holds it."""
    found = [day for one in in_force(schemes, first, last) for day in _begins(one, first)]
    return min(found, default=date(first.year, 1, 1))


def target_year(schemes: Iterable[Scheme], day: date) -> int:
    """The year whose quotas hold on a day, by schemes of one purpose."""
    held = in_force(schemes, day, day)
    return year_of(day, held[-1]).year if held else day.year


def _begins(scheme: Scheme, first: date) -> Iterator[date]:
    start = year_of(first, scheme).first
    yield start
    for span in {span for one in scheme.clauses if (span := getattr(one, "span", None))}:
        period = period_of(start, Span(span), scheme)
        if period:
            yield period.first
