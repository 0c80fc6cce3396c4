"""Use cases: units renamed, merged, founded, closed (机构沿革); the past goes with them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from desk.auditing import By, note
from desk.errors import FieldError, NotFoundError
from desk.registering import keep_unit
from desk.store import Store, Work
from desk.units import Unit, UnitChange, UnitStep

_NAME, _SHORT = 80, 28  # characters kept of the names of a merged unit


@dataclass(frozen=True, slots=True)
class Reorganised:
    """What a step did: the changes recorded, and the units as they were before it."""

    changes: tuple[UnitChange, ...]
    before: tuple[Unit, ...]


def rename(store: Store, unit_id: int, name: str, short: str, day: date, *, by: By) -> Reorganised:
    """Give a unit a new name from a day on; it still answers to the old ones. Raises FieldError."""
    with store.begin() as work:
        unit = _unit(work, unit_id)
        if name.strip() == unit.name:
            raise FieldError("name", "新名称和现在的一样。请填写新的全称。")
        aliases = (*unit.aliases, unit.name, unit.short)
        kept = [one for one in aliases if one not in (name.strip(), short.strip())]
        keep_unit(work, replace(unit, name=name, short=short, aliases=tuple(kept)), by=by)
        change = UnitChange(day, UnitStep.RENAMED, unit_id, former=unit.name)
        return _recorded(work, [change], [unit], f"{unit.name} → {name.strip()}", by)


def merge(store: Store, unit_ids: Sequence[int], into_id: int, day: date, *, by: By) -> Reorganised:
    """Let units go on as another from a day on.

    They are put out of use, their names become names of the other, so that what they still sign
    is registered there, and last year's figures are compared with theirs. Raises FieldError.
    """
    if into_id in unit_ids:
        raise FieldError("into_id", "单位不能并入自己。请另选一个单位。")
    with store.begin() as work:
        target = _unit(work, into_id)
        gone = [_unit(work, unit_id) for unit_id in unit_ids]
        for unit in gone:
            keep_unit(work, _closed(unit, target, day), by=by)
        names = [name for unit in gone for name in (unit.name, unit.short, *unit.aliases)]
        keep_unit(work, replace(target, aliases=(*target.aliases, *names)), by=by)
        changes = [
            UnitChange(day, UnitStep.MERGED, unit.id, former=unit.name, into_id=into_id)
            for unit in gone
        ]
        told = f"{'、'.join(unit.name for unit in gone)} 并入 {target.name}"
        return _recorded(work, changes, [*gone, target], told, by)


def _closed(unit: Unit, target: Unit, day: date) -> Unit:
    """A merged unit out of use, its names free for the other; cut to what a name may hold."""
    name = f"{unit.name[:_NAME]}（{day.year}年并入{target.short[:_SHORT]}）"
    short = f"{unit.short[:_SHORT]}（{day.year}年并入）"
    return replace(unit, name=name, short=short, aliases=(), active=False, code="")


def close(store: Store, unit_id: int, day: date, *, by: By) -> Reorganised:
    """Put a unit out of use for ever; what it sent stays."""
    with store.begin() as work:
        unit = _unit(work, unit_id)
        keep_unit(work, replace(unit, active=False), by=by)
        change = UnitChange(day, UnitStep.CLOSED, unit_id, former=unit.name)
        return _recorded(work, [change], [unit], unit.name, by)


def found(store: Store, unit: Unit, day: date, *, by: By) -> Reorganised:
    """Register a unit that is new from a day on; the last of ``before`` is what it became."""
    with store.begin() as work:
        saved = keep_unit(work, replace(unit, id=0), by=by)
        change = UnitChange(day, UnitStep.FOUNDED, saved.id)
        return _recorded(work, [change], [replace(saved, active=False)], saved.name, by)


def take_back(store: Store, done: Reorganised, *, by: By) -> None:
    """Make the units what they were before a step, and forget its record."""
    with store.begin() as work:
        for change in done.changes:
            work.registry.delete_unit_change(change.id)
        # The successor first: the merged units' names must be free again.
        for unit in reversed(done.before):
            keep_unit(work, unit, by=by)
            note(work, by, "撤回机构调整", f"unit:{unit.id}", unit.name)


def history(store: Store, unit_id: int) -> list[UnitChange]:
    """What became of a unit, and what was merged into it, by day."""
    with store.read() as work:
        changes = work.registry.unit_changes()
    return [one for one in changes if unit_id in (one.unit_id, one.into_id)]


def _unit(work: Work, unit_id: int) -> Unit:
    found = next((one for one in work.registry.units() if one.id == unit_id), None)
    if found is None:
        raise NotFoundError("这个单位已经不在名册里了。请刷新后再试。")
    return found


def _recorded(
    work: Work, changes: Sequence[UnitChange], before: Sequence[Unit], told: str, by: By
) -> Reorganised:
    saved = tuple(work.registry.save_unit_change(one) for one in changes)
    for one in saved:
        note(work, by, f"单位{one.step}", f"unit:{one.unit_id}", f"{one.day:%Y-%m-%d}　{told}")
    return Reorganised(saved, tuple(before))
