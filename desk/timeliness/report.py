"""Use case: the timeliness of some days, all its tables at once."""

from dataclasses import dataclass
from datetime import date, datetime

from desk.clocks import Limits
from desk.drafts import Kind
from desk.office_clock import day_of
from desk.office_hours import WorkMeter
from desk.store import Work
from desk.timeliness.figures import FigureTable
from desk.timeliness.passage import Passage
from desk.timeliness.promises import Promise, promises
from desk.timeliness.steps import Taken, person_table, step_table, takings
from desk.timeliness.units import kind_table, unit_table
from desk.timing import limits
from desk.units import Unit

NAMES = ("各单位", "各类型", "本室各环节", "审签人")


@dataclass(frozen=True, slots=True)
class Timeliness:
    """What was read of some days; ``tables`` are made of it."""

    units: tuple[Unit, ...]
    passages: tuple[Passage, ...]
    promises: tuple[Promise, ...]
    taken: tuple[Taken, ...]
    limits: Limits

    def tables(self, days: str, kind: Kind | None = None) -> tuple[FigureTable, ...]:
        """The tables in the order of ``NAMES``; the units' of one kind where it is given."""
        some = [one for one in self.passages if kind is None or one.kind is kind]
        of_kind = f"{kind}信息" if kind else ""
        return (
            unit_table(f"{days}各单位{of_kind}报送时效", self.units, some, self.promises),
            kind_table(f"{days}各类信息报送时效", self.passages, self.limits),
            step_table(f"{days}本室各环节用时", self.taken),
            person_table(f"{days}审签用时", self.taken),
        )


def timeliness(work: Work, first: date, last: date, now: datetime) -> Timeliness:
    """Read the timeliness of the drafts that came, and of what was owed, on some days."""
    passages = work.passages.came(first, last)
    found = limits(work)
    meter = WorkMeter(first, max(last, day_of(now)), found.specials)
    return Timeliness(
        tuple(work.registry.units()),
        tuple(passages),
        tuple(promises(work, first, last, now)),
        tuple(takings(passages, meter.between)),
        found,
    )
