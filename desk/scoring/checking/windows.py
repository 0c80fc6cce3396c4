"""Periods of one's own that overlap or leave days out, and schemes that begin on one day."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from desk.scoring.checking.complaint import CheckContext, Complaint, error, warning
from desk.scoring.scheme import Scheme, Window

_TABLE = "周期"
_YEAR = 2021  # neither it nor the next has a 29 February


def find(scheme: Scheme, context: CheckContext) -> Iterator[Complaint]:
    """Days of a year that two windows of a span hold, or none; double beginnings."""
    by_span = defaultdict(list)
    for number, window in enumerate(scheme.windows, start=1):
        by_span[window.span].append((number, window))
    for span, rows in by_span.items():
        yield from _overlaps(rows)
        missing = _first_missing([window for _, window in rows])
        if missing:
            yield warning(f"{span}的周期没有包括{missing}，那时的事不归任何一{span}。", _TABLE)
    for other in context.basis.schemes:
        same = (other.purpose, other.valid_from) == (scheme.purpose, scheme.valid_from)
        if same and other.id != scheme.id:
            yield error(f"“{other.name}”也从 {other.valid_from} 起执行。请改用别的日期。")


def _overlaps(rows: list[tuple[int, Window]]) -> Iterator[Complaint]:
    owners: dict[date, int] = {}
    told: set[tuple[int, int]] = set()
    for number, window in rows:
        for day in _days(window):
            first = owners.setdefault(day, number)
            if first != number and (first, number) not in told:
                told.add((first, number))
                yield error(f"和第 {first} 行都包括 {day.month} 月 {day.day} 日。", _TABLE, number)


def _first_missing(windows: list[Window]) -> str:
    held = {day for window in windows for day in _days(window)}
    whole = (date(_YEAR, 1, 1) + timedelta(offset) for offset in range(365))
    missing = [day for day in whole if day not in held]
    if not missing:
        return ""
    return f" {missing[0].month} 月 {missing[0].day} 日等 {len(missing)} 天"


def _days(window: Window) -> Iterator[date]:
    """The days of a window in a common year, those of the next year folded back."""
    first, last = _common(window.first), _common(window.last)
    length = (last - first).days % 365
    for offset in range(length + 1):
        day = first + timedelta(offset)
        yield day.replace(year=_YEAR)


def _common(border: tuple[int, int]) -> date:
    month, day = border
    return date(_YEAR, month, 28 if (month, day) == (2, 29) else day)
