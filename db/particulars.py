"""The particulars of facts as JSON that leaves out what nobody said, and back."""

import json
from dataclasses import MISSING, fields
from datetime import datetime
from decimal import Decimal
from typing import Any

from db.bodies import dump
from desk.facts import NO_PARTICULARS, Particulars

_NOTHING = "{}"
_TUPLES = frozenset({"attachments", "tags", "people"})
_DECIMALS = frozenset({"late", "value", "external"})
_MOMENTS = frozenset({"started", "ended"})
_DEFAULTS = tuple(
    (one.name, one.default) for one in fields(Particulars) if one.default is not MISSING
)


def particulars_json(held: Particulars) -> str:
    """What was said, by the names of the fields; "{}" where nothing was."""
    if held == NO_PARTICULARS:
        return _NOTHING
    said = ((name, getattr(held, name), default) for name, default in _DEFAULTS)
    return dump({name: _plain(value) for name, value, default in said if value != default})


def particulars_from(text: str) -> Particulars:
    """The particulars of ``particulars_json``."""
    if text == _NOTHING:
        return NO_PARTICULARS
    return Particulars(**{name: _value(name, held) for name, held in json.loads(text).items()})


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def _value(name: str, held: Any) -> Any:  # noqa: ANN401 - as JSON gives it
    if name in _TUPLES:
        return tuple(held)
    if name in _DECIMALS:
        return Decimal(held)
    return datetime.fromisoformat(held) if name in _MOMENTS else held
