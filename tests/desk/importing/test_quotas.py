from decimal import Decimal

import pytest

from desk.errors import NotAllowedError
from desk.importing.quotas import import_quotas

HEAD = "年度,单位,分组,目标分,目标条数"


def quotas(store, year=2026):
    with store.read() as work:
        names = {unit.id: unit.short for unit in work.registry.units()}
        return {
            names[item.unit_id]: (item.points, item.items) for item in work.registry.quotas(year)
        }


def test_a_unit_gets_its_quota(office, csv_file, by):
    import_quotas(office, csv_file(HEAD, "2026年度,县财政局,县直部门,60.5分,24条"), **by)
    assert quotas(office) == {"财政局": (Decimal("60.5"), 24)}


def test_a_row_of_a_group_counts_for_its_units_but_their_own_rows_go_before(office, csv_file, by):
    path = csv_file(HEAD, "2026,财政局,,80,", "2026,,县直部门,60,")
    result = import_quotas(office, path, **by)
    assert quotas(office) == {"财政局": (80, 0), "水利局": (60, 0)}
    assert result.messages == ("“表.csv”导入完成，下达 2026 年度目标 2 个单位次。",)


def test_a_new_quota_takes_the_place_of_the_old(office, csv_file, by):
    import_quotas(office, csv_file(HEAD, "2026,财政局,,80,"), **by)
    import_quotas(office, csv_file(HEAD, "2026,财政局,,70,"), **by)
    assert quotas(office) == {"财政局": (70, 0)}


def test_everything_wrong_is_listed_and_nothing_comes_in(office, csv_file, by):
    path = csv_file(
        HEAD,
        "2026,水利局,,60,",
        "明年,财政局,,60,",
        "2026,教育局,,60,",
        "2026,,乡镇,60,",
        "2026,财政局,,六十,一些",
        "2026,,,,",
        "2026,水利局,,61,",
    )
    with pytest.raises(NotAllowedError) as refused:
        import_quotas(office, path, **by)
    assert str(refused.value).splitlines()[1:] == [
        "第3行：年度“明年”认不出来，应写成 2026",
        "第4行：单位“教育局”没有登记",
        "第5行：分组“乡镇”没有登记",
        "第6行：目标分“六十”不是数",
        "第6行：目标条数“一些”不是整数",
        "第7行：没有写目标分",
        "第7行：没有写单位，也没有写分组",
        "第8行：“水利局”的 2026 年度目标写了两次",
    ]
    assert quotas(office) == {}


def test_a_unit_under_another_group_is_noticed(office, csv_file, by):
    import_units_row = csv_file(HEAD, "2026,财政局,县直部门,60,")
    assert import_quotas(office, import_units_row, **by).count == 1
    with office.begin() as work:
        group = work.registry.groups()[0]
        work.registry.save_group(type(group)("乡镇", 2))
    with pytest.raises(NotAllowedError, match="“云岭县财政局”不在分组“乡镇”里"):
        import_quotas(office, csv_file(HEAD, "2026,财政局,乡镇,60,"), **by)


def test_parts_people_changes_and_exemptions_come_in(office, csv_file, by):
    head = f"{HEAD},子项,人数,免考核,年中调整"
    rows = (
        "2026,财政局,,60,24,参阅类 2条；省级 8分,7,,2026-07-01 30分 8条 职能调整",
        "2026,水利局,,,,,,新设单位,",
    )
    import_quotas(office, csv_file(head, *rows), **by)
    with office.read() as work:
        held = {item.points: item for item in work.registry.quotas(2026)}
    full, exempt = held[Decimal(60)], held[Decimal(0)]
    assert [(one.name, one.points, one.items) for one in full.subs] == [
        ("参阅类", 0, 2),
        ("省级", 8, 0),
    ]
    assert (full.staff, full.changes[0].points, exempt.exempt) == (7, 30, "新设单位")


def test_a_part_that_cannot_be_read_is_told_with_its_row(office, csv_file, by):
    with pytest.raises(NotAllowedError, match="第2行：“参阅类”"):
        import_quotas(office, csv_file(f"{HEAD},子项", "2026,财政局,,60,,参阅类"), **by)
