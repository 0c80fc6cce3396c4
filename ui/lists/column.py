"""A column of a list: what it shows of a row, how it sorts, how wide it is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """``sort`` gives a key to compare by (the text without one); ``width`` is pixels at 100 %."""

    key: str
    title: str
    text: Callable[[R], str]
    width: int = 100
    sort: Callable[[R], Any] | None = None
    right: bool = False
    colour: Callable[[R], str | None] | None = None
    tip: Callable[[R], str] | None = None
    bold: Callable[[R], bool] | None = None
    hidden: bool = False  # not shown until the clerk chooses it
    stretch: bool = False  # takes the room the others leave
    drawn: bool = False  # a picture on the screen, left out on paper
    on_paper: bool = False  # there even while hidden on the screen, where a picture says it
    name: str = ""  # where the title is only a sign: the column's word in menus and tables

    @property
    def word(self) -> str:
        """What the column is called where it has room."""
        return self.name or self.title

    def key_of(self, row: R) -> Any:  # noqa: ANN401 - whatever compares
        """What rows are compared by."""
        return self.sort(row) if self.sort else self.text(row)
