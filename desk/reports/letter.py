"""A short letter to a unit, and its text to paste."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_INDENT = "　　"


class LineKind(StrEnum):
    """How a line stands in a letter."""

    PLAIN = "plain"
    HEADING = "heading"
    ITEM = "item"
    DETAIL = "detail"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph."""

    text: str
    kind: LineKind = LineKind.PLAIN


@dataclass(frozen=True, slots=True)
class Letter:
    """What the office writes to one unit; ``chat`` is a shorter text to paste, "" for none."""

    title: str
    to: str
    lines: tuple[Line, ...]
    office: str
    day: date
    chat: str = ""

    @property
    def text(self) -> str:
        """The letter as it is pasted into a message."""
        body = (f"{_INDENT}{line.text}" for line in self.lines)
        return "\n".join((self.title, f"{self.to}：", *body, self.office, self.dated))

    @property
    def kept(self) -> tuple[bool, ...]:
        """Which lines must not stand alone at the foot of a page: heads of what follows."""
        following = (*self.lines[1:], None)
        return tuple(
            line.kind is LineKind.HEADING
            or (
                line.kind is LineKind.ITEM
                and next_one is not None
                and next_one.kind is LineKind.DETAIL
            )
            for line, next_one in zip(self.lines, following, strict=True)
        )

    @property
    def dated(self) -> str:
        """The day as a letter has it."""
        return f"{self.day.year}年{self.day.month}月{self.day.day}日"
