"""Where rows and headings stand in a list divided into parts, some of them folded away."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a list under its heading; ``name`` is its own in the list."""

    name: str
    heading: str
    count: int


class Divisions:
    """Rows count what is listed, headings too; members are numbered whether folded or not."""

    def __init__(self, parts: Sequence[Part], folded: Collection[str] = ()) -> None:
        self.parts = tuple(part for part in parts if part.count)
        self.folded = {part.name for part in self.parts if part.name in folded}
        self._firsts = [0, *accumulate(part.count for part in self.parts)]
        self._place()

    def _place(self) -> None:
        sizes = (1 if self.is_folded(part) else 1 + part.count for part in self.parts)
        self._tops = [0, *accumulate(sizes)]

    @property
    def rows(self) -> int:
        """How many rows are listed."""
        return self._tops[-1]

    def is_folded(self, part: Part) -> bool:
        """Whether only the heading of a part is listed."""
        return part.name in self.folded

    def place_at(self, row: int) -> int:
        """The place, among the parts, of the one a row stands in."""
        return bisect_right(self._tops, row) - 1

    def heading_at(self, row: int) -> Part | None:
        """The part whose heading a row is."""
        place = self.place_at(row)
        inside = 0 <= place < len(self.parts)
        return self.parts[place] if inside and self._tops[place] == row else None

    def top(self, place: int) -> int:
        """The row of a part's heading."""
        return self._tops[place]

    def member_at(self, row: int) -> int:
        """The member in a row that is no heading."""
        place = self.place_at(row)
        return self._firsts[place] + row - self._tops[place] - 1

    def place_of(self, member: int) -> int:
        """The place, among the parts, of the one that holds a member."""
        return bisect_right(self._firsts, member) - 1

    def row_of(self, member: int) -> int:
        """The row of a member; -1 where it is folded away."""
        place = self.place_of(member)
        if self.is_folded(self.parts[place]):
            return -1
        return self._tops[place] + 1 + member - self._firsts[place]

    def fold(self, names: Collection[str], *, on: bool) -> None:
        """Fold some parts away or open them."""
        self.folded = self.folded | set(names) if on else self.folded - set(names)
        self._place()
