"""Dates as offices write them: 2026年3月9日, 2026.3.9, 2026-03-09, 3月9日, 二〇二六年三月九日."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desk.dates import real_date

_VALUES = {sign: str(value) for value, sign in enumerate("零一二三四五六七八九")}
_VALUES |= dict.fromkeys("〇○ＯO０", "0")
_WIDE = str.maketrans("０１２３４５６７８９．－／", "0123456789.-/")
_DATE = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d\d|[〇○零Ｏ一二三四五六七八九]{4}|今|去|当)\s*年\s*"
    r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*"
    r"(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号]"
    r"|(?<![\d.])(?P<year2>(?:19|20)\d\d)\s?[./-]\s?(?P<month2>\d{1,2})\s?[./-]\s?(?P<day2>\d{1,2})(?![\d.])"
    r"|(?<![\d.年])(?P<month3>\d{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*"
    r"(?P<day3>\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号]"
    r"|(?<!\d)(?P<year4>20\d\d)(?P<month4>[01]\d)(?P<day4>[0-3]\d)(?!\d)"
)
_RANGE = re.compile(
    r"(\d{1,2})\s*月\s*(\d{1,2})\s*(?:日)?\s*[-—－–~～至到]+\s*(?=(?:\d{1,2}\s*月)?\s*\d{1,2}\s*日)"
)
_CLOCK = re.compile(
    r"(?:\s*(?:凌晨|早上|清晨|上午|中午|下午|傍晚|晚上?))?"
    r"\s*\d{1,2}\s*(?:[时点]\s*(?:\d{1,2}\s*分?|半)?|[:：]\s*\d{2}(?:[:：]\d{2})?)(?:许|左右)?"
)
_RELATIVE = re.compile(
    r"(?P<ago>昨日|昨天|昨晚|今日|今天|今晨|前日|前天)|本月\s?(?P<day>\d{1,2})\s?[日号]"
    r"|(?P<week>上周|上星期|本周|这周)(?P<weekday>[一二三四五六日天])"
)
_AGO = {"昨": 1, "今": 0, "前": 2}
_AHEAD = timedelta(days=31)  # a meeting announced for next month is of this year


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text and where it stands."""

    day: date
    start: int
    end: int


def dates(text: str, near: date | None = None) -> Iterator[Found]:
    """All dates of a text in order; those without a year only when ``near`` is known."""
    text = _completed(text.translate(_WIDE))
    for match in _DATE.finditer(text):
        day = _day_of(match, near)
        if day is not None:
            yield Found(day, match.start(), match.end())


def without_clock(text: str, place: int) -> int:
    """Where a time of day that stands at a place of a text ends."""
    match = _CLOCK.match(text, place)
    return match.end() if match else place


def relative(text: str, reported: date) -> Iterator[Found]:
    """Days told from the day of the report: 昨日, 本月8日, 上周五."""
    for match in _RELATIVE.finditer(text):
        day = _relative_day(match, reported)
        if day is not None:
            yield Found(day, match.start(), match.end())


def _relative_day(match: re.Match[str], reported: date) -> date | None:
    if match["ago"]:
        return reported - timedelta(_AGO[match["ago"][0]])
    if match["day"]:
        return real_date(reported.year, reported.month, int(match["day"]))
    monday = reported - timedelta(reported.weekday() + 7 * match["week"].startswith("上"))
    weekday = "一二三四五六日天".index(match["weekday"])
    return monday + timedelta(min(weekday, 6))


def _completed(text: str) -> str:
    """Write 3月9—11日 as 3月9日—11日 of the same length: its first day counts."""
    return _RANGE.sub(lambda match: _with_day(match[0]), text)


def _with_day(span: str) -> str:
    return span if "日" in span else re.sub(r"(\d)\s*[-—－–~～至到]", r"\1日", span, count=1)


def _day_of(match: re.Match[str], near: date | None) -> date | None:
    groups = {name.rstrip("234"): text for name, text in match.groupdict().items() if text}
    month, day = _number(groups["month"]), _number(groups["day"])
    year = groups.get("year")
    if year is None or year in "今去当":
        return _nearest(month, day, near, year)
    return real_date(int("".join(_VALUES.get(sign, sign) for sign in year)), month, day)


def _nearest(month: int, day: int, near: date | None, year: str | None) -> date | None:
    """The year that a report of that day means: the last one, unless it is only weeks ahead."""
    if near is None:
        return None
    this = real_date(near.year, month, day)
    if year == "去":
        return real_date(near.year - 1, month, day)
    if year is None and this and this > near + _AHEAD:
        return real_date(near.year - 1, month, day)
    following = real_date(near.year + 1, month, day)
    if year is None and following and following <= near + _AHEAD:
        return following
    return this


def _number(text: str) -> int:
    """Read 9, 九, 十, 十一, 二十 or 二十九."""
    if text.isdecimal():
        return int(text)
    head, ten, tail = text.rpartition("十")
    if not ten:
        return int("".join(_VALUES[sign] for sign in text))
    return (int(_VALUES[head[-1]]) if head else 1) * 10 + (int(_VALUES[tail[0]]) if tail else 0)
