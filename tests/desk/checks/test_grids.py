"""A table as numbers: which totals and shares are wrong, and which only look so."""

import pytest

from desk.body import Table
from desk.checks.grids import entries_in, shares_in, totals_in
from desk.checks.sheets import sheets_of


def sheet(*rows, caption="", header_rows=1):
    cells = tuple(tuple(row.split("|")) for row in rows)
    return sheets_of([Table(cells, header_rows, caption)])[0]


def wrong(*rows, **known):
    return [(one.cell.text, one.made) for one in totals_in(sheet(*rows, **known))]


def test_a_total_row_is_compared_column_by_column():
    rows = ("乡镇|户数|人数", "青龙镇|62|240", "白石乡|48|190", "合计|110|340")
    assert wrong(*rows) == [("340", "430")]


def test_a_total_at_the_head_and_numbered_rows_are_read():
    rows = ("序号|乡镇|户数", "|全县合计|100", "1|青龙镇|62", "2|白石乡|48")
    assert wrong(*rows) == []
    assert wrong("序号|乡镇|户数", "|合计|100", "1|青龙镇|62", "2|白石乡|48") == [("100", "110")]


def test_subtotals_add_their_own_rows():
    rows = ("片区|户数", "甲村|10", "乙村|20", "小计|30", "丙村|5", "丁村|6", "小计|12", "合计|41")
    assert wrong(*rows) == [("12", "11")]


def test_rows_that_tell_a_part_are_left_out():
    assert wrong("项目|金额", "收入|100", "其中：税收|80", "支出|60", "合计|160") == []


def test_a_total_column_adds_the_columns_beside_it():
    rows = ("单位|合计|男|女", "甲局|30|18|12", "乙局|25|15|10", "丙局|41|20|11")
    assert wrong(*rows) == [("41", "31")]


def test_most_rows_decide_whether_a_column_is_a_total_at_all():
    assert wrong("单位|合计|户数|人数", "甲局|30|18|50", "乙局|25|15|40", "丙局|41|20|60") == []


@pytest.mark.parametrize("head", ["完成率（%）", "排名", "同比增长", "人均收入", "占比"])
def test_rates_and_ranks_are_not_added(head):
    assert wrong(f"乡镇|{head}", "青龙镇|62", "白石乡|48", "合计|55") == []


def test_rounded_amounts_may_miss_by_their_last_digit():
    rows = ("乡镇|投资", "青龙镇|3.4", "白石乡|2.4", "柳溪乡|1.3", "合计|7.0")
    assert wrong(*rows, caption="投资（单位：亿元）") == []


def test_words_in_a_column_silence_it():
    assert wrong("乡镇|户数", "青龙镇|62", "白石乡|待报", "合计|90") == []


def test_a_share_is_part_by_total():
    rows = ("乡镇|投资|占比（%）", "甲|400|40.0", "乙|350|35.0", "丙|250|26.0", "合计|1000|100")
    (one,) = shares_in(sheet(*rows))
    assert (one.cell.text, one.made) == ("26.0", "25.0")
    assert one.arithmetic == "250÷1000=25.0%≠26.0%"


def test_shares_of_something_else_are_left_alone():
    rows = ("乡镇|投资|占比（%）", "甲|400|81", "乙|350|62", "丙|250|93", "合计|1000|79")
    assert list(shares_in(sheet(*rows))) == []


def test_entries_know_row_column_and_unit():
    rows = ("乡镇|接待游客（万人次）", "青龙镇|41.2", "合计|64.4")
    told = [(one.row, one.head, one.unit, one.cell.text) for one in entries_in(sheet(*rows))]
    assert told == [
        ("青龙镇", "接待游客", "万人次", "41.2"),
        ("", "接待游客", "万人次", "64.4"),
    ]


def test_a_table_without_rows_or_of_one_column_is_no_trouble():
    assert wrong("乡镇") == []
    assert list(shares_in(sheet("乡镇", "青龙镇"))) == []
