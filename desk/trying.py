"""Use case: another scheme or other quotas beside the office's own (试算), the books untouched."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from desk.assessing import basis_of, check_days, facts_of
from desk.errors import NotAllowedError
from desk.jobs import Job, Progress, finish
from desk.publications import Publication
from desk.scheme_planning import planned
from desk.scoring.basis import Basis
from desk.scoring.results import ScoreTable, UnitScore
from desk.scoring.scheme import Purpose, Scheme
from desk.scoring.scheme_coding import scheme_of
from desk.scoring.scheme_file import read_file
from desk.scoring.totals import score
from desk.store import Store
from desk.units import Quota, Unit

_STEPS = 4
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
            f"合计{sign} {abs(total).normalize():f} 分；"
            f"名次上升的 {rising} 个、下降的 {falling} 个"
        )


@dataclass(frozen=True, slots=True)
class Tried:
    """A scheme to try; ``publications`` are those it is written for, where not the registered."""

    scheme: Scheme
    publications: tuple[Publication, ...] = ()


def tried_from_file(store: Store, path: Path) -> Tried:
    """The scheme of a TOML file with the publications it brings; nothing is registered.

    Raises DeskError, SchemeFormatError with all that is wrong.
    """
    file = read_file(path)
    with store.read() as work:
        publications = planned(work.catalogue.publications(), file.carriers)
    return Tried(scheme_of(file, publications), tuple(publications))


def try_out(
    store: Store,
    tried: Scheme | Tried | None,
    quotas: Sequence[Quota] | None,
    first: date,
    last: date,
    today: date,
) -> Trial:
    """Score some days by a scheme as if it had always held, with these quotas.

    None leaves the office's own. Raises NotAllowedError for swapped days and for a scheme that
    reckons fees.
    """
    return finish(trying(store, tried, quotas, first, last, today))


def trying(
    store: Store,
    tried: Scheme | Tried | None,
    quotas: Sequence[Quota] | None,
    first: date,
    last: date,
    today: date,
) -> Job[Trial]:
    """``try_out`` as a job that can be cancelled."""
    check_days(first, last)
    wanted = Tried(tried) if isinstance(tried, Scheme) else tried
    _check(wanted)
    yield Progress(0, _STEPS, "试算：读台账")
    with store.read() as work:
        basis = basis_of(work, last.year, since=first.year)
        facts = facts_of(work, basis, first, last)
        changed = _changed(basis, wanted, quotas)
        yield Progress(1, _STEPS, "试算：读台账")
        needed = facts_of(work, changed, first, last) if wanted else facts
    yield Progress(2, _STEPS, "试算：按现在的办法")
    now = score(basis, facts, first, last, today=today)
    yield Progress(3, _STEPS, "试算：按要试的办法")
    then = score(changed, needed, first, last, today=today)
    name = wanted.scheme.name if wanted else "、".join(now.schemes)
    return Trial(now, then, name, _rows(now, then))


def _check(tried: Tried | None) -> None:
    if tried and tried.scheme.purpose is Purpose.FEES:
        raise NotAllowedError(
            f"“{tried.scheme.name}”是稿酬办法，算的是钱，不能和得分比。请选一个用途是计分的办法。"
        )


def _changed(basis: Basis, tried: Tried | None, quotas: Sequence[Quota] | None) -> Basis:
    if quotas is not None:
        basis = replace(basis, quotas=quotas)
    if tried is None:
        return basis
    always = replace(tried.scheme, valid_from=date.min)
    publications = tried.publications or basis.publications
    return replace(basis, schemes=(always,), publications=publications)


def _rows(now: ScoreTable, then: ScoreTable) -> tuple[TrialRow, ...]:
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
