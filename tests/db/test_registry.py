"""Units, groups and quotas."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desk.errors import DeskError, NotAllowedError, NotFoundError
from desk.facts import Fact, FactKind
from desk.units import (
    Quota,
    QuotaChange,
    SubQuota,
    Unit,
    UnitChange,
    UnitGroup,
    UnitStep,
    UpperTask,
)


def test_groups_come_by_position(work):
    late = work.registry.save_group(UnitGroup("乡镇", 9))
    early = work.registry.save_group(UnitGroup("县委部门", 0))
    assert [group.id for group in work.registry.groups()][::2] == [early.id, late.id]
    work.registry.save_group(replace(late, position=-1))
    assert work.registry.groups()[0].name == "乡镇"


def test_units_come_by_group_and_pinyin(work, unit):
    other = work.registry.save_group(UnitGroup("乡镇", 0))
    for name, group in (("中山镇", other.id), ("安平镇", other.id), ("财政局", unit.group_id)):
        work.registry.save_unit(Unit(name, name, group))
    names = [found.name for found in work.registry.units()]
    assert names == ["安平镇", "中山镇", "财政局", "云岭县民政局"]


def test_a_unit_comes_back_as_it_was_saved(work, unit):
    changed = replace(unit, aliases=("民政", "县民政局"), active=False)
    assert work.registry.save_unit(changed) == changed
    assert work.registry.units() == [changed]


def test_two_units_or_groups_cannot_share_a_name(work, unit):
    with pytest.raises(NotAllowedError, match="“云岭县民政局”已经有了"):
        work.registry.save_unit(replace(unit, id=0))
    with pytest.raises(NotAllowedError, match="“县直部门”已经有了"):
        work.registry.save_group(UnitGroup("县直部门"))
    assert work.registry.save_unit(unit) == unit


def test_a_group_with_units_stays(work, unit):
    with pytest.raises(NotAllowedError, match="还有“云岭县民政局”"):
        work.registry.delete_group(unit.group_id)
    work.registry.delete_unit(unit.id)
    work.registry.delete_group(unit.group_id)
    assert work.registry.groups() == []


def test_a_unit_with_drafts_stays(work, unit, draft_of):
    work.drafts.add(draft_of(unit_ids=(unit.id,)), "王五")
    with pytest.raises(NotAllowedError, match="已有稿件"):
        work.registry.delete_unit(unit.id)


def test_a_unit_with_points_stays(work, unit):
    fact = Fact(FactKind.SUBMISSION, date(2026, 1, 1), unit.id, "标题", "import:1")
    work.ledger.add([fact])
    with pytest.raises(NotAllowedError, match="已有得分台账"):
        work.registry.delete_unit(unit.id)


def test_a_deleted_number_is_never_given_again(work, unit):
    work.registry.delete_unit(unit.id)
    assert work.registry.save_unit(replace(unit, id=0)).id > unit.id


def test_a_quota_is_exact_and_set_again(work, unit):
    work.registry.save_quota(Quota(2026, unit.id, Decimal("12.10"), 3))
    work.registry.save_quota(Quota(2026, unit.id, Decimal("0.1"), 4))
    work.registry.save_quota(Quota(2025, unit.id, Decimal("1E+2")))
    assert work.registry.quotas(2026) == [Quota(2026, unit.id, Decimal("0.1"), 4)]
    assert work.registry.quotas(2025)[0].points == 100
    work.registry.delete_unit(unit.id)
    assert work.registry.quotas(2026) == []


def test_unknown_numbers_and_long_names_are_sentences(work, unit):
    for call in (work.registry.delete_unit, work.registry.delete_group):
        with pytest.raises(NotFoundError, match="找不到编号为 99"):
            call(99)
    with pytest.raises(NotFoundError):
        work.registry.save_unit(replace(unit, group_id=99))
    with pytest.raises(DeskError, match="“单位简称”有 41 个字，最多 40 个字"):
        work.registry.save_unit(replace(unit, short="长" * 41))


def test_a_quota_comes_back_with_all_that_was_decided_about_it(work, unit):
    changed = QuotaChange(
        date(2026, 7, 1), Decimal(30), 8, (SubQuota("参阅类", items=1),), "年中调整"
    )
    quota = Quota(
        2026, unit.id, Decimal(40), 10, (SubQuota("省级", Decimal(8)),), 12, "", (changed,)
    )
    work.registry.save_quota(quota)
    assert work.registry.quotas(2026) == [quota]
    assert quota.on(date(2026, 6, 30)).points == 40
    assert quota.on(date(2026, 7, 1)).points == 30


def test_the_history_of_units_comes_back_by_day(work, unit):
    renamed = UnitChange(date(2025, 3, 1), UnitStep.RENAMED, unit.id, former="县环境局")
    founded = UnitChange(date(2024, 1, 1), UnitStep.FOUNDED, unit.id)
    saved = [work.registry.save_unit_change(one) for one in (renamed, founded)]
    assert work.registry.unit_changes() == saved[::-1]
    work.registry.delete_unit_change(saved[0].id)
    assert work.registry.unit_changes() == saved[1:]


def test_what_an_upper_level_asks_is_set_and_taken_away(work):
    work.registry.save_upper_task(UpperTask(2026, "市级", Decimal(160), 50))
    work.registry.save_upper_task(UpperTask(2026, "市级", Decimal(170), 50))
    assert work.registry.upper_tasks(2026) == [UpperTask(2026, "市级", Decimal(170), 50)]
    work.registry.delete_upper_task(2026, "市级")
    assert work.registry.upper_tasks(2026) == []


def test_units_read_before_a_change_are_read_anew_after_it(store):
    with store.begin() as work:
        before = work.registry.units()
        group = work.registry.groups()[0].id if work.registry.groups() else None
        group = group or work.registry.save_group(UnitGroup("新分组", 9)).id
        kept = work.registry.save_unit(Unit("云岭县新设单位", "新设单位", group))
        assert work.registry.units() != before
        work.registry.delete_unit(kept.id)
        assert work.registry.units() == before
