"""What cells mean: days, years, points, counts, lists of names."""

import re
from datetime import date, timedelta
from decimal import Decimal
from unicodedata import normalize

_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?:[ T].*)?")
_SHORT_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)")
_SERIAL = re.compile(r"[2-7]\d{4}")
_YEAR = re.compile(r"((?:19|20)\d\d)(?:年度?)?")
_NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,4})?")
_COUNT = re.compile(r"\d{1,9}")
_BETWEEN = re.compile(r"[、，,；;/\n]+")
_EXCEL_ZERO = date(1899, 12, 30)


def day(text: str) -> date | None:
    """A day written 2026-3-9, 2026/3/9, 2026.3.9, 2026年3月9日, 20260309 or as Excel counts."""
    plain = normalize("NFKC", text).strip()
    if _SERIAL.fullmatch(plain):
        return _EXCEL_ZERO + timedelta(days=int(plain))
    found = _DAY.fullmatch(plain) or _SHORT_DAY.fullmatch(plain)
    if not found:
        return None
    try:
        return date(*(int(part) for part in found.groups()))
    except ValueError:
        return None


def year(text: str) -> int | None:
    """A year written 2026, 2026年 or 2026年度."""
    found = _YEAR.fullmatch(normalize("NFKC", text).strip())
    return int(found[1]) if found else None


def points(text: str) -> Decimal | None:
    """Points from 0 up with at most four decimals, 分 may follow."""
    plain = normalize("NFKC", text).strip().removesuffix("分").strip()
    return Decimal(plain) if _NUMBER.fullmatch(plain) else None


def count(text: str) -> int | None:
    """A whole number from 0 up, 条 may follow."""
    plain = normalize("NFKC", text).strip().removesuffix("条").strip()
    return int(plain) if _COUNT.fullmatch(plain) else None


def names(text: str) -> tuple[str, ...]:
    """Names joined by 、 or a like mark, each once."""
    parts = (part.strip() for part in _BETWEEN.split(text))
    return tuple(dict.fromkeys(part for part in parts if part))
