"""The layouts that come with the program, on offices of any shape."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desk.reports.statistics.building import laid_out, statistics
from desk.reports.statistics.catalogue import catalogue
from desk.reports.statistics.layout import Form, Item, Split, Sums, TableLayout
from desk.reports.statistics.layouts import LAYOUTS
from desk.surveys.narrowing import narrowed


@pytest.fixture
def office(surveyed):
    return surveyed("60")


def row_of(table, number=0):
    return dict(zip((one.text for one in table.columns), table.texts[number], strict=True))


@pytest.mark.parametrize("shape", ["5", "60", "200", "zeros", "giant", "negative"])
@pytest.mark.parametrize("key", LAYOUTS)
def test_every_layout_says_every_unit(surveyed, shape, key):
    survey, layout = surveyed(shape), LAYOUTS[key]
    tables = statistics(survey, layout)
    assert not catalogue(survey).unknown(layout)
    for table in tables:
        assert all(len(row) == len(table.columns) for row in table.rows)
        assert "{" not in table.title + table.note
    cells = " ".join(text for table in tables for row in table.texts for text in row)
    heads = " ".join(head.text for table in tables for head in table.columns)
    for unit in survey.units:
        assert unit.unit.name in cells or unit.unit.short in f"{cells} {heads}"


def test_units_stand_by_group_and_rank_with_sums(office):
    (table,) = statistics(office, LAYOUTS["total"])
    groups = [one for one in office.groups if one.units]
    assert len(table.rows) == 60 + len(groups) + 1
    assert [table.texts[at][1] for at in sorted(table.strong)] == [
        *(f"{one.group.name}小计" for one in groups),
        "总计",
    ]
    assert [row[0] for row in table.texts[: len(groups[0].units)]] == [
        str(one.score.rank) for one in groups[0].units
    ]


def test_heads_are_those_of_the_office(office):
    (table,) = statistics(office, LAYOUTS["total"])
    own = [one.name for one in office.publications if one.tier == "本级"]
    assert [one.text for one in table.columns][7 : 7 + len(own)] == own
    tops = [one.text for one in table.head_cells if one.row == 0]
    assert tops[:5] == ["名次", "单位", "报送", "采用", "本级刊物采用"]
    assert 25 <= len(table.columns) <= 35


def test_three_rows_of_heads_where_adoptions_are_told_by_tier(office):
    tables = statistics(office, LAYOUTS["tiers_by_group"])
    assert len(tables) == len(office.groups)
    spans = {one.text: one for one in tables[0].head_cells if one.across > 1}
    assert spans["本级采用"].row == 1
    assert spans["采用情况"].across > spans["本级采用"].across
    assert tables[0].head_rows == 3


def test_the_last_table_of_several_ends_with_the_whole(office):
    tables = statistics(office, LAYOUTS["own_and_upper"])
    whole = row_of(tables[-1], -1)
    parts = [row_of(one, -1 if one is not tables[-1] else -2) for one in tables]
    assert whole["单位"] == "总计"
    for name in ("本级条数", "上级条数", "期得分"):
        assert Decimal(whole[name]) == sum(Decimal(one[name]) for one in parts)


def test_transposed_tables_have_units_side_by_side(office):
    tables = laid_out(catalogue(office), LAYOUTS["media"])
    first, group = tables[0], office.groups[0]
    assert [head.text for head in first.table.columns][1:-1] == [
        one.unit.short for one in group.units
    ]
    assert first.column_units[1:-1] == tuple(one.unit.id for one in group.units)
    assert first.table.texts[-1][0] == "得分"
    assert [Decimal(text) for text in first.table.texts[-1][1:-1]] == [
        one.score.points for one in group.units
    ]


def test_many_units_are_dealt_to_blocks_of_about_as_many(surveyed):
    layout = replace(LAYOUTS["media"], split=Split.MIXED)
    tables = statistics(surveyed("60"), layout)
    assert [len(one.columns) - 1 for one in tables] == [20, 20, 21]  # the last with the whole
    assert [one.title[-5:] for one in tables] == ["（1/3）", "（2/3）", "（3/3）"]


def test_rates_of_a_transposed_table_are_told_as_rates(office):
    layout = TableLayout("x", "转置", (Item("adopted"), Item("rate")), form=Form.TRANSPOSED)
    counts, rates = statistics(office, layout)[0].texts
    assert rates[1].endswith("%")
    assert not counts[1].endswith("%")


def test_units_with_one_count_are_told_together(office):
    table = statistics(office, LAYOUTS["counts_in_words"])[0]
    counts = [row[0] for row in table.rows if row[2] and "小计" not in row[2]]
    assert counts == sorted(counts, reverse=True)
    shared = next(row for row in table.rows if row[1] > 1 and "小计" not in row[2])
    assert f"（各{shared[0]}条）" in shared[2]
    assert sum(row[1] for at, row in enumerate(table.rows) if at not in table.strong) == len(
        office.groups[0].units
    )


def test_zeros_may_be_left_blank_but_never_points(surveyed):
    (table,) = statistics(surveyed("zeros"), LAYOUTS["detailed"])
    row = row_of(table)
    assert row["附图片"] == ""
    assert row["计分"] == "0"


def test_columns_of_what_is_gone_are_left_out_and_told(office):
    layout = TableLayout("x", "旧表", (Item("unit"), Item("publication:999:count", "旧刊")))
    (table,) = statistics(office, layout)
    assert [one.text for one in table.columns] == ["单位"]
    assert catalogue(office).unknown(layout) == ("publication:999:count",)


def test_a_column_may_set_the_order(office):
    layout = replace(LAYOUTS["rates"], order="submitted", falling=False)
    (table,) = statistics(office, layout)
    sent = [row[2] for row in table.rows[:-1]]
    assert sent == sorted(sent)


def test_groups_with_brackets_in_their_names_get_others_in_titles(office):
    group = replace(office.groups[0].group, name="县直部门（一类）")
    survey = replace(office, groups=(replace(office.groups[0], group=group), *office.groups[1:]))
    table = statistics(survey, LAYOUTS["ranking"])[0]
    assert table.title.endswith("排名表〔县直部门（一类）〕")


def test_one_group_alone_has_one_sum(office):
    survey = narrowed(office, office.groups[0].group.id)
    (table,) = statistics(survey, LAYOUTS["own_and_upper"])
    assert [table.texts[at][1] for at in table.strong] == ["合计"]


def test_no_units_give_a_table_without_rows(office):
    empty = replace(office, groups=())
    for layout in LAYOUTS.values():
        assert [one.rows for one in statistics(empty, layout)] == [()]


def test_sums_may_be_left_out(office):
    layout = replace(LAYOUTS["total"], sums=Sums.NONE)
    assert not statistics(office, layout)[0].strong


def test_the_monthly_table_stands_by_the_ranks_it_tells(office):
    for table in statistics(office, LAYOUTS["monthly"]):
        ranks = [int(row_of(table, at)["排名"]) for at in range(len(table.rows) - 1)]
        points = [Decimal(row_of(table, at)["累计得分"]) for at in range(len(table.rows) - 1)]
        assert ranks == sorted(ranks)
        assert points == sorted(points, reverse=True)
