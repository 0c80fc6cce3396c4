"""How a clause's field is called and explained: in the window, in TOML and in the manual."""

from dataclasses import MISSING, Field, dataclass, field, fields
from typing import Any

_LABEL, _HELP, _EXAMPLE = "label", "help", "example"


@dataclass(frozen=True, slots=True)
class Told:
    """A field in the office's words; ``example`` is a value as it stands in a TOML file."""

    attribute: str
    label: str
    help: str
    example: str
    default: Any
    required: bool


def told(label: str, explained: str, default: Any = MISSING, example: str = "") -> Any:  # noqa: ANN401 - as dataclasses.field
    """A field with its name and explanation; without a default it must be given."""
    about = {_LABEL: label, _HELP: explained, _EXAMPLE: example}
    return field(metadata=about) if default is MISSING else field(default=default, metadata=about)


def fields_of(kind: type[Any]) -> tuple[Told, ...]:
    """The fields of a clause in the order of its form and its table."""
    return tuple(_told(one) for one in fields(kind) if _LABEL in one.metadata)


def _told(one: Field[Any]) -> Told:
    about = one.metadata
    required = one.default is MISSING
    default = None if required else one.default
    return Told(one.name, about[_LABEL], about[_HELP], about[_EXAMPLE], default, required)
