"""The periods an office looks at: months, quarters, halves, years, by name."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

Days = tuple[date, date]
DAY = timedelta(1)
YEAR_MONTHS = 12
NUMERALS = "一二三四五六七八九十"


class Reach(StrEnum):
    """How long a period is."""

    MONTH = "月"
    QUARTER = "季"
    HALF = "半年"
    YEAR = "年"
    ANY = "任意"


_LENGTHS = {Reach.MONTH: 1, Reach.QUARTER: 3, Reach.HALF: 6, Reach.YEAR: 12}


def periods(today: date, reach: Reach = Reach.YEAR, since: int = 0) -> dict[str, Days]:
    """The periods to choose from by name, the newest first, back to a year (four by default)."""
    found = {
        f"{today.year}年至今": (date(today.year, 1, 1), today),
        "本月": around(today, Reach.MONTH),
        "上月": step(around(today, Reach.MONTH), -1, today),
    }
    for days in _of(today, Reach.YEAR if reach is Reach.ANY else reach, since or today.year - 3):
        found[name_of(days, date.min)] = days
    return found


def _of(today: date, reach: Reach, since: int) -> Iterator[Days]:
    if reach is Reach.YEAR:
        for year in range(today.year, since - 1, -1):
            yield date(year, 1, 1), date(year, 12, 31)
        return
    first, last = around(today, reach)
    while first.year >= since:
        yield first, last
        first, last = around(first - DAY, reach)


def around(day: date, reach: Reach) -> Days:
    """The period that holds a day; the day itself where any days are looked at."""
    length = _LENGTHS.get(reach)
    if length is None:
        return day, day
    begin = (day.month - 1) // length * length + 1
    return date(day.year, begin, 1), month_end(day.year, begin + length - 1)


def reach_of(days: Days, today: date) -> Reach:
    """How long the period is that these days are; a year up to today is one."""
    if days == (date(today.year, 1, 1), today):
        return Reach.YEAR
    return next((one for one in _LENGTHS if around(days[0], one) == days), Reach.ANY)


def name_of(days: Days, today: date) -> str:
    """What a period is called; "" for days without a name."""
    first, last = days
    if days == (date(today.year, 1, 1), today):
        return f"{first.year}年至今"
    parts = {
        Reach.MONTH: f"{first.month}月",
        Reach.QUARTER: f"第{NUMERALS[(last.month - 1) // 3]}季度",
        Reach.HALF: "上半年" if first.month == 1 else "下半年",
        Reach.YEAR: "全年",
    }
    part = parts.get(reach_of(days, today))
    return f"{first.year}年{part}" if part else ""


def step(days: Days, by: int, today: date) -> Days:
    """The period so many before (below 0) or after; the year that runs goes up to today."""
    first, last = days
    reach = reach_of(days, today)
    months = _LENGTHS.get(reach) or _whole_months(days)
    if not months:
        length = last - first + DAY
        return first + by * length, last + by * length
    begin = first.year * YEAR_MONTHS + first.month - 1 + by * months
    year, month = divmod(begin, YEAR_MONTHS)
    if reach is Reach.YEAR and year == today.year:
        return date(year, 1, 1), today
    return date(year, month + 1, 1), month_end(year, month + months)


def _whole_months(days: Days) -> int:
    """How many whole months the days are; 0 where they are none."""
    first, last = days
    if first.day != 1 or (last + DAY).day != 1:
        return 0
    return (last.year - first.year) * YEAR_MONTHS + last.month - first.month + 1


def month_end(year: int, month: int) -> date:
    """The last day of a month, which may be told beyond December."""
    more, at = divmod(month - 1, YEAR_MONTHS)
    return date(year + more, at + 1, monthrange(year + more, at + 1)[1])
