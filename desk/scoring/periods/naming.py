"""A period's name in words."""

from datetime import date

from desk.scoring.clauses.clause import Span

_USUAL = {
    (Span.QUARTER, 1): "第一季度",
    (Span.QUARTER, 4): "第二季度",
    (Span.QUARTER, 7): "第三季度",
    (Span.QUARTER, 10): "第四季度",
    (Span.HALF, 1): "上半年",
    (Span.HALF, 7): "下半年",
    (Span.YEAR, 1): "",
}


def natural_name(first: date, last: date, span: Span) -> str:
    """The name of a natural period: 2026年3月, 2026年第三季度, 2025年8月至2026年7月."""
    if span is Span.WEEK:
        number = first.isocalendar()
        return f"{number.year}年第{number.week}周（{days(first, last)}）"
    if span is Span.MONTH:
        return f"{first.year}年{first.month}月"
    told = _USUAL.get((span, first.month))
    if told is not None:
        return f"{first.year}年{told}"
    end = f"{last.month}月" if first.year == last.year else f"{last.year}年{last.month}月"
    return f"{first.year}年{first.month}月至{end}"


def window_name(name: str, year: int) -> str:
    """The name of a scheme's window in the year it begins in: 2026年三季度."""
    return f"{year}{name}" if name.startswith("年") else f"{year}年{name}"


def days(first: date, last: date) -> str:
    """First and last day of some that are near: 3月16日至22日, 3月30日至4月5日."""
    month = "" if first.month == last.month else f"{last.month}月"
    return f"{first.month}月{first.day}日至{month}{last.day}日"
