"""The periods that can be closed: those of the scheme's calendar, by the keys they are typed by."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desk.errors import DeskError
from desk.scoring.clauses.clause import Span
from desk.scoring.scheme import Purpose, Scheme, Window

_SPANS = {Span.MONTH: 1, Span.QUARTER: 3, Span.HALF: 6, Span.YEAR: 12}
_LETTERS = {Span.QUARTER: "Q", Span.HALF: "H"}
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
    """The months, quarters, halves and the year that begins in ``year``, by their last day.

    They are those of the scheme for points in force at the end of that year, or the first there
    is after it.
    """
    scheme = _scheme_of(schemes, year)
    found = [one for span in _SPANS for one in _of_span(scheme, span, year)]
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
    """The years a period typed may belong to: of one that begins in August, 2026-03 is of 2025."""
    digits = text[:4]
    if not (digits.isascii() and digits.isdecimal()) or int(digits) <= 1:
        return ()
    return int(digits), int(digits) - 1


def _scheme_of(schemes: Iterable[Scheme], year: int) -> Scheme:
    ordered = sorted(
        (one for one in schemes if one.purpose is Purpose.POINTS),
        key=lambda one: (one.valid_from, one.id),
    )
    begun = [one for one in ordered if one.valid_from <= date(year, 12, 31)]
    return begun[-1] if begun else next(iter(ordered), _NATURAL)


def _of_span(scheme: Scheme, span: Span, year: int) -> Iterator[Closable]:
    months = _SPANS[span]
    windows = sorted((one for one in scheme.windows if one.span is span), key=lambda one: one.first)
    if windows:
        for window in windows:
            first, last = _days(window, year)
            middle = first + (last - first) / 2
            key = _key(span, year, (middle.month - 1) // months + 1, middle)
            yield Closable(span, key, f"{year}年{window.name}", first, last)
        return
    for number in range(12 // months):
        start = year * 12 + scheme.start_month - 1 + number * months
        first, last = _month(start), _month(start + months) - timedelta(days=1)
        name = _name(span, scheme, year, number, first)
        yield Closable(span, _key(span, year, number + 1, first), name, first, last)


def _days(window: Window, year: int) -> tuple[date, date]:
    """The days of a window that begins in a year; 29 February is the month's last day."""
    ends_later = window.first > window.last
    return _day(year, *window.first), _day(year + ends_later, *window.last)


def _day(year: int, month: int, day: int) -> date:
    last = _month(year * 12 + month) - timedelta(days=1)
    return date(year, month, min(day, last.day))


def _month(count: int) -> date:
    """The first day of a month counted from the year 0."""
    return date(count // 12, count % 12 + 1, 1)


def _key(span: Span, year: int, number: int, first: date) -> str:
    if span is Span.MONTH:
        return f"{first:%Y-%m}"
    return f"{year}{_LETTERS[span]}{number}" if span in _LETTERS else str(year)


def _name(span: Span, scheme: Scheme, year: int, number: int, first: date) -> str:
    if span is Span.MONTH:
        return f"{first.year}年{first.month}月"
    if span is Span.QUARTER:
        return f"{year}年第{'一二三四'[number]}季度"
    if span is Span.HALF:
        return f"{year}年{'上下'[number]}半年"
    return f"{year}年全年" if scheme.start_month == 1 else f"{year}年度"
