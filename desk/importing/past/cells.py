"""What cells of old ledgers mean: moments, hours, signed points, attachments, yes and no."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from unicodedata import normalize

from desk.drafts import Kind
from desk.importing import values
from desk.office_clock import OFFICE_CLOCK

_MONTH_DAY = re.compile(r"(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?")
_DAY_ONLY = re.compile(r"(\d{1,2})\s*[日号]?")
_MONTH = re.compile(r"(?:(\d{4})\s*[年\-/.])?\s*(\d{1,2})\s*月?份?")
_CLOCK = re.compile(
    r"(上午|下午|晚上|晚|中午|凌晨|早上)?\s*(\d{1,2})\s*(?:[:时点]\s*(\d{1,2})?\s*分?)"
    r"(?:\s*:?\s*(\d{1,2})(?:\.\d+)?\s*秒?)?"
)
_NUMBER = re.compile(r"[+-]?\d{1,9}(?:\.\d{1,4})?")
_SPAN = re.compile(r"(?:(\d+(?:\.\d+)?)天)?(?:(\d+(?:\.\d+)?)(?:小时|时|h)?)?(?:(\d+)分(?:钟)?)?")
_MINUTES = re.compile(r"(\d+)分钟?")
_TIMES = re.compile(r"(.*?)\s*[×xX*]?\s*[（(]?\s*(\d{1,3})\s*[个张幅份段条]?\s*[）)]?")
_BETWEEN = re.compile(r"[、，,；;\n]+")
_YES = frozenset({"是", "√", "✓", "有", "1", "TRUE", "True", "true", "对", "约稿"})
_NO = frozenset({"", "否", "×", "无", "0", "FALSE", "False", "false", "-", "—", "/"})
_KINDS = {one.value.removesuffix("型"): one.value for one in Kind}
_AFTERNOON = frozenset({"下午", "晚上", "晚"})
_NOON, _DAY_HOURS, _HOUR_MINUTES = 12, 24, 60
_LAST_MONTH = 12


def day(text: str, year: int | None = None, month: int | None = None) -> date | None:
    """A day as ``values.day`` reads it, or “3月9日”, “3.9”, “9日” in a year and month known."""
    found = values.day(text)
    if found or year is None:
        return found
    plain = normalize("NFKC", text).strip()
    alone = _DAY_ONLY.fullmatch(plain)
    short = (month, alone[1]) if alone and month else _short(plain)
    try:
        return date(year, int(short[0]), int(short[1])) if short else None
    except ValueError:
        return None


def _short(plain: str) -> tuple[str, str] | None:
    found = _MONTH_DAY.fullmatch(plain)
    return (found[1], found[2]) if found else None


def month_end(text: str, year: int | None = None) -> date | None:
    """The last day of a month written “2026年3月”, or “3月”, “3月份” in a year that is known."""
    plain = normalize("NFKC", text).strip()
    found = _MONTH.fullmatch(plain)
    if not found or (plain.isdecimal()) or not (found[1] or year):
        return None
    own, month = int(found[1] or year or 0), int(found[2])
    if not 1 <= month <= _LAST_MONTH:
        return None
    return date(own, month, monthrange(own, month)[1])


def moment(text: str, near: date | None) -> datetime | None:
    """A moment by the office's clock; without a day it is that of ``near``."""
    plain = normalize("NFKC", text).strip().replace("T", " ")
    clock = next(reversed(list(_CLOCK.finditer(plain))), None)
    written = plain[: clock.start()].strip() if clock else plain
    at = _time(clock) if clock else time()
    on = near if clock and not written else day(written, near.year if near else None)
    if on is None or at is None or (clock and plain[clock.end() :].strip()):
        return None
    return datetime.combine(on, at, OFFICE_CLOCK)


def _time(found: "re.Match[str]") -> time | None:
    hour, minute, second = (int(part or 0) for part in found.groups()[1:])
    if (found[1] in _AFTERNOON and hour < _NOON) or (found[1] == "中午" and hour <= 2):  # noqa: PLR2004 - o'clock
        hour += _NOON
    try:
        return time(hour, minute, second)
    except ValueError:
        return None


def hours(text: str) -> Decimal | None:
    """Hours written 2.5, 2小时30分, 90分钟, 1天."""
    plain = re.sub(r"\s+|个|半小时$", "", normalize("NFKC", text))
    if minutes := _MINUTES.fullmatch(plain):
        return _rounded(Decimal(minutes[1]) / _HOUR_MINUTES)
    found = _SPAN.fullmatch(plain)
    if not found or not any(found.groups()):
        return None
    days, whole, rest = (Decimal(part or 0) for part in found.groups())
    return _rounded(days * _DAY_HOURS + whole + rest / _HOUR_MINUTES)


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01")) if value % 1 else value.quantize(Decimal(1))


def signed(text: str) -> Decimal | None:
    """Points with at most four decimals, which may be negative; 分 may follow."""
    plain = normalize("NFKC", text).strip().removesuffix("分").strip()
    plain = plain.replace("－", "-").replace("−", "-").replace("–", "-")
    return Decimal(plain) if _NUMBER.fullmatch(plain) else None


def words(text: str) -> int | None:
    """A length in characters; 字 may follow."""
    return values.count(normalize("NFKC", text).strip().removesuffix("字").replace(",", ""))


def attachments(text: str) -> tuple[str, ...]:
    """What is attached, each as often as there are: 图片×2、音视频; a bare number are 附件."""
    return tuple(_attached(normalize("NFKC", text)))


def _attached(text: str) -> Iterator[str]:
    for part in _BETWEEN.split(text):
        plain = part.strip()
        found = _TIMES.fullmatch(plain)
        if found:
            yield from [found[1].strip() or "附件"] * int(found[2])
        elif plain not in _NO:
            yield plain


def is_yes(text: str) -> bool | None:
    """Whether a cell says yes; None where it says neither."""
    plain = text.strip()
    if plain in _YES:
        return True
    return False if plain in _NO else None


def kind_of(text: str) -> str:
    """One of the eight kinds by its full word (动态 is 动态型); another word stays as it is."""
    return _KINDS.get(text.removesuffix("类").removesuffix("型"), text)
