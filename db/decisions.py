"""What is decided about a publication or an issue, as JSON that leaves out what is not decided."""

import json
from dataclasses import MISSING, fields
from datetime import date
from enum import StrEnum
from typing import Any

from db.bodies import dump, from_json, to_json
from desk.body import Body
from desk.issues import Matter
from desk.publications import Recipient, Rhythm, Schedule, Signature, Way

_BODIES = ("note", "instruction")


def plain_json(value: object) -> str:
    """A flat dataclass as JSON, or a tuple of them."""
    return dump([_told(one) for one in value] if isinstance(value, tuple) else _told(value))


def schedule_from(text: str) -> Schedule:
    """The schedule of ``plain_json``."""
    data = json.loads(text)
    since = data.get("since")
    return Schedule(
        Rhythm(data.get("rhythm", Rhythm.NONE)),
        tuple(data.get("days", ())),
        date.fromisoformat(since) if since else None,
    )


def recipients_from(text: str) -> tuple[Recipient, ...]:
    """The recipients of ``plain_json``."""
    return _recipients(json.loads(text))


def matter_json(matter: Matter) -> str:
    """What an issue prints around its items."""
    data = _told(matter)
    for name in _BODIES:
        if name in data:
            data[name] = to_json(getattr(matter, name))
    return dump(data)


def matter_from(text: str) -> Matter:
    """The matter of ``matter_json``."""
    data: dict[str, Any] = json.loads(text)
    bodies: dict[str, Any] = {name: from_json(data.pop(name)) for name in _BODIES if name in data}
    recipients, send_to = data.pop("recipients", None), data.pop("send_to", None)
    return Matter(
        headings=tuple((place, heading) for place, heading in data.pop("headings", ())),
        signature=Signature(**data.pop("signature", {})),
        recipients=None if recipients is None else _recipients(recipients),
        send_to=None if send_to is None else tuple(send_to),
        **bodies,
        **data,
    )


def _recipients(data: list[dict[str, Any]]) -> tuple[Recipient, ...]:
    return tuple(Recipient(**{**one, "way": Way(one["way"])}) for one in data)


def _told(value: object) -> dict[str, Any]:
    """The fields that are not empty, or not their defaults."""
    pairs = ((one, getattr(value, one.name)) for one in fields(value))  # type: ignore[arg-type]  # a dataclass
    return {
        one.name: _plain(found)
        for one, found in pairs
        if found != (one.default if one.default_factory is MISSING else one.default_factory())
    }


def _plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON can hold
    if isinstance(value, Body):
        return ""
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Recipient | Signature):
        return _told(value)
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value
