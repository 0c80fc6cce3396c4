"""Moments as they are typed under pressure: 8:40, 0930, 昨天23点, 22日8时40分, 现在, 10分钟前."""

import re
from datetime import date, datetime, time, timedelta

from desk.day_words import read_day
from desk.errors import DeskError, FieldError
from desk.office_clock import day_of, moment_at, office_time

_WIDE = str.maketrans("０１２３４５６７８９：．－　", "0123456789:.- ")
_BLANKS = re.compile(r"(?<!\d)\s+|\s+(?!\d)")  # one between digits parts day and time
_NOW = ("现在", "刚才", "刚刚", "xz")
_AGO = re.compile(r"(\d{1,4})(分钟|分|小时)前")
_TIME = re.compile(
    r"(?P<day>.*?)\s?(?:(?P<half>凌晨|早上|早|上午|中午|下午|傍晚|晚上|夜里|晚))?"
    r"(?:(?P<hour>\d{1,2})(?::|点|时)(?P<minute>\d{1,2}|半)?分?(?::\d{2})?|(?P<digits>\d{4}))"
)
_PM = ("下午", "傍晚", "晚上", "夜里", "晚")
_NOON = 12
_AHEAD = timedelta(minutes=2)  # clocks differ


def read_moment(
    field: str, label: str, text: str, now: datetime, *, ahead: bool = False
) -> datetime | None:
    """The moment that is meant, "" is none. Raises FieldError for what names none, or is to come.

    A time alone is the last such one: 23:40 typed at 0:15 was yesterday; ``ahead`` it is the next.
    """
    plain = _BLANKS.sub("", text.translate(_WIDE).strip()).lower()
    if not plain:
        return None
    found = _relative(plain, now) or _absolute(plain, now)
    if found is None:
        raise FieldError(
            field, f"{label}“{text}”看不出是几点。可以写：8:40、0930、昨天23点、22日8时40分、现在。"
        )
    if ahead:
        is_bare = _TIME.fullmatch(plain) and found <= now and now - found < timedelta(1)
        return found + timedelta(1) if is_bare and "天" not in plain else found
    if found > now + _AHEAD:
        raise FieldError(field, f"{label}{told(found, now)}还没有到。请核对时间。")
    return found


def told(moment: datetime | None, now: datetime) -> str:
    """A moment as briefly as it can be read again: 8:40, 昨天23:40, 11月20日8:40."""
    if moment is None:
        return ""
    local, today = office_time(moment), day_of(now)
    at = f"{local.hour}:{local:%M}"
    if local.date() == today:
        return at
    if local.date() == today - timedelta(1):
        return f"昨天{at}"
    year = "" if local.year == today.year else f"{local.year}年"
    return f"{year}{local.month}月{local.day}日{at}"


def written(moment: datetime) -> str:
    """A moment as reports write it: 11月22日8时40分."""
    local = office_time(moment)
    minutes = f"{local.minute}分" if local.minute else "许"
    return f"{local.month}月{local.day}日{local.hour}时{minutes}"


def span(length: timedelta) -> str:
    """How long it took: 25 分钟, 2 小时 5 分; never less than nothing."""
    minutes = max(0, length // timedelta(minutes=1))
    if minutes < 60:  # noqa: PLR2004 - of an hour
        return f"{minutes} 分钟"
    hours, rest = divmod(minutes, 60)
    if hours >= 48:  # noqa: PLR2004 - two days
        return f"{hours // 24} 天"
    return f"{hours} 小时 {rest} 分" if rest else f"{hours} 小时"


def _relative(plain: str, now: datetime) -> datetime | None:
    if plain in _NOW:
        return now.replace(second=0, microsecond=0)
    ago = _AGO.fullmatch(plain)
    if not ago:
        return None
    unit = timedelta(hours=1) if ago[2] == "小时" else timedelta(minutes=1)
    return (now - int(ago[1]) * unit).replace(second=0, microsecond=0)


def _absolute(plain: str, now: datetime) -> datetime | None:
    match = _TIME.fullmatch(plain)
    at = _time(match) if match else None
    if match is None or at is None:
        return None
    said = match["day"].rstrip("-,，t")
    if said in ("昨", "今", "前") and match["half"]:  # 昨晚, 今早
        said += "天"
    try:
        day = read_day(said, day_of(now))
    except DeskError:
        return None
    return moment_at(day, at) if day else _last(at, now)


def _time(match: re.Match[str]) -> time | None:
    hour, minute = (
        (int(match["digits"][:2]), int(match["digits"][2:]))
        if match["digits"]
        else (int(match["hour"]), 30 if match["minute"] == "半" else int(match["minute"] or 0))
    )
    if match["half"] in _PM and hour < _NOON:
        hour += _NOON
    try:
        return time(hour, minute)
    except ValueError:
        return None


def _last(at: time, now: datetime) -> datetime:
    today: date = day_of(now)
    found = moment_at(today, at)
    return found if found <= now + _AHEAD else moment_at(today - timedelta(1), at)
