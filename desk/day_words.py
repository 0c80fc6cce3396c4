"""Days as the clerk types them: 昨天, 15日, 7.14, 上周五, 0714."""

import re
from datetime import date, timedelta

from desk.dates import real_date
from desk.errors import DeskError

_WORDS = {
    "今天": 0,
    "今日": 0,
    "昨天": -1,
    "昨日": -1,
    "前天": -2,
    "前日": -2,
    "大前天": -3,
    "明天": 1,
    "明日": 1,
    "后天": 2,
}
_SHORT = {"jt": 0, "zt": -1, "qt": -2, "mt": 1}  # the same words by their initials
_WEEKDAY = re.compile(r"(上上|上|本|这|下)?(?:周|星期|礼拜)([一二三四五六日天1-7])")
_WEEKS = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1}
_NUMBERS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>\d{4})[-./年](?P<month>\d{1,2})[-./月](?P<day>\d{1,2})[日号]?",
        r"(?P<year>\d{4})?(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<month>\d{1,2})[-./月](?P<day>\d{1,2})[日号]?",
        r"(?P<day>\d{1,2})[日号]?",
    )
)
_AHEAD = timedelta(days=31)  # an event announced for next month is of this year
_WIDE = str.maketrans("０１２３４５６７８９．／－", "0123456789./-")


def read_day(text: str, today: date) -> date | None:
    """The day that is meant, "" is none. Raises DeskError for what names no day.

    A day or month without the rest is the last such day, or one at most a month ahead.
    """
    plain = re.sub(r"\s+", "", text.translate(_WIDE)).lower()
    if not plain:
        return None
    found = _by_word(plain, today) or _by_number(plain, today)
    if found is None:
        raise DeskError(f"“{text}”看不出是哪一天。可以写：昨天、15日、7月14日、7.14、上周五。")
    return found


def _by_word(plain: str, today: date) -> date | None:
    days = {**_WORDS, **_SHORT}.get(plain)
    if days is not None:
        return today + timedelta(days=days)
    match = _WEEKDAY.fullmatch(plain)
    return _weekday(match, today) if match else None


def _weekday(match: re.Match[str], today: date) -> date:
    """周五 alone is the last Friday, today included; with a word it is of that week."""
    number = "一二三四五六日".find(match[2]) if match[2] in "一二三四五六日" else -1
    number = {"天": 6}.get(match[2], int(match[2]) - 1 if match[2].isdecimal() else number)
    monday = today - timedelta(days=today.weekday())
    if match[1]:
        return monday + timedelta(weeks=_WEEKS[match[1]], days=number)
    back = (today.weekday() - number) % 7
    return today - timedelta(days=back)


def _by_number(plain: str, today: date) -> date | None:
    match = next((found for one in _NUMBERS if (found := one.fullmatch(plain))), None)
    if match is None:
        return None
    said = {name: int(number) for name, number in match.groupdict().items() if number}
    if "year" in said:
        return real_date(said["year"], said["month"], said["day"])
    if "month" in said:
        years = (today.year + ahead for ahead in (1, 0, -1))
        days = (real_date(year, said["month"], said["day"]) for year in years)
        return next((day for day in days if day and day <= today + _AHEAD), None)
    last = today.replace(day=1) - timedelta(days=1)
    days = (real_date(month.year, month.month, said["day"]) for month in (today, last))
    return next((day for day in days if day and day <= today), None)
