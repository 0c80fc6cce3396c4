"""Use cases on the registry (资料): units, groups, quotas, publications and schemes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from desk import renaming
from desk.auditing import By, note
from desk.errors import FieldError, NotAllowedError
from desk.importing.registry import plain
from desk.publication_changes import changes_between
from desk.publication_rules import check, tidy
from desk.publications import Publication
from desk.scoring.figures import CENT, printed
from desk.scoring.scheme import PointRule, Scheme
from desk.scoring.schemes.changes import scheme_changes
from desk.store import Store, Work
from desk.units import Quota, Unit, UnitGroup

MOST_POINTS = Decimal(9999)
_YEARS = range(2000, 2100)


@dataclass(frozen=True, slots=True)
class DeletedUnit:
    """A unit that was removed, with the quotas that went with it."""

    unit: Unit
    quotas: tuple[Quota, ...]


def save_unit(store: Store, unit: Unit, *, by: By) -> Unit:
    """Add or change a unit; no two units may answer to one name. Raises FieldError."""
    with store.begin() as work:
        return keep_unit(work, unit, by=by)


def keep_unit(work: Work, unit: Unit, *, by: By) -> Unit:
    """Add or change a unit within a larger step, as ``save_unit`` does."""
    names = tuple(dict.fromkeys(name.strip() for name in unit.aliases if name.strip()))
    name, short = unit.name.strip(), unit.short.strip()
    tidy = replace(unit, name=name, short=short or name, aliases=names, code=unit.code.strip())
    if not name:
        raise FieldError("name", "单位全称不能为空。请填写公章上的全称。")
    if tidy.group_id not in {group.id for group in work.registry.groups()}:
        raise FieldError("group_id", "请选择分组。还没有分组的，先到“分组”里新增。")
    units = work.registry.units()
    _must_be_clear(tidy, units)
    _must_have_its_own_code(tidy, units)
    saved = work.registry.save_unit(tidy)
    former = next((one.name for one in units if one.id == tidy.id), tidy.name)
    renaming.unit(work, former, saved.name, by=by)
    what = "修改单位" if unit.id else "新增单位"
    note(work, by, what, f"unit:{saved.id}", "、".join((name, *names)))
    return saved


def _must_be_clear(unit: Unit, units: Iterable[Unit]) -> None:
    """Refuse a name that another unit has too: drafts and points would go astray."""
    owners = {
        plain(name): other
        for other in units
        if other.id != unit.id
        for name in (*other.aliases, other.short, other.name)
    }
    own = [("name", unit.name), ("short", unit.short)]
    for field, name in own + [("aliases", alias) for alias in unit.aliases]:
        owner = owners.get(plain(name))
        if owner and plain(owner.name) == plain(name):
            raise FieldError(field, f"“{name}”是另一个单位的全称。请换一个，或修改那个单位。")
        if owner:
            raise FieldError(
                field, f"“{name}”已经是“{owner.name}”的名称。请换一个，或先改那个单位的名称。"
            )


def _must_have_its_own_code(unit: Unit, units: Iterable[Unit]) -> None:
    """Refuse a code that another unit is found by."""
    same = (one for one in units if one.id != unit.id and one.code.lower() == unit.code.lower())
    owner = next(same, None) if unit.code else None
    if owner:
        raise FieldError("code", f"代码“{unit.code}”已经是“{owner.name}”的。请换一个，或者留空。")


def set_active(store: Store, unit_ids: Sequence[int], *, active: bool, by: By) -> None:
    """Take units out of use or back into it; what they sent stays."""
    with store.begin() as work:
        for unit in work.registry.units():
            if unit.id in unit_ids:
                work.registry.save_unit(replace(unit, active=active))
                note(work, by, "启用单位" if active else "停用单位", f"unit:{unit.id}", unit.name)


def delete_unit(store: Store, unit_id: int, *, by: By) -> DeletedUnit:
    """Remove a unit nothing names; raises NotAllowedError that says to put it out of use."""
    with store.begin() as work:
        unit = next((one for one in work.registry.units() if one.id == unit_id), None)
        quotas = [one for year in _YEARS for one in work.registry.quotas(year)]
        work.registry.delete_unit(unit_id)
        assert unit is not None  # noqa: S101 - delete_unit has refused an unknown one
        note(work, by, "删除单位", f"unit:{unit_id}", unit.name)
        return DeletedUnit(unit, tuple(one for one in quotas if one.unit_id == unit_id))


def restore_unit(store: Store, deleted: DeletedUnit, *, by: By) -> Unit:
    """Bring a removed unit back with its quotas, under a new number."""
    with store.begin() as work:
        unit = work.registry.save_unit(replace(deleted.unit, id=0))
        for quota in deleted.quotas:
            work.registry.save_quota(replace(quota, unit_id=unit.id))
        note(work, by, "恢复单位", f"unit:{unit.id}", unit.name)
        return unit


def save_group(store: Store, group: UnitGroup, *, by: By) -> UnitGroup:
    """Add (at the end) or rename a group. Raises FieldError."""
    name = group.name.strip()
    if not name:
        raise FieldError("name", "分组名称不能为空。请填写名称，例如“乡镇、街道”。")
    with store.begin() as work:
        groups = work.registry.groups()
        if any(plain(one.name) == plain(name) and one.id != group.id for one in groups):
            raise FieldError("name", f"分组“{name}”已经有了。请换一个名称。")
        last = max((one.position for one in groups), default=-1)
        position = group.position if group.id else last + 1
        saved = work.registry.save_group(replace(group, name=name, position=position))
        former = next((one.name for one in groups if one.id == group.id), name)
        renaming.group(work, former, name, by=by)
        note(work, by, "修改分组" if group.id else "新增分组", f"group:{saved.id}", name)
        return saved


def order_groups(store: Store, group_ids: Sequence[int], *, by: By) -> None:
    """Put the groups in this order."""
    with store.begin() as work:
        groups = {group.id: group for group in work.registry.groups()}
        for position, group_id in enumerate(group_ids):
            work.registry.save_group(replace(groups[group_id], position=position))
        names = "、".join(groups[group_id].name for group_id in group_ids)
        note(work, by, "调整分组顺序", "groups", names)


def delete_group(store: Store, group: UnitGroup, *, by: By) -> None:
    """Remove an empty group; raises NotAllowedError while units belong to it."""
    with store.begin() as work:
        work.registry.delete_group(group.id)
        note(work, by, "删除分组", f"group:{group.id}", group.name)


def restore_group(store: Store, group: UnitGroup, *, by: By) -> None:
    """Bring a removed group back in its place, under a new number."""
    with store.begin() as work:
        saved = work.registry.save_group(replace(group, id=0))
        note(work, by, "恢复分组", f"group:{saved.id}", group.name)


def save_quotas(
    store: Store, year: int, quotas: Mapping[int, Quota | None], *, by: By
) -> dict[int, Quota | None]:
    """Set the quotas of some units by id, None taking one away; returns those before."""
    for quota in (one for one in quotas.values() if one is not None):
        check_points("points", "目标分", quota.points)
        if quota.items < 0:
            raise FieldError("items", "目标条数不能小于 0。不考核条数的请填 0。")
        _check_details(quota)
    with store.begin() as work:
        before = {one.unit_id: one for one in work.registry.quotas(year)}
        names = {unit.id: unit.name for unit in work.registry.units()}
        for unit_id, wanted in quotas.items():
            if wanted is None:
                work.registry.delete_quota(year, unit_id)
            else:
                work.registry.save_quota(replace(wanted, year=year, unit_id=unit_id))
            change = f"{_told(before.get(unit_id))}→{_told(wanted)}"
            detail = f"{names.get(unit_id, '')}　{year} 年：{change}"
            note(work, by, "下达目标", f"unit:{unit_id}", detail)
        return {unit_id: before.get(unit_id) for unit_id in quotas}


def _check_details(quota: Quota) -> None:
    """Raise FieldError for a sub-quota without a name, or a change outside the year or reason."""
    for change in quota.changes:
        check_points("changes", "调整后的目标分", change.points)
        if not change.reason.strip():
            raise FieldError("changes", f"{change.since:%Y-%m-%d} 起的调整没有写理由。请写上。")
    days = [change.since for change in quota.changes]
    if len(set(days)) < len(days):
        raise FieldError("changes", "同一天有两次调整。请合成一次。")
    for one in quota.subs:
        check_points("subs", f"子项“{one.name}”的目标分", one.points)
    names = [one.name.strip() for one in quota.subs]
    if not all(names) or len(set(names)) < len(names):
        raise FieldError("subs", "每个子项要有名称，而且不能重复。例如“参阅类”。")


def _told(quota: Quota | None) -> str:
    if quota is None:
        return "未下达"
    parts = [f"{printed(quota.points)} 分、{quota.items} 条"]
    parts += [f"子项“{one.name}”{printed(one.points)} 分 {one.items} 条" for one in quota.subs]
    parts += [f"{quota.staff} 人"] if quota.staff else []
    parts += [f"免考核（{quota.exempt}）"] if quota.exempt else []
    parts += [
        f"{one.since:%Y-%m-%d} 起 {printed(one.points)} 分、{one.items} 条（{one.reason}）"
        for one in quota.changes
    ]
    return "，".join(parts)


def copy_quotas(store: Store, year: int, *, by: By) -> dict[int, Quota | None]:
    """Give units without a quota last year's; returns what to set to take it back."""
    with store.read() as work:
        present = {one.unit_id for one in work.registry.quotas(year)}
        active = {unit.id for unit in work.registry.units() if unit.active}
        former = work.registry.quotas(year - 1)
    missing = {one.unit_id: one for one in former if one.unit_id in active - present}
    if not missing:
        raise NotAllowedError(
            f"{year - 1} 年没有可以沿用的目标：没有下达过，或者 {year} 年都已填好。请直接填写。"
        )
    return save_quotas(store, year, missing, by=by)


def save_publication(store: Store, publication: Publication, *, by: By) -> Publication:
    """Add or change a publication and its sections, in the order given. Raises FieldError."""
    wanted = tidy(publication)
    check(wanted)
    with store.begin() as work:
        held = work.catalogue.publications()
        if any(one.id != wanted.id and plain(one.name) == plain(wanted.name) for one in held):
            raise FieldError("name", f"刊物“{wanted.name}”已经有了。请换一个名称。")
        try:
            saved = work.catalogue.save_publication(wanted)
        except NotAllowedError as error:
            raise FieldError("sections", str(error)) from error
        former = next((one for one in held if one.id == wanted.id), Publication("", ()))
        renaming.publication(work, former, saved, by=by)
        what = "修改刊物" if publication.id else "新增刊物"
        changes = "；".join(changes_between(former, saved))
        note(work, by, what, f"publication:{saved.id}", f"{saved.name}　{changes or '没有变化'}")
        return saved


def copy_of(publication: Publication) -> Publication:
    """A new publication like another: all but its name and what has happened to it."""
    return replace(
        publication,
        id=0,
        name="",
        sections=tuple(replace(section, id=0) for section in publication.sections),
        appearance=replace(publication.appearance, masthead=""),
        schedule=replace(publication.schedule, since=None),
        active=True,
    )


def save_scheme(store: Store, scheme: Scheme, *, by: By) -> Scheme:
    """Add or change a scheme. Raises FieldError, for a wrong figure with its place."""
    with store.begin() as work:
        return keep_scheme(work, scheme, by=by)


def keep_scheme(work: Work, scheme: Scheme, *, by: By, what: str = "") -> Scheme:
    """Check and save a scheme in a unit of work, recorded as ``what``. Raises FieldError."""
    tidy = replace(scheme, name=scheme.name.strip())
    if not tidy.name:
        raise FieldError("name", "计分办法要有名称，例如“2026年计分办法”。")
    schemes = work.catalogue.schemes()
    for other in schemes:
        same = (other.purpose, other.valid_from) == (tidy.purpose, tidy.valid_from)
        if same and other.id != tidy.id:
            raise FieldError(
                "valid_from",
                f"“{other.name}”也从 {tidy.valid_from:%Y-%m-%d} 起执行。请改用别的日期。",
            )
    former = next((one for one in schemes if one.id == tidy.id), None)
    changes = _checked_rules(work, former.rules if former else (), tidy.rules)
    changes += scheme_changes(former or Scheme(tidy.name, tidy.valid_from, ()), tidy)
    saved = work.catalogue.save_scheme(tidy)
    head = f"{saved.name}　{saved.valid_from:%Y-%m-%d} 起　{saved.joint}"
    what = what or ("修改计分办法" if scheme.id else "新增计分办法")
    note(work, by, what, f"scheme:{saved.id}", "；".join((head, *changes)))
    return saved


def _checked_rules(
    work: Work, former: Sequence[PointRule], rules: Sequence[PointRule]
) -> list[str]:
    """Check all figures; returns what changed, for the audit trail."""
    publications = {one.id: one for one in work.catalogue.publications()}
    places: dict[tuple[int, int | None], str] = {}
    for rule in (*former, *rules):
        publication = publications[rule.publication_id]
        section = publication.section(rule.section_id)
        place = f"《{publication.name}》" + (f"“{section.name}”" if section else "")
        places[rule.publication_id, rule.section_id] = place
    for rule in rules:
        place = places[rule.publication_id, rule.section_id]
        check_points("rules", f"{place}的分值", rule.points)
        if rule.composite is not None:
            check_points("rules", f"{place}的综合分值", rule.composite)
    before, after = _figures(former), _figures(rules)
    return [
        f"{places[key]}{before.get(key, '无')}→{after.get(key, '无')}"
        for key in places
        if before.get(key) != after.get(key)
    ]


def _figures(rules: Iterable[PointRule]) -> dict[tuple[int, int | None], str]:
    """Points by publication and section as printed, composite ones in brackets."""
    return {
        (rule.publication_id, rule.section_id): printed(rule.points)
        + (f"（综合 {printed(rule.composite)}）" if rule.composite is not None else "")
        for rule in rules
    }


def check_points(field: str, what: str, points: Decimal) -> None:
    """Raise FieldError unless points are from 0 up with at most two decimals."""
    if not 0 <= points <= MOST_POINTS:
        raise FieldError(field, f"{what} {printed(points)} 不对：要在 0 到 {MOST_POINTS} 之间。")
    if points != points.quantize(CENT):
        raise FieldError(field, f"{what} {printed(points)} 的小数太多。请最多写两位小数。")
