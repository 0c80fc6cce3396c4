import re
from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from desk.facts import Fact, FactKind, Particulars
from desk.reports.score_table import score_workbook
from desk.scoring.clauses.clause import Span
from desk.scoring.clauses.items import Points
from desk.scoring.clauses.periods import Task
from desk.scoring.clauses.results import Conversion, ConversionWay, Prize, Ranking


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


@pytest.fixture
def full_table(make_table):
    """Ten units by a scheme with every result there can be."""
    clauses = (
        Points(matter=FactKind.INSTRUCTION, points=(Decimal(5),)),
        Task(name="全年采用", span=Span.YEAR, matter=FactKind.ADOPTION, target=Decimal(3)),
        Task(name="年初采用", span=Span.QUARTER, matter=FactKind.ADOPTION, target=Decimal(3)),
        Conversion(way=ConversionWay.AVERAGE, full=Decimal(2)),
        Ranking(places=1),
        Prize(name="一等奖"),
    )
    told = Particulars(people=("王秀兰",))
    noted = Fact(
        FactKind.INSTRUCTION, date(2026, 3, 9), 1, "春耕", "hand:1", particulars=told, id=999
    )
    return make_table(10, clauses=clauses, more=[noted])


def test_a_scheme_that_finds_out_more_has_more_columns(full_table):
    page = sheet(full_table, "排名表")
    heads = [cell.value for cell in page[2]]
    assert heads[11:] == ["采用分", "批示分", "计分条数", "按条平均", "折算分", "折算说明", "备注"]
    found = {row[2]: row for row in rows(page)}
    assert found["云岭县第8办事机构"][11:] == (
        12, None, 8, 1.5, 3, "12÷8 条×2=3 分", "评先入围",
    )  # fmt: skip


def test_tasks_persons_and_prizes_have_sheets_of_their_own(full_table):
    tasks = [row for row in rows(sheet(full_table, "任务")) if row[1] == "云岭县第2办事机构"]
    assert [(row[2], row[3], row[8]) for row in tasks] == [
        ("全年采用", "2026年", "未到期"),
        ("年初采用", "2026年第一季度", "没完成"),
        ("年初采用", "2026年第二季度", "没完成"),
        ("年初采用", "2026年第三季度", "没完成"),
    ]
    assert rows(sheet(full_table, "个人")) == [(1, "王秀兰", "云岭县第1办事机构", 5, 0, 0)]
    prizes = rows(sheet(full_table, "单篇奖"))
    assert prizes[0][:2] == ("一等奖", "春耕备耕有序推进")


def test_lines_name_their_component_and_clause(full_table):
    lines = rows(sheet(full_table, "得分明细"))
    assert {row[9] for row in lines} == {"采用分", "批示分"}
