"""The same days scored twice: by the books, and by what is tried."""

from dataclasses import dataclass
from decimal import Decimal

from desk.scoring.figures import printed
from desk.scoring.results import ScoreTable, UnitScore
from desk.units import Unit

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class TrialRow:
    """A unit as it is and as it would be; None where it is not listed in one of them."""

    unit: Unit
    group: str
    now: UnitScore | None
    then: UnitScore | None

    @property
    def gained(self) -> Decimal:
        """How many points it would have more, below zero for fewer."""
        before = self.now.points if self.now else _NOTHING
        return (self.then.points if self.then else _NOTHING) - before

    @property
    def risen(self) -> int:
        """How many places it would rise, below zero where it falls; 0 where it is not ranked."""
        before, after = (one.rank if one else 0 for one in (self.now, self.then))
        return before - after if before and after else 0

    @property
    def converted(self) -> Decimal | None:
        """How much its converted points would change; None where they are not on both sides."""
        before = self.now.converted if self.now else None
        after = self.then.converted if self.then else None
        return None if before is None or after is None else after - before


@dataclass(frozen=True, slots=True)
class Trial:
    """The same days by the books and by what was tried, unit by unit in the order of the books."""

    now: ScoreTable
    then: ScoreTable
    scheme: str  # what was tried, by name
    rows: tuple[TrialRow, ...]

    @property
    def summary(self) -> str:
        """Who gains, who rises and who falls, in a sentence."""
        gained = sum(row.gained > 0 for row in self.rows)
        lost = sum(row.gained < 0 for row in self.rows)
        rising = sum(row.risen > 0 for row in self.rows)
        falling = sum(row.risen < 0 for row in self.rows)
        if not any((gained, lost, rising, falling)):
            return f"{len(self.rows)} 个单位的得分、名次都和现在一样"
        total = sum((row.gained for row in self.rows), _NOTHING)
        sign = "增加" if total >= 0 else "减少"
        return (
            f"{len(self.rows)} 个单位里，得分增加的 {gained} 个、减少的 {lost} 个，"
            f"合计{sign} {printed(abs(total))} 分；"
            f"名次上升的 {rising} 个、下降的 {falling} 个"
        )


def side_by_side(now: ScoreTable, then: ScoreTable) -> tuple[TrialRow, ...]:
    """Every unit of either table, in the order of the first."""
    sides = (then, now)
    groups = {
        one.unit.id: group.group.name
        for table in sides
        for group in table.groups
        for one in group.units
    }
    before, after = ({one.unit.id: one for one in table.units} for table in (now, then))
    units = {one.unit.id: one.unit for table in (now, then) for one in table.units}
    return tuple(
        TrialRow(unit, groups[key], before.get(key), after.get(key)) for key, unit in units.items()
    )
