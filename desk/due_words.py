"""Moments to come as the clerk types them: 周五17时, 3天后, 11月28日, 3个工作日, 明天上午."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from desk.calendar import Specials, add_working_days, is_working
from desk.dates import real_date
from desk.errors import DeskError
from desk.office_clock import moment_at, office_time

_WIDE = str.maketrans("０１２３４５６７８９：．／－", "0123456789:./-")
_AFTER = re.compile(
    r"(\d{1,3}|[一二两三四五六七八九十半])"
    r"(?:(个?工作日|天|个?小时|周|个?星期)(?:之?后|之?内)?|(日)(?:之?后|之?内))"
)
_NUMBERS = {"半": 0, "两": 2, **{one: at for at, one in enumerate("一二三四五六七八九十", 1)}}
_HALF_HOUR = timedelta(minutes=30)
_WORDS = {"今天": 0, "今日": 0, "当天": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3}
_SHORT = {"jt": 0, "mt": 1, "ht": 2}
_WEEKDAY = re.compile(r"(下下|下|本|这)?(?:周|星期|礼拜)([一二三四五六日天1-7])")
_WEEKS = {"本": 0, "这": 0, "下": 1, "下下": 2}
_DAYS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>\d{4})[-./年](?P<month>\d{1,2})[-./月](?P<day>\d{1,2})[日号]?",
        r"(?P<year>\d{4})?(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<month>\d{1,2})[-./月](?P<day>\d{1,2})[日号]?",
        r"(?P<day>\d{1,2})[日号]",
    )
)
_PARTS = {"上午": time(12), "中午": time(12), "下午": time(18), "下班": time(18), "晚上": time(22)}
_CLOCK = re.compile(
    r"(?P<part>上午|中午|下午|晚上|早上)?(?P<hour>\d{1,2})"
    r"(?:[:点时](?P<minute>\d{1,2})?分?|[点时](?P<half>半))$"
)
_PART = re.compile(r"(?:上午|中午|下午|下班|晚上)$")
_TAIL = re.compile(r"(?:之?前|以前|为止)$")
_NOON, _LAST_HOUR = 12, 23
_EXAMPLES = "可以写：周五17时、3天后、11月28日、3个工作日、明天上午。"


def read_due(text: str, now: datetime, usual: time, specials: Specials) -> datetime | None:
    """The moment to come that is meant, at the usual time where no hour is said; "" is none.

    A weekday, a day or a month without the rest is the next such one, today included.
    Raises DeskError for what names no moment.
    """
    plain = _TAIL.sub("", re.sub(r"\s+", "", text.translate(_WIDE)).lower())
    if not plain:
        return None
    days, at = _split(plain)
    local = office_time(now)
    after = _AFTER.fullmatch(days)
    if after and "小时" in (after[2] or ""):
        amount = _amount(after[1])
        return now + (timedelta(hours=amount) if amount else _HALF_HOUR)
    day = _day(days, local.date(), specials) if days else local.date()
    if day is None:
        raise DeskError(f"“{text}”看不出是什么时候。{_EXAMPLES}")
    return moment_at(day, at or usual)


def off_words(day: date, specials: Specials) -> str:
    """What is to be minded about a day: 11月28日是星期六，不上班; "" where the office works."""
    if is_working(day, specials):
        return ""
    return f"{day.month}月{day.day}日是星期{'一二三四五六日'[day.weekday()]}，不上班"


def _split(plain: str) -> tuple[str, time | None]:
    """The words of the day, and the time behind them."""
    clock = _CLOCK.search(plain)
    if clock:
        found = _time(clock)
        return (plain[: clock.start()], found) if found else (plain, None)
    part = _PART.search(plain)
    return (plain[: part.start()], _PARTS[part[0]]) if part else (plain, None)


def _time(clock: re.Match[str]) -> time | None:
    hour = int(clock["hour"])
    if clock["part"] in ("下午", "晚上") and hour < _NOON:
        hour += _NOON
    minute = 30 if clock["half"] else int(clock["minute"] or 0)
    return time(hour, minute) if hour <= _LAST_HOUR and minute < 60 else None  # noqa: PLR2004 - minutes of an hour


def _day(plain: str, today: date, specials: Specials) -> date | None:
    if plain in _WORDS or plain in _SHORT:
        return today + timedelta({**_WORDS, **_SHORT}[plain])
    after = _AFTER.fullmatch(plain)
    if after:
        return _after(_amount(after[1]), after[2] or after[3], today, specials)
    weekday = _WEEKDAY.fullmatch(plain)
    return _weekday(weekday, today) if weekday else _numbered(plain, today)


def _after(amount: int, unit: str, today: date, specials: Specials) -> date:
    if "工作日" in unit:
        return add_working_days(today, amount, specials)
    return today + timedelta(weeks=amount) if unit[-1] in "周期" else today + timedelta(amount)


def _amount(text: str) -> int:
    return int(text) if text.isdecimal() else _NUMBERS[text]


def _weekday(match: re.Match[str], today: date) -> date:
    """周五 alone is the next Friday, today included; with a word it is of that week."""
    said = match[2]
    number = int(said) - 1 if said.isdecimal() else {"天": 6}.get(said, "一二三四五六日".find(said))
    if match[1]:
        monday = today - timedelta(today.weekday())
        return monday + timedelta(weeks=_WEEKS[match[1]], days=number)
    return today + timedelta((number - today.weekday()) % 7)


def _numbered(plain: str, today: date) -> date | None:
    match = next((found for one in _DAYS if (found := one.fullmatch(plain))), None)
    if match is None:
        return None
    said = {name: int(number) for name, number in match.groupdict().items() if number}
    if "year" in said:
        return real_date(said["year"], said["month"], said["day"])
    if "month" in said:
        years = (today.year, today.year + 1)
        return _next((real_date(year, said["month"], said["day"]) for year in years), today)
    after = today.replace(day=28) + timedelta(4)
    months = ((today.year, today.month), (after.year, after.month))
    return _next((real_date(*month, said["day"]) for month in months), today)


def _next(days: Iterable[date | None], today: date) -> date | None:
    return next((day for day in days if day and day >= today), None)
