"""A period's name in words."""

from datetime import date

from desk.scoring.clauses.clause import Span

_QUARTERS = "一二三四"


def natural_name(first: date, last: date, span: Span) -> str:
    """The name of a natural period: 2026年3月, 2026年第三季度, 2025年8月至2026年7月."""
    year = f"{first.year}年"
    if span is Span.WEEK:
        number = first.isocalendar()
        return f"{number.year}年第{number.week}周（{days(first, last)}）"
    if span is Span.MONTH:
        return f"{year}{first.month}月"
    if span is Span.TWO_MONTHS:
        return f"{year}{first.month}月至{last.month}月"
    if span is Span.QUARTER:
        return f"{year}第{_QUARTERS[first.month // 3]}季度"
    return _long_name(first, last, span)


def window_name(name: str, year: int) -> str:
    """The name of a scheme's window in the year it begins in: 2026年三季度."""
    return f"{year}{name}" if name.startswith("年") else f"{year}年{name}"


def days(first: date, last: date) -> str:
    """First and last day of some that are near: 3月16日至22日, 3月30日至4月5日."""
    month = "" if first.month == last.month else f"{last.month}月"
    return f"{first.month}月{first.day}日至{month}{last.day}日"


def _long_name(first: date, last: date, span: Span) -> str:
    if span is Span.HALF:
        return f"{first.year}年{'上' if first.month == 1 else '下'}半年"
    if first.month == 1:
        return f"{first.year}年"
    return f"{first.year}年{first.month}月至{last.year}年{last.month}月"
