"""One way to write a number, a day or a time."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """What would be written, and what that way is called."""

    text: str
    label: str
