"""Periods as clerks type them: 2026Q3, 9月, 上半年, 1-9月, 3月1日至4月5日."""

import re
import unicodedata
from datetime import date

from ui.scores.periods import DAY, NUMERALS, YEAR_MONTHS, Days, Reach, around, month_end

_WORDS = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2}
_ONE_DAY = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?$")
_BETWEEN = re.compile(r"\s*(?:至|到|~|—+|–)\s*")
_OF_YEAR = re.compile(r"(?:(\d{4})年?|(今年|本年|去年|上年|前年))?[-/.]?(.*)$")
_MONTHS = re.compile(r"(\d{1,2})月?[-至到](\d{1,2})月(?:份)?$")
_QUARTER = re.compile(r"(?:第?([一二三四1-4])季度?|Q([1-4]))$")
_MONTH = re.compile(rf"(\d{{1,2}}|[{NUMERALS}]{{1,2}})(月份?)?$")


def typed(text: str, days: Days, today: date) -> Days | None:
    """The days meant by 2026Q3, 9月, 上半年, 3月1日至4月5日 …; None for what is no period.

    Without a year it is that of the days on view.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    if not plain:
        return None
    try:
        return _typed(plain.upper(), days, today)
    except ValueError:  # no such day or month
        return None


def _typed(text: str, days: Days, today: date) -> Days | None:
    near = _near(text, today)
    if near:
        return near
    ends = [one for one in _BETWEEN.split(text) if one]
    found = [_one_day(one, days[1].year) for one in ends]
    if found and None not in found and len(found) in (1, 2):
        told = [one for one in found if one]
        return min(told), max(told)
    match = _OF_YEAR.match(text)
    if not match:
        return None
    digits, word, rest = match.groups()
    year = int(digits) if digits else today.year + _WORDS[word] if word else days[1].year
    return _part(rest, year, is_month=bool(digits), is_year=bool(digits or word), today=today)


def _near(text: str, today: date) -> Days | None:
    """Periods told from today."""
    for reach, names in ((Reach.MONTH, ("本月", "上月")), (Reach.QUARTER, ("本季", "上季"))):
        if text.removesuffix("度") in names:
            here = around(today, reach)
            return here if text.startswith("本") else around(here[0] - DAY, reach)
    if text in ("至今", "今年至今", f"{today.year}年至今"):
        return date(today.year, 1, 1), today
    return None


def _one_day(text: str, year: int) -> date | None:
    match = _ONE_DAY.match(text)
    return date(int(match[1] or year), int(match[2]), int(match[3])) if match else None


def _part(rest: str, year: int, *, is_month: bool, is_year: bool, today: date) -> Days | None:
    """A part of a year; a bare number is a month after the year's digits."""
    if rest == "至今":
        return date(year, 1, 1), today
    if rest in ("全年", "年度") or (is_year and not rest):
        return date(year, 1, 1), date(year, 12, 31)
    return _months(year, *(_fixed(rest) or _named(rest, is_month=is_month)))


def _fixed(rest: str) -> tuple[int, int] | None:
    """First and last month of the parts with names of their own."""
    parts = {"前三季度": (1, 9), "上半年": (1, 6), "H1": (1, 6), "下半年": (7, 12), "H2": (7, 12)}
    span = _MONTHS.match(rest)
    return (int(span[1]), int(span[2])) if span else parts.get(rest)


def _named(rest: str, *, is_month: bool) -> tuple[int, int]:
    """First and last month of a quarter or a month; (0, 0) for neither."""
    quarter = _QUARTER.match(rest)
    if quarter:
        number = _number(quarter[1] or quarter[2])
        return 3 * number - 2, 3 * number
    month = _MONTH.match(rest)
    if month and (month[2] or (is_month and month[1].isdecimal())):
        number = _number(month[1])
        return number, number
    return 0, 0


def _number(text: str) -> int:
    """A number up to 99 in digits, one up to 12 in Chinese."""
    if text.isdecimal():
        return int(text)
    return sum(NUMERALS.index(one) + 1 for one in text)


def _months(year: int, first: int, last: int) -> Days | None:
    if not 1 <= first <= last <= YEAR_MONTHS:
        return None
    return date(year, first, 1), month_end(year, last)
