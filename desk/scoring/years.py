"""Which schemes hold on some days, and which year's quotas."""

from collections.abc import Iterable, Sequence
from datetime import date

from desk.scoring.periods.spans import year_of
from desk.scoring.scheme import Purpose, Scheme


def in_force(schemes: Iterable[Scheme], first: date, last: date) -> Sequence[Scheme]:
    """Those of schemes of one purpose that hold on some of the days, the oldest first."""
    ordered = sorted(schemes, key=lambda one: (one.valid_from, one.id))
    ends = [*(one.valid_from for one in ordered[1:]), date.max]
    return [
        one
        for one, end in zip(ordered, ends, strict=False)  # of no scheme there is still an end
        if one.valid_from <= last and first < end
    ]


def on_day(schemes: Iterable[Scheme], day: date, purpose: Purpose) -> Scheme | None:
    """The scheme of a purpose that counts on a day."""
    return next(iter(in_force((one for one in schemes if one.purpose is purpose), day, day)), None)


def target_year(schemes: Iterable[Scheme], day: date) -> int:
    """The year whose quotas hold on a day, by schemes of one purpose."""
    held = in_force(schemes, day, day)
    return year_of(day, held[-1]).year if held else day.year
