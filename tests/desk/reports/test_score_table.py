import re
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from desk.reports.score_table import score_workbook


def sheet(table, name):
    return openpyxl.load_workbook(BytesIO(score_workbook(table)))[name]


def rows(page):
    return list(page.iter_rows(min_row=3, values_only=True))


def test_every_unit_stands_in_the_ranking_with_its_figures(make_table):
    found = {row[2]: row for row in rows(sheet(make_table(60), "排名表"))}
    assert len(found) == 60
    group, rank, _name, points, _sent, adopted, *_ = found["云岭县第8办事机构"]
    assert (group, rank, points, adopted) == ("垂管", 1, 12, 8)
    assert found["云岭县第9办事机构"][-1] == "挂零"


def test_the_lines_add_up_to_the_points(make_table):
    table = make_table(20)
    lines = rows(sheet(table, "得分明细"))
    for item in table.units:
        assert sum(row[7] for row in lines if row[1] == item.unit.name) == item.points


@pytest.mark.parametrize("title", ["=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(A1)"])
def test_a_title_that_looks_like_a_formula_stays_a_text(make_table, title):
    cell = sheet(make_table(1, title=title), "得分明细")["D3"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (title, "s", True)


def test_characters_that_no_sheet_may_hold_are_left_out(make_table):
    assert sheet(make_table(1, title="春\x07耕"), "得分明细")["D3"].value == "春耕"


def test_percentages_are_numbers(make_table):
    cell = sheet(make_table(8), "排名表")["I3"]
    assert cell.number_format == "0.0%"
    assert 0 <= cell.value <= 2


def test_the_head_stays_in_sight_and_the_page_is_a4_across(make_table):
    page = sheet(make_table(1), "排名表")
    assert page.freeze_panes == "A3"
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)


def test_the_file_tells_nothing_of_when_it_was_written(make_table):
    with ZipFile(BytesIO(score_workbook(make_table(5)))) as file:
        assert {entry.date_time[0] for entry in file.infolist()} == {1980}
        times = re.findall(r"(\d{4})-\d\d-\d\dT", file.read("docProps/core.xml").decode())
    assert times == ["2000", "2000"]
