"""A list of points (《信息报送要点》): what units are asked to write of in a month or quarter."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from typing_extensions import override

from desk.matters.matter import Matter


@dataclass(frozen=True, slots=True)
class PointLine:
    """One point under a heading; ``units`` are those it is meant for, () all who get the list."""

    text: str
    heading: str = ""
    tags: tuple[str, ...] = ()
    units: tuple[int, ...] = ()
    pool_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PointList(Matter):
    """The points of one period; ``period`` is 2026-12 or 2026Q4, ``due`` when units must answer.

    ``groups`` and ``units`` get it; where both are empty, all units do.
    """

    KIND: ClassVar[str] = "point-list"
    NOUN: ClassVar[str] = "要点"

    period: str
    lines: tuple[PointLine, ...] = ()
    groups: tuple[int, ...] = ()
    units: tuple[int, ...] = ()
    due: date | None = None
    issued: datetime | None = None

    @property
    @override
    def is_open(self) -> bool:
        """Whether it is still being written."""
        return self.issued is None

    @property
    @override
    def unit_ids(self) -> tuple[int, ...]:
        """The units named in it; a list for everybody is no matter of each unit's."""
        named = (one for line in self.lines for one in line.units)
        return tuple(dict.fromkeys((*self.units, *named)))

    @property
    @override
    def words(self) -> str:
        """What it can be found by."""
        return "\n".join(part for line in self.lines for part in (line.heading, line.text))

    @property
    def headings(self) -> tuple[str, ...]:
        """Its headings, in their order."""
        return tuple(dict.fromkeys(line.heading for line in self.lines))

    def under(self, heading: str) -> Iterator[tuple[int, PointLine]]:
        """The lines of a heading, each with its place in the list."""
        return ((at, line) for at, line in enumerate(self.lines) if line.heading == heading)
