"""Frozen values as canonical JSON and back: the same value is the same bytes for ever.

A field at its default is left out, so that fields added later change no bytes of before.
"""

import json
import types
from collections.abc import Callable, Mapping
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
Reader = Callable[[Any], Any]


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
    return None if held is None else _reader(wanted)(held)


@cache
def _reader(wanted: Any) -> Reader:  # noqa: ANN401 - a type as annotated
    """How what JSON gives becomes a value of a type; made once for each, as there are thousands."""
    origin = get_origin(wanted)
    if origin in (Union, types.UnionType):
        return _one_of([one for one in get_args(wanted) if one is not type(None)])
    if origin is tuple:
        return _tuple(get_args(wanted))
    if is_dataclass(wanted):
        return _dataclass(wanted)
    return _scalar(wanted)


def _as_is(held: Any) -> Any:  # noqa: ANN401 - as ``value_from``
    return held


def _or_none(read: Reader) -> Reader:
    return read if read is _as_is else lambda held: None if held is None else read(held)


def _one_of(kinds: list[Any]) -> Reader:
    """The reader of one type, else one that chooses by the name that was written."""
    first = _reader(kinds[0])
    if len(kinds) == 1:
        return first

    def read(held: Any) -> Any:  # noqa: ANN401 - as ``value_from``
        if not isinstance(held, dict):
            return first(held)
        named = next(one for one in kinds if one.__name__ == held[_KIND])
        return _reader(named)(held)

    return read


def _tuple(parts: tuple[Any, ...]) -> Reader:
    if len(parts) > 1 and parts[1] is Ellipsis:
        every = _or_none(_reader(parts[0]))
        return lambda held: tuple(map(every, held))
    return lambda held: tuple(value_from(one, part) for one, part in zip(held, parts, strict=True))


def _dataclass(wanted: Any) -> Reader:  # noqa: ANN401 - a type as annotated
    readers = dict[str, Reader]()

    def read(held: Mapping[str, Any]) -> Any:  # noqa: ANN401 - as ``value_from``
        if not readers:  # not before: a type may hold itself
            hints = get_type_hints(wanted)
            names = (one.name for one in fields(wanted))
            readers.update((name, _or_none(_reader(hints[name]))) for name in names)
        return wanted(
            **{
                name: one if reader is _as_is else reader(one)  # a call less for most fields
                for name, one in held.items()
                if (reader := readers.get(name))
            }
        )

    return read


def _member(wanted: type[Enum]) -> Reader:
    """Look up first: an enum that is called takes several times as long."""
    members = {one.value: one for one in wanted}
    return lambda held: members.get(held) or wanted(held)


def _scalar(wanted: Any) -> Reader:  # noqa: ANN401 - a type as annotated
    if wanted in (date, datetime, time):
        parsed: Reader = wanted.fromisoformat
        return parsed
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return _member(wanted)
    if wanted in _TEXTS:
        made: Reader = wanted
        return made
    return _as_is
