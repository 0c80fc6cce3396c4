"""The periods that can be closed: those of the scheme's calendar, by the keys they are typed by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desk.errors import DeskError
from desk.scoring.clauses.clause import Span
from desk.scoring.periods.spans import Period, periods_in
from desk.scoring.scheme import Purpose, Scheme

_SPANS = (Span.MONTH, Span.QUARTER, Span.HALF, Span.YEAR)
_LETTERS = {Span.QUARTER: ("Q", 3), Span.HALF: ("H", 6)}
_NATURAL = Scheme("", date.min, ())


@dataclass(frozen=True, slots=True)
class Closable:
    """A period as it can be closed; ``key`` is 2026-07, 2026Q3, 2026H1 or 2026."""

    span: Span
    key: str
    name: str
    first: date
    last: date


def closable(schemes: Iterable[Scheme], year: int) -> tuple[Closable, ...]:
    """The months, quarters, halves and years that end in a calendar year, by their last day.

    They are those of the scheme for points in force at the end of that year, or the first there
    is after it.
    """
    scheme = _scheme_of(schemes, year)
    first, last = date(year, 1, 1), date(year, 12, 31)
    found = [
        _closable(one, span)
        for span in _SPANS
        for one in periods_in(first, last, span, scheme)
        if one.last <= last
    ]
    return tuple(sorted(found, key=lambda one: (one.last, one.last - one.first)))


def find(schemes: Sequence[Scheme], text: str) -> Closable:
    """The period typed by its key or its name. Raises DeskError."""
    wanted = text.strip()
    for year in _years(wanted):
        for one in closable(schemes, year):
            if wanted in (one.key, one.name):
                return one
    raise DeskError(
        f"“{text}”不是能结账的时段。"
        "请写成 2026-07（月）、2026Q3（季）、2026H1（半年）或 2026（年）。"
    )


def _years(text: str) -> tuple[int, ...]:
    """The calendar years in which a period typed may end."""
    digits = text[:4]
    known = len(digits) == len("2026") and digits.isascii() and digits.isdecimal()
    year = int(digits) if known else 0
    return (year, year + 1) if date.min.year + 2 < year < date.max.year else ()


def _scheme_of(schemes: Iterable[Scheme], year: int) -> Scheme:
    ordered = sorted(
        (one for one in schemes if one.purpose is Purpose.POINTS),
        key=lambda one: (one.valid_from, one.id),
    )
    begun = [one for one in ordered if one.valid_from <= date(year, 12, 31)]
    return begun[-1] if begun else next(iter(ordered), _NATURAL)


def _closable(period: Period, span: Span) -> Closable:
    return Closable(span, _key(period, span), period.name, period.first, period.last)


def _key(period: Period, span: Span) -> str:
    """How it is typed; a quarter of the scheme's own is the one most of it lies in."""
    if span is Span.MONTH:
        return f"{period.first:%Y-%m}"
    if span not in _LETTERS:
        return str(period.first.year)
    letter, months = _LETTERS[span]
    middle = period.first + (period.last - period.first) / 2
    return f"{middle.year}{letter}{(middle.month - 1) // months + 1}"
