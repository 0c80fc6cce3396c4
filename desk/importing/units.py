"""Use case: take over the registry of units (单位名册), all of it or nothing."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from desk.auditing import By, note
from desk.importing import values
from desk.importing.outcome import Imported, Problems
from desk.importing.registry import plain
from desk.importing.tables import Header, Record, read_table
from desk.store import Store, Work
from desk.units import Unit, UnitGroup

HEADERS = (
    Header("全称", ("单位全称", "单位名称", "单位", "名称"), required=True),
    Header("简称", ("单位简称",)),
    Header("别名", ("曾用名", "其他名称", "又名")),
    Header("代码", ("单位代码", "编码")),
    Header("分组", ("组别", "类别", "单位分组", "所属分组", "单位类别")),
)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A unit as a row wants it; its group still by name."""

    row: int
    unit: Unit
    group: str


def import_units(store: Store, path: Path, *, who: str, now: datetime) -> Imported:
    """Add the units of a table with their groups, and change those known by full name.

    Cells left empty change nothing; new units need a group, and without a short name they go
    by the full one. Raises NotAllowedError with all wrong rows, NotReadableError for another
    table.
    """
    table = read_table(path, HEADERS)
    with store.begin() as work:
        problems = Problems(table.name)
        known = {plain(unit.name): unit for unit in work.registry.units()}
        wanted = _wanted(table.records, known, work.registry.groups(), problems)
        _check_names(wanted, known.values(), problems)
        problems.refuse_any()
        groups = _add_groups(work, [item.group for item in wanted])
        for item in wanted:
            home = groups[item.group].id if item.group else item.unit.group_id
            work.registry.save_unit(replace(item.unit, group_id=home))
        added = sum(not item.unit.id for item in wanted)
        text = f"新增 {added} 个单位，更新 {len(wanted) - added} 个单位"
        note(work, By(who, now), "导入单位", "units", f"“{table.name}”{text}")
    return Imported(len(wanted), (f"“{table.name}”导入完成，{text}。",))


def _wanted(
    records: Iterable[Record],
    known: dict[str, Unit],
    groups: Iterable[UnitGroup],
    problems: Problems,
) -> list[_Wanted]:
    names = {plain(group.name): group.name for group in groups}
    first: dict[str, int] = {}
    wanted = []
    for record in records:
        name = record["全称"]
        if not name:
            problems.add(record.number, "没有写全称")
            continue
        if plain(name) in first:
            problems.add(record.number, f"“{name}”与第{first[plain(name)]}行重复")
            continue
        first[plain(name)] = record.number
        held = known.get(plain(name))
        if not held and not record["分组"]:
            problems.add(record.number, f"新单位“{name}”没有写分组")
        group = names.setdefault(plain(record["分组"]), record["分组"])
        wanted.append(_Wanted(record.number, _unit(record, held), group))
    return wanted


def _unit(record: Record, held: Unit | None) -> Unit:
    old = held or Unit(record["全称"], record["全称"], 0)
    aliases = values.names(record["别名"]) or old.aliases
    short, code = record["简称"] or old.short, record["代码"] or old.code
    return replace(old, short=short, aliases=aliases, code=code)


def _check_names(wanted: Sequence[_Wanted], known: Collection[Unit], problems: Problems) -> None:
    """Refuse a name or code that two units would answer to: drafts and points would go astray."""
    ours = {plain(item.unit.name) for item in wanted}
    owners = {
        plain(name): unit.name
        for unit in known
        if plain(unit.name) not in ours
        for name in _all_names(unit)
    }
    codes = {unit.code.lower(): unit.name for unit in known if plain(unit.name) not in ours}
    for item in wanted:
        owner = codes.setdefault(item.unit.code.lower(), item.unit.name)
        if item.unit.code and owner != item.unit.name:
            problems.add(item.row, f"代码“{item.unit.code}”已经是“{owner}”的，两个单位分不清")
        for name in _all_names(item.unit):
            owner = owners.setdefault(plain(name), item.unit.name)
            if owner != item.unit.name:
                problems.add(item.row, f"“{name}”已经是“{owner}”的名称，同名会分不清")


def _all_names(unit: Unit) -> tuple[str, ...]:
    return tuple(dict.fromkeys((unit.name, unit.short, *unit.aliases)))


def _add_groups(work: Work, names: Iterable[str]) -> dict[str, UnitGroup]:
    """The groups by name; new ones follow the old in the order they come."""
    groups = {group.name: group for group in work.registry.groups()}
    position = max((group.position for group in groups.values()), default=0)
    for name in names:
        if name and name not in groups:
            position += 1
            groups[name] = work.registry.save_group(UnitGroup(name, position))
    return groups
