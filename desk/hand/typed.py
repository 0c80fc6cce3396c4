"""What is typed into the fields of an entry, as values. Raises FieldError."""

import re
from datetime import datetime
from decimal import Decimal

from desk.errors import DeskError, FieldError
from desk.office_clock import OFFICE_CLOCK
from desk.scoring.numerals import decimal_of

_BETWEEN = re.compile(r"[、,，;；\s]+")
_MOMENT = ("%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%Y/%m/%d %H:%M", "%Y-%m-%d")
_MOST = Decimal(99_999)


def number(field: str, label: str, text: str) -> Decimal | None:
    """A number with its decimals; None where nothing was typed."""
    if not text.strip():
        return None
    try:
        value = decimal_of(text)
    except DeskError as error:
        raise FieldError(field, f"{label}“{text}”不是数。请只写数字，例如 5 或 -2.5。") from error
    if abs(value) > _MOST:
        raise FieldError(field, f"{label}“{text}”太大。请核对。")
    return value


def whole(field: str, label: str, text: str) -> int | None:
    """A whole number from 0; None where nothing was typed."""
    value = number(field, label, text)
    if value is None:
        return None
    if value != value.to_integral_value() or value < 0:
        raise FieldError(field, f"{label}“{text}”不是整数。请写 0 以上的整数。")
    return int(value)


def names(text: str) -> tuple[str, ...]:
    """Names joined by 、 or blanks."""
    return tuple(dict.fromkeys(one for one in _BETWEEN.split(text) if one))


def moment(field: str, label: str, text: str) -> datetime | None:
    """A moment by the office clock, typed as 2026-07-06 14:30; None where nothing was typed."""
    plain = " ".join(text.replace("：", ":").split())
    if not plain:
        return None
    for form in _MOMENT:
        try:
            return datetime.strptime(plain, form).replace(tzinfo=OFFICE_CLOCK)
        except ValueError:
            continue
    raise FieldError(field, f"{label}“{text}”认不出来。请写成 2026-07-06 14:30 的样子。")


def moment_text(value: datetime | None) -> str:
    """A moment as it is typed."""
    return f"{value.astimezone(OFFICE_CLOCK):%Y-%m-%d %H:%M}" if value else ""


def number_text(value: Decimal | int | None) -> str:
    """A number as it is typed."""
    return "" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)
