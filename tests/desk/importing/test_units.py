import pytest

from desk.errors import NotAllowedError
from desk.importing.units import import_units

HEAD = "全称,简称,别名,分组"


def registry(store):
    with store.read() as work:
        groups = {group.id: group.name for group in work.registry.groups()}
        return {unit.name: (unit, groups[unit.group_id]) for unit in work.registry.units()}


def test_units_come_in_with_short_names_aliases_and_groups(store, csv_file, by):
    path = csv_file(
        HEAD, "云岭县财政局,财政局,县财政局、云岭财政,县直部门", "河西镇人民政府,河西镇,,乡镇"
    )
    result = import_units(store, path, **by)
    assert result.messages == ("“表.csv”导入完成，新增 2 个单位，更新 0 个单位。",)
    unit, group = registry(store)["云岭县财政局"]
    assert (unit.short, unit.aliases, group) == ("财政局", ("县财政局", "云岭财政"), "县直部门")


def test_new_groups_stand_in_the_order_of_the_table(store, csv_file, by):
    import_units(store, csv_file(HEAD, "甲局,,,县直", "乙镇,,,乡镇", "丙局,,,县直"), **by)
    with store.read() as work:
        assert [group.name for group in work.registry.groups()] == ["县直", "乡镇"]


def test_a_known_unit_is_changed_and_empty_cells_change_nothing(office, csv_file, by):
    import_units(office, csv_file(HEAD, "云岭县财政局,县财政,,双管单位"), **by)
    unit, group = registry(office)["云岭县财政局"]
    assert (unit.short, unit.aliases, group) == ("县财政", ("县财政局",), "双管单位")
    assert len(registry(office)) == 2


def test_a_name_of_two_units_is_refused(office, csv_file, by):
    path = csv_file(HEAD, "云岭县发改局,发改局,县财政局,县直部门", "云岭县粮食局,发改局,,县直部门")
    with pytest.raises(NotAllowedError) as refused:
        import_units(office, path, **by)
    assert "第2行：“县财政局”已经是“云岭县财政局”的名称" in str(refused.value)
    assert "第3行：“发改局”已经是“云岭县发改局”的名称" in str(refused.value)
    assert len(registry(office)) == 2


def test_a_name_may_move_between_two_units_of_the_table(office, csv_file, by):
    import_units(
        office, csv_file(HEAD, "云岭县水利局,,水务、河长办,", "云岭县财政局,,县水利局,"), **by
    )
    assert registry(office)["云岭县财政局"][0].aliases == ("县水利局",)


def test_rows_without_name_or_group_and_doubled_rows_are_listed(store, csv_file, by):
    path = csv_file(HEAD, ",甲,,县直", "甲局,,,县直", "甲局,,,县直", "乙局,,,")
    with pytest.raises(NotAllowedError) as refused:
        import_units(store, path, **by)
    assert str(refused.value).splitlines()[1:] == [
        "第2行：没有写全称",
        "第4行：“甲局”与第3行重复",
        "第5行：新单位“乙局”没有写分组",
    ]
    assert registry(store) == {}


def test_the_import_is_on_record(store, csv_file, by):
    import_units(store, csv_file(HEAD, "甲局,,,县直"), **by)
    with store.read() as work:
        (record, *_) = work.audit.records()
    assert (record.who, record.action) == ("小李", "导入单位")


def test_codes_come_in_and_one_code_names_one_unit(store, csv_file, by):
    import_units(store, csv_file("全称,代码,分组", "甲局,01,县直", "乙局,02,县直"), **by)
    assert registry(store)["乙局"][0].code == "02"
    with pytest.raises(NotAllowedError, match="第2行：代码“02”已经是“乙局”的"):
        import_units(store, csv_file("全称,代码,分组", "丙局,02,县直"), **by)
