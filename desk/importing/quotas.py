"""Use case: take over the yearly quotas (目标任务), all of them or none."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from desk.auditing import By, note
from desk.errors import FieldError, NotFoundError
from desk.importing import values
from desk.importing.outcome import Imported, Problems
from desk.importing.registry import UnitNames, plain
from desk.importing.tables import Header, Record, Table, read_table
from desk.quota_words import changes_of, subs_of
from desk.store import Store, Work
from desk.units import Quota, QuotaChange, Unit

T = TypeVar("T")
HEADERS = (
    Header("年度", ("年份", "年"), required=True),
    Header("单位", ("单位名称", "单位全称", "全称")),
    Header("分组", ("组别", "类别", "单位分组")),
    Header("目标分", ("目标分值", "任务分", "目标得分", "分值任务"), required=True),
    Header("目标条数", ("任务条数", "采用条数任务", "条数")),
    Header("子项", ("其中", "分项目标")),
    Header("人数", ("单位人数", "编制人数")),
    Header("免考核", ("免考核理由", "免考核的理由")),
    Header("年中调整", ("调整",)),
)


def import_quotas(store: Store, path: Path, *, who: str, now: datetime) -> Imported:
    """Set the quotas of a table; a row without a unit sets those of its whole group.

    A unit's own row goes before its group's. Raises NotAllowedError with all wrong rows,
    NotReadableError for another table.
    """
    table = read_table(path, HEADERS)
    with store.begin() as work:
        quotas = _quotas(table, work)
        for quota in quotas:
            work.registry.save_quota(quota)
        years = "、".join(str(year) for year in sorted({quota.year for quota in quotas}))
        text = f"下达 {years} 年度目标 {len(quotas)} 个单位次"
        note(work, By(who, now), "导入目标", "quotas", f"“{table.name}”{text}")
    return Imported(len(table.records), (f"“{table.name}”导入完成，{text}。",))


def read_quotas(store: Store, path: Path) -> tuple[Quota, ...]:
    """The quotas of a table without setting them. Raises as ``import_quotas`` does."""
    table = read_table(path, HEADERS)
    with store.read() as work:
        return tuple(_quotas(table, work))


def _quotas(table: Table, work: Work) -> list[Quota]:
    problems = Problems(table.name)
    units = work.registry.units()
    members = _members(units, {group.id: group.name for group in work.registry.groups()})
    names = UnitNames(units)
    by_group: dict[tuple[int, int], Quota] = {}
    by_unit: dict[tuple[int, int], Quota] = {}
    for record in table.records:
        targets = by_unit if record["单位"] else by_group
        for quota in _row(record, names, members, problems):
            key = (quota.year, quota.unit_id)
            if key in targets:
                who = record["单位"] or record["分组"]
                problems.add(record.number, f"“{who}”的 {quota.year} 年度目标写了两次")
                break
            targets[key] = quota
    problems.refuse_any()
    return list((by_group | by_unit).values())


def _row(
    record: Record, names: UnitNames, members: Mapping[str, Sequence[Unit]], problems: Problems
) -> list[Quota]:
    """The quotas of a row; none where something in it is wrong."""
    before = len(problems.found)
    year = _year(record, problems)
    points, items = _targets(record, problems)
    subs, changes = _lines(record, "子项", subs_of, problems), _changes(record, problems)
    staff = _staff(record, problems)
    units = _units(record, names, members, problems)
    if len(problems.found) > before:
        return []
    exempt = record["免考核"]
    return [Quota(year, unit.id, points, items, subs, staff, exempt, changes) for unit in units]


def _year(record: Record, problems: Problems) -> int:
    year = values.year(record["年度"])
    if year is None:
        problems.add(record.number, f"年度“{record['年度']}”认不出来，应写成 2026")
    return year or 0


def _targets(record: Record, problems: Problems) -> tuple[Decimal, int]:
    points, items = values.points(record["目标分"]), values.count(record["目标条数"])
    if record["目标分"] and points is None:
        problems.add(record.number, f"目标分“{record['目标分']}”不是数")
    if record["目标条数"] and items is None:
        problems.add(record.number, f"目标条数“{record['目标条数']}”不是整数")
    others = ("目标条数", "子项", "人数", "免考核")
    if not record["目标分"] and not any(record[one] for one in others):
        problems.add(record.number, "没有写目标分")
    return points or Decimal(0), items or 0


def _lines(
    record: Record, header: str, read: Callable[[str], tuple[T, ...]], problems: Problems
) -> tuple[T, ...]:
    """What a cell lists, joined by ； or on lines of their own: 参阅类 2条；省级 8分."""
    try:
        return read(record[header].replace("；", "\n").replace(";", "\n"))
    except FieldError as error:
        problems.add(record.number, str(error))
        return ()


def _changes(record: Record, problems: Problems) -> tuple[QuotaChange, ...]:
    return _lines(record, "年中调整", changes_of, problems)


def _staff(record: Record, problems: Problems) -> int:
    text = record["人数"].removesuffix("人")
    found = values.count(text) if text else 0
    if found is None:
        problems.add(record.number, f"人数“{record['人数']}”不是整数")
    return found or 0


def _units(
    record: Record, names: UnitNames, members: Mapping[str, Sequence[Unit]], problems: Problems
) -> Sequence[Unit]:
    group = members.get(plain(record["分组"]))
    if record["分组"] and group is None:
        problems.add(record.number, f"分组“{record['分组']}”没有登记")
    if not record["单位"]:
        if not record["分组"]:
            problems.add(record.number, "没有写单位，也没有写分组")
        return [unit for unit in group or () if unit.active]
    try:
        unit = names.find(record["单位"])
    except NotFoundError as error:
        problems.add(record.number, str(error))
        return ()
    if group is not None and unit not in group:
        problems.add(record.number, f"“{unit.name}”不在分组“{record['分组']}”里")
    return (unit,)


def _members(units: Iterable[Unit], groups: Mapping[int, str]) -> dict[str, list[Unit]]:
    members: dict[str, list[Unit]] = {plain(name): [] for name in groups.values()}
    for unit in units:
        members[plain(groups[unit.group_id])].append(unit)
    return members
