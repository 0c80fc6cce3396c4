"""How some characters look, whatever file they come from."""

from dataclasses import dataclass
from typing import TypeVar

from desk.intake.document import Align

T = TypeVar("T")

_LOUDEST_REST = 0x60  # how much green and blue a colour may hold and still be red


@dataclass(frozen=True, slots=True)
class Look:
    """Facts of formatting; None means the file does not say here. ``outline`` counts from 1."""

    align: Align | None = None
    bold: bool | None = None
    size: float | None = None  # points
    outline: int | None = None
    hidden: bool | None = None
    red: bool | None = None
    list_id: str | None = None
    list_level: int | None = None

    def over(self, base: "Look") -> "Look":
        """This look, with what it leaves open taken from another."""
        if self is PLAIN or base is PLAIN:
            return base if self is PLAIN else self
        return Look(
            align=_first(self.align, base.align),
            bold=_first(self.bold, base.bold),
            size=_first(self.size, base.size),
            outline=_first(self.outline, base.outline),
            hidden=_first(self.hidden, base.hidden),
            red=_first(self.red, base.red),
            list_id=_first(self.list_id, base.list_id),
            list_level=_first(self.list_level, base.list_level),
        )


PLAIN = Look()


def _first(mine: T | None, other: T | None) -> T | None:
    return other if mine is None else mine


def is_red(red: int, green: int, blue: int) -> bool:
    """Whether a colour is the red of a red head."""
    return red > 2 * _LOUDEST_REST and max(green, blue) < _LOUDEST_REST
