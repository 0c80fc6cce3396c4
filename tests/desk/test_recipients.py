"""发送范围: what is named in the 报尾 and what is pasted from a table."""

import pytest

from desk.publications import Recipient, Way
from desk.recipients import copies_for, named_in, pasted, with_missing


def test_the_lines_at_the_foot_name_their_recipients():
    lines = ("报：县委书记、副书记，县委常委。", "发：各乡镇人民政府，县政府各部门、各直属机构。")
    assert [(one.way, one.name) for one in named_in(lines)] == [
        ("报", "县委书记"),
        ("报", "副书记"),
        ("报", "县委常委"),
        ("发", "各乡镇人民政府"),
        ("发", "县政府各部门"),
        ("发", "各直属机构"),
    ]


def test_a_line_that_runs_on_keeps_the_way_of_the_one_before():
    assert {one.way for one in named_in(("抄送：县委办公室，", "县人大常委会办公室。"))} == {"送"}


def test_names_in_brackets_stay_with_what_they_explain():
    named = named_in(("送：各县（市、区）人民政府、市直各部门",))
    assert [one.name for one in named] == ["各县（市、区）人民政府", "市直各部门"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("报\t县委书记\t2", Recipient(Way.REPORT, "县委书记", 2)),
        ("县教育局\t3份", Recipient(Way.ISSUE, "县教育局", 3)),
        ("送：\t县委办公室", Recipient(Way.SEND, "县委办公室", 1)),
        ("1\t县水利局", Recipient(Way.ISSUE, "县水利局", 1)),
    ],
)
def test_a_row_of_a_table_becomes_a_recipient(row, expected):
    assert pasted(row) == (expected,)


def test_headings_and_empty_rows_are_left_out():
    assert [one.name for one in pasted("方式\t单位\t份数\n\n发\t河东镇\t1\n")] == ["河东镇"]


def test_copies_already_given_stay_when_the_foot_is_read_again():
    present = (Recipient(Way.REPORT, "县长", 4),)
    both = with_missing(present, named_in(("报：县长、副县长",)))
    assert [(one.name, one.copies) for one in both] == [("县长", 4), ("副县长", 1)]
    assert copies_for(both) == 5
