"""Frozen values as canonical JSON and back: the same value is the same bytes for ever.

A field at its default is left out, so that fields added later change no bytes of before.
"""

import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from desk.scoring.clauses.clause import Clause
from desk.scoring.lines import LedgerLine, PeriodLine

_KIND = "is"  # names the class where the field alone doesn't say it
_TOLD = (LedgerLine, PeriodLine, Clause)
_TEXTS = (Decimal, Fraction)


def canonical(value: object) -> bytes:
    """JSON with sorted keys and no blanks, in UTF-8."""
    text = json.dumps(plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """A frozen value as JSON can hold it; numbers that are no integers as their digits."""
    if is_dataclass(value):
        return _plain_fields(value)
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(held) for key, held in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(one) for one in value]
    return _plain_scalar(value)


def _plain_scalar(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, _TEXTS):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    return value.isoformat() if isinstance(value, (datetime, date, time)) else value


def _plain_fields(value: object) -> dict[str, Any]:
    said = {
        one.name: plain(held)
        for one in fields(value)  # type: ignore[arg-type]  # asked of dataclasses only
        if (held := getattr(value, one.name)) != one.default
    }
    return {_KIND: type(value).__name__, **said} if isinstance(value, _TOLD) else said


def value_from(held: Any, wanted: Any) -> Any:  # noqa: ANN401 - as JSON gives it, as annotated
    """The value of an annotated type that ``plain`` wrote; unknown fields are left out."""
    origin = get_origin(wanted)
    if held is None or wanted is Any:
        return held
    if origin in (Union, types.UnionType):
        return value_from(held, _meant(held, get_args(wanted)))
    if origin is tuple:
        return _tuple(held, get_args(wanted))
    if is_dataclass(wanted):
        return _dataclass(held, wanted)
    return _scalar(held, wanted)


def _meant(held: Any, offered: tuple[Any, ...]) -> Any:  # noqa: ANN401 - as ``value_from``
    """Which of several types was written."""
    kinds = [one for one in offered if one is not type(None)]
    if len(kinds) > 1 and isinstance(held, dict):
        return next(one for one in kinds if one.__name__ == held[_KIND])
    return kinds[0]


def _tuple(held: list[Any], parts: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(parts) > 1 and parts[1] is Ellipsis:
        return tuple(value_from(one, parts[0]) for one in held)
    return tuple(value_from(one, part) for one, part in zip(held, parts, strict=True))


def _dataclass(held: Mapping[str, Any], wanted: Any) -> Any:  # noqa: ANN401 - as ``value_from``
    hints = _hints(wanted)
    known = {name: value_from(one, hints[name]) for name, one in held.items() if name in hints}
    return wanted(**known)


def _scalar(held: Any, wanted: Any) -> Any:  # noqa: ANN401 - as ``value_from``
    if wanted in (date, datetime, time):
        return wanted.fromisoformat(held)
    if wanted in _TEXTS or (isinstance(wanted, type) and issubclass(wanted, Enum)):
        return wanted(held)
    return held


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
