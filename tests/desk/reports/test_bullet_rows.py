from dataclasses import replace

from desk.reports.bullet_rows import Heading, columns, height, label


def test_units_come_by_completion_and_those_without_quota_at_the_end(make_table):
    (column,) = columns(make_table(60), 1)
    group = column[1:21]
    done = [item.completion for item in group]
    asked = [value for value in done if value is not None]
    assert done == sorted(asked, reverse=True) + [None] * (20 - len(asked))


def test_two_columns_are_of_about_one_height(make_table):
    left, right = columns(make_table(60), 2)
    assert abs(height(left) - height(right)) <= 2


def test_a_group_that_goes_on_in_the_next_column_says_so(make_table):
    _left, right = columns(make_table(60), 2)
    assert right[0] == Heading("乡镇（续）")


def test_no_unit_is_lost_between_columns(make_table):
    table = make_table(61)
    dealt = [line for column in columns(table, 3) for line in column]
    assert sum(not isinstance(line, Heading) for line in dealt) == 61


def test_a_name_too_long_for_the_chart_is_cut(make_table):
    item = next(make_table(1).units)
    long = replace(item, unit=replace(item.unit, short="行政审批服务和政务信息管理局"))
    assert label(long) == "行政审批服务和政务信…"


def test_a_short_list_stays_in_one_column(make_table):
    assert len(columns(make_table(9), 2)) == 1
