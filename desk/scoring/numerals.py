"""Figures as the office writes them in schemes, exactly: 10, 0.5, 1/3, 50%."""

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction

from desk.errors import DeskError
from desk.scoring.figures import exact, printed

_DECIMAL = re.compile(r"[+-]?\d{1,9}(\.\d{1,6})?")
_FRACTION = re.compile(r"([+-]?\d{1,9}(?:\.\d{1,6})?)(?:/(\d{1,6})|(%))?")
_HUNDRED, _MILLION = 100, 10**6


def plain(value: object) -> str:
    """A figure as typed or as read from TOML, in plain narrow characters."""
    if isinstance(value, Decimal):
        return f"{value:f}" if value.is_finite() else str(value)
    text = unicodedata.normalize("NFKC", str(value)).strip()
    return text.replace("−", "-").replace("–", "-")


def decimal_of(value: object) -> Decimal:
    """The exact decimal of 10, "0.5" or "－2"; raises DeskError."""
    text = plain(value)
    if isinstance(value, bool) or not _DECIMAL.fullmatch(text):
        raise DeskError(f"“{value}”不是能用的数。请写成 10、0.5、-2 的样子，最多六位小数。")
    return Decimal(text)


def fraction_of(value: object) -> Fraction:
    """The exact fraction of 2, "0.5", "1/3" or "50%"; raises DeskError."""
    found = None if isinstance(value, bool) else _FRACTION.fullmatch(plain(value))
    if not found or (found[2] and not int(found[2])):
        raise DeskError(f"“{value}”不是能用的数。请写成 2、0.5、1/3 或 50% 的样子。")
    number = Fraction(Decimal(found[1]))
    if found[3]:
        return number / _HUNDRED
    return number / int(found[2] or 1)


def whole_of(value: object) -> int:
    """A whole number; raises DeskError."""
    text = plain(value)
    if isinstance(value, bool) or not re.fullmatch(r"-?\d{1,6}", text):
        raise DeskError(f"“{value}”不是整数。请写成 1、2、3 的样子。")
    return int(text)


def fraction_written(value: Fraction) -> str:
    """A fraction as ``fraction_of`` reads it: a decimal of at most six places, else 1/3."""
    return printed(exact(value)) if _MILLION % value.denominator == 0 else str(value)
