from datetime import date, datetime

import pytest

from desk.assessing import assess
from desk.errors import NotAllowedError, NotReadableError
from desk.facts import FactKind
from desk.importing.ledger import import_ledger
from desk.issues import Role

HEAD = "日期,单位,标题,刊物,栏目,方式,期号,批示,报送日期,备注"
YEAR = date(2026, 1, 1), date(2026, 12, 31)


def facts(store):
    with store.read() as work:
        return work.ledger.between(date(2000, 1, 1), date(2100, 1, 1))


def test_an_old_ledger_earns_its_points(office, csv_file, by):
    path = csv_file(
        HEAD,
        "2026-3-9,财政局,春耕资金到位,政务信息,信息,单条,3,,2026/3/2,",
        "2026年3月10日,云岭县财政局,防汛,《政务信息》,简讯,,,,,",
        "2026/3/11,县水利局,没有采用的一条,,,,,,,",
    )
    assert import_ledger(office, path, **by).count == 3
    first, second = assess(office, *YEAR).units
    assert (first.unit.short, first.points, first.submitted, first.adopted) == (
        "财政局", 4.5, 2, 2,
    )  # fmt: skip
    assert (second.points, second.submitted, second.adopted) == (0, 1, 0)
    assert first.lines[0].text == "《政务信息》第3期“信息”采用，单条 3 分"


def test_a_submission_counts_on_the_day_it_was_sent_in(office, csv_file, by):
    import_ledger(office, csv_file(HEAD, "2026-3-9,财政局,春耕,政务信息,信息,,,,2026-2-27,"), **by)
    days = {fact.kind: fact.day for fact in facts(office)}
    assert days == {
        FactKind.SUBMISSION: date(2026, 2, 27),
        FactKind.ADOPTION: date(2026, 3, 9),
    }


def test_units_of_one_row_share_a_joint_item(office, csv_file, by):
    import_ledger(
        office, csv_file(HEAD, "2026-3-9,财政局、水利局,春耕,政务信息,信息,联合,,,,"), **by
    )
    assert [item.points for item in assess(office, *YEAR).units] == [1.5, 1.5]


def test_units_of_a_composite_row_earn_the_composite_points(office, csv_file, by):
    import_ledger(
        office, csv_file(HEAD, "2026-3-9,财政局、水利局,春耕,政务信息,信息,综合,,,,"), **by
    )
    assert [item.points for item in assess(office, *YEAR).units] == [1, 1]


def test_several_units_without_a_word_on_how_are_joint(office, csv_file, by):
    import_ledger(office, csv_file("日期,单位,刊物", "2026-3-9,财政局、水利局,政务信息"), **by)
    assert {fact.role for fact in facts(office)} == {Role.JOINT}
    assert {fact.shares for fact in facts(office)} == {2}


def test_instructions_and_remarks_are_kept_as_a_note(office, csv_file, by):
    import_ledger(office, csv_file(HEAD, "2026-3-9,财政局,春耕,,,,,县长,,补录"), **by)
    assert facts(office)[0].note == "批示：县长；补录"


def test_everything_unknown_is_listed_by_row_and_nothing_comes_in(office, csv_file, by):
    path = csv_file(
        HEAD,
        "2026-3-9,财政局,好的一条,政务信息,信息,,,,,",
        "2026-3-9,县教育局,题,政务信息,信息,,,,,",
        "去年,财政局,题,政务信息,头条,,,,,",
        "2026-3-9,,题,内参,,插播,,,昨天,",
    )
    with pytest.raises(NotAllowedError) as refused:
        import_ledger(office, path, **by)
    assert str(refused.value).splitlines() == [
        "“表.csv”有 7 处问题，一行也没有导入。请改好后重新导入：",
        "第3行：单位“县教育局”没有登记",
        "第4行：日期“去年”认不出来",
        "第4行：《政务信息》没有栏目“头条”，它的栏目有：信息、简讯",
        "第5行：没有写单位",
        "第5行：报送日期“昨天”认不出来",
        "第5行：刊物“内参”没有登记",
        "第5行：方式“插播”认不出来，可以写：单条、单篇、综合、联合",
        "没有登记的单位：请先登记（units import），或写进对照文件的“单位对照”。",
        (
            "没有登记的刊物：请先导入写着它的办法（scheme import，[[刊物]]），"
            "或写进对照文件的“刊物对照”。"
        ),
    ]
    assert facts(office) == []


def test_a_misspelt_unit_is_answered_with_the_one_meant(office, csv_file, by):
    path = csv_file("日期,单位", "2026-3-9,财正局")
    with pytest.raises(NotAllowedError, match="单位“财正局”没有登记，是不是“财政局”？"):
        import_ledger(office, path, **by)


def test_only_the_first_twenty_problems_are_listed(office, csv_file, by):
    path = csv_file("日期,单位", *["2026-3-9,无名局"] * 25)
    with pytest.raises(NotAllowedError) as refused:
        import_ledger(office, path, **by)
    lines = str(refused.value).splitlines()
    assert len(lines) == 23
    assert lines[-2] == "……还有 5 处没有列出"


def test_the_same_file_is_not_booked_twice(office, csv_file, by):
    path = csv_file(HEAD, "2026-3-9,财政局,春耕,政务信息,信息,,,,,")
    import_ledger(office, path, **by)
    with pytest.raises(NotAllowedError, match="已经导入过"):
        import_ledger(office, path, **by)
    assert len(facts(office)) == 2


def test_rows_booked_from_another_file_are_not_booked_again(office, csv_file, by):
    row = "2026-3-9,财政局,春耕,政务信息,信息,,,,,"
    import_ledger(office, csv_file(HEAD, row), **by)
    with pytest.raises(NotAllowedError, match="第3行：“春耕”台账里已经有同样的一条"):
        import_ledger(office, csv_file(HEAD, "2026-4-9,财政局,夏种,,,,,,,", row), **by)
    assert len(facts(office)) == 2


def test_the_import_is_on_record(office, csv_file, by):
    import_ledger(office, csv_file("日期,单位", "2026-3-9,财政局"), **by)
    with office.read() as work:
        (record, *_) = work.audit.records()
    assert (record.who, record.action) == ("小李", "导入台账")
    assert record.detail == "“表.csv”共 1 行：报送 1 条次，采用 0 条次"


def test_the_offices_own_headers_are_mapped(office, csv_file, tmp_path, by):
    mapping = tmp_path / "对照.toml"
    mapping.write_text('"日期" = "登报日"\n"单位" = "谁报的"', encoding="utf-8")
    path = csv_file("登报日,谁报的", "2026-3-9,财政局")
    assert import_ledger(office, path, **by, mapping=mapping).count == 1


def test_a_mapping_of_unknown_headers_says_which_there_are(office, csv_file, tmp_path, by):
    mapping = tmp_path / "对照.toml"
    mapping.write_text('"天气" = "晴"', encoding="utf-8")
    with pytest.raises(NotReadableError, match=r"“天气”不能用.*“日期”“单位”"):
        import_ledger(office, csv_file("日期,单位", "2026-3-9,财政局"), **by, mapping=mapping)


def test_dates_and_numbers_of_excel_are_understood(office, xlsx_file, by):
    row = (datetime(2026, 3, 9, 8, 30), "财政局", "春耕", "政务信息", "信息", 3.0)  # noqa: DTZ001 - as in Excel
    import_ledger(office, xlsx_file(("日期", "单位", "标题", "刊物", "栏目", "期号"), row), **by)
    (line,) = next(assess(office, *YEAR).units).lines
    assert (line.day, line.fact.issue_number) == (date(2026, 3, 9), "第3期")


def test_a_row_that_stands_twice_is_told(office, csv_file, by):
    row = "2026-3-9,财政局,春耕,政务信息,信息,,,,,"
    told = import_ledger(office, csv_file(HEAD, row, row), **by)
    assert told.messages[-1] == "第3行：与第2行一样，会记两次"


def test_what_is_misunderstood_is_refused_before_it_is_booked(office, xlsx_file, by):
    path = xlsx_file(("单位", "政务信息", "每日要情"), ("财政局", 2, 1))
    with pytest.raises(NotReadableError, match="要先说明每格是条数还是得分"):
        import_ledger(office, path, **by)
    assert facts(office) == []


def test_columns_that_mean_nothing_are_told(office, csv_file, by):
    path = csv_file("序号,日期,单位,事项,情型,空", "1,2026-3-9,财政局,约稿,逾期,")
    told = import_ledger(office, path, **by).messages
    assert told[1].startswith("表里没有用到的列：“情型”。")


def test_a_list_of_another_month_does_not_send_an_item_in_again(office, csv_file, by):
    import_ledger(office, csv_file("日期,单位,标题,刊物", "2026-3-9,财政局,甲,政务信息"), **by)
    later = csv_file("日期,单位,标题,刊物", "2026-4-9,财政局,甲,政务信息")
    import_ledger(office, later, **by)
    kinds = [fact.kind for fact in facts(office)]
    assert (kinds.count(FactKind.SUBMISSION), kinds.count(FactKind.ADOPTION)) == (1, 2)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("2027-3-9,财政局,春耕,政务信息,", "日期“2027-3-9”还没有到，请核对年份"),
        ("1900-1-3,财政局,春耕,政务信息,", "日期“1900-1-3”在 1949 年以前，请核对年份"),
        ("2026-3-9,财政局,春耕,政务信息,500", "批示“500”太多，一行最多 20 次"),
    ],
)
def test_what_cannot_have_happened_is_refused(office, csv_file, by, row, why):
    with pytest.raises(NotAllowedError, match=why):
        import_ledger(office, csv_file("日期,单位,标题,刊物,批示", row), **by)


def test_the_month_under_way_may_be_booked_on_its_last_day(office, csv_file, by):
    path = csv_file("日期,单位,标题,刊物", "2026年7月,财政局,春耕,政务信息")
    assert "导入完成" in import_ledger(office, path, **by).messages[0]
