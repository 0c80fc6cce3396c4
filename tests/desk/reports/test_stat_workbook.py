"""Statistics tables in Excel: merged heads, figures as figures, frozen panes, charts on cells."""

from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from desk.reports.stat_workbook import Graph, Kind, TableSheet, stat_workbook
from desk.reports.statistics.building import statistics
from desk.reports.statistics.graphs import graphs
from desk.reports.statistics.layouts import LAYOUTS
from desk.stat_table import Head, StatTable

HEADS = (
    Head("名次", width=6),
    Head("单位", width=28, left=True),
    Head("采用", (Head("条数"), Head("采用率", shown="0.0%"))),
)
TABLE = StatTable(
    "第三季度采用表",
    HEADS,
    ((1, "=HYPERLINK(1)", 3, Decimal("0.5")), (None, "合计", 3, Decimal("0.5"))),
    "联合的分别计数",
    frozenset({1}),
)


def opened(*sheets, of=()):
    return load_workbook(BytesIO(stat_workbook([TableSheet(*one) for one in sheets], of)))


@pytest.fixture
def page():
    return opened(("采用表", TABLE))["采用表"]


def test_heads_are_merged_cells(page):
    spans = {str(one) for one in page.merged_cells.ranges}
    assert {"A1:D1", "A2:A3", "B2:B3", "C2:D2", "A6:D6"} == spans
    assert [page[at].value for at in ("A2", "B2", "C2", "C3", "D3")] == [
        "名次",
        "单位",
        "采用",
        "条数",
        "采用率",
    ]


def test_figures_stay_figures_in_their_formats(page):
    assert [cell.value for cell in page[5]] == [None, "合计", 3, 0.5]
    assert page["D4"].number_format == "0.0%"
    assert page["B5"].font.bold
    assert not page["B4"].font.bold


def test_no_text_becomes_a_formula(page):
    assert page["B4"].data_type == "s"
    assert page["B4"].quotePrefix
    assert page["B4"].value == "=HYPERLINK(1)"


def test_names_of_groups_and_publications_become_no_formula():
    named = StatTable("=GROUP()累计得分", (Head("单位"), Head("=SUM(A1)")), (("甲", 1),))
    book = opened(("采用表", named), of=[Graph(named, Kind.BARS)])
    cells = [cell for page in book.worksheets for row in page.iter_rows() for cell in row]
    told = [cell for cell in cells if str(cell.value).startswith("=")]
    assert len(told) == 4
    assert all(cell.data_type == "s" for cell in told)


@pytest.mark.parametrize(
    ("name", "kept"),
    [("History", "History（2）"), ("一\x02览", "一_览"), ("甲" * 30 + "'乙", "甲" * 30)],
)
def test_a_sheets_name_is_one_that_excel_opens(name, kept):
    assert [page.title for page in opened((name, TABLE)).worksheets] == [kept]


def test_heads_and_names_stay_on_screen_and_on_every_page(page):
    assert page.freeze_panes == "C4"
    assert page.print_title_rows == "$1:$3"
    assert page.print_title_cols == "$A:$B"
    assert page.page_setup.fitToWidth == 1
    assert page["A6"].value == "注：联合的分别计数"


def test_rows_may_have_formats_of_their_own():
    heads = Head("项目", left=True), Head("县教育局")
    table = StatTable("转置", heads, (("条数", 3), ("采用率", Decimal("0.5"))), shown=("", "0.0%"))
    page = opened(("转置", table))["转置"]
    assert [page["B3"].number_format, page["B4"].number_format] == ["General", "0.0%"]


def test_wide_tables_take_larger_paper(surveyed):
    (wide,) = statistics(surveyed("5"), LAYOUTS["total"])
    book = opened(("总表", wide), ("窄表", TABLE))
    assert (book["总表"].page_setup.paperSize, book["总表"].page_setup.orientation) == (
        8,
        "landscape",
    )
    assert (book["窄表"].page_setup.paperSize, book["窄表"].page_setup.orientation) == (
        9,
        "portrait",
    )


def test_sheets_get_names_that_excel_takes():
    book = opened(("一/季:度" + "长" * 40, TABLE), ("表", TABLE), ("表", TABLE), ("", TABLE))
    assert book.sheetnames == ["一_季_度" + "长" * 26, "表", "表（2）", "表（3）"]


def test_the_same_tables_give_the_same_bytes(surveyed):
    survey = surveyed("5")
    sheets = [TableSheet("表", one) for one in statistics(survey, LAYOUTS["detailed"])]
    assert stat_workbook(sheets, graphs(survey)) == stat_workbook(sheets, graphs(survey))


def test_charts_refer_to_the_cells_of_their_figures():
    heads = Head("单位", left=True), Head("累计得分"), Head("目标分")
    graph = Graph(StatTable("得分与目标", heads, (("县教育局", 5, 40),)), Kind.BARS)
    data = stat_workbook([TableSheet("采用表", TABLE)], [graph])
    book = load_workbook(BytesIO(data))
    assert book.sheetnames == ["采用表", "图表", "图表数据"]
    assert [[cell.value for cell in row] for row in book["图表数据"]["A1:C3"]] == [
        ["得分与目标", None, None],
        ["单位", "累计得分", "目标分"],
        ["县教育局", 5, 40],
    ]
    drawn = ZipFile(BytesIO(data)).read("xl/charts/chart1.xml").decode()
    for place in ("$A$3", "$B$3", "$C$3", "B2"):
        assert f"'图表数据'!{place}" in drawn
    assert "得分与目标" in drawn
    assert '<delete val="1"' not in drawn


@pytest.mark.parametrize("shape", ["5", "200", "zeros", "negative"])
def test_charts_show_each_unit_of_every_group_once(surveyed, shape):
    survey = surveyed(shape)
    shown = [one for one in graphs(survey) if one.kind is Kind.BARS]
    names = [row[0] for one in shown for row in one.table.rows]
    assert sorted(names) == sorted(one.unit.short for one in survey.units)
    assert all(len(one.table.rows) <= 40 for one in shown)
    points = {one.unit.short: one.so_far.points for one in survey.units}
    assert {row[0]: row[1] for one in shown for row in one.table.rows} == points


def test_the_months_add_up_over_all_units(surveyed):
    survey = surveyed("60")
    months = graphs(survey)[0].table
    used = [sum(one.months.adopted[at] for one in survey.units) for at in range(9)]
    assert [row[2] for row in months.rows] == used
