"""Tables as wide as the text."""

import pytest

from desk.body import Body, Table
from desk.layout.grid import GRIDS, WIDTH
from desk.layout.model import TableBlock
from desk.layout.pdf import lay_out
from desk.layout.tables import set_table
from desk.layout.templates import load_template


@pytest.mark.parametrize("columns", [1, 2, 5, 9, 15, 24])
def test_the_columns_fill_the_width(fonts, columns):
    wide = "县人力资源和社会保障局" * 2
    table = Table((("单位名称",) * columns, (wide,) + ("1",) * (columns - 1)))
    assert sum(set_table(table, fonts, GRIDS["full"]).widths) == pytest.approx(WIDTH, abs=0.1)


def test_two_lines_of_a_cell_take_one_line_of_the_page(fonts):
    table = Table((("单位", "情况"), ("甲", "字" * 60)))
    row = set_table(table, fonts, GRIDS["full"]).table[1]
    assert row.rows == -(-len(row.cells[1]) // 2)


def test_texts_stay_in_one_line_where_a_smaller_size_lets_them(fonts):
    heads = ("序号", "单位名称", *("报送",) * 9)
    table = Table((heads, ("1", "县人力资源和社会保障局", *("12",) * 9)))
    block = set_table(table, fonts, GRIDS["full"])
    assert block.size == 10.5
    assert all(len(cell) == 1 for row in block.table for cell in row.cells)


def test_a_row_higher_than_a_page_goes_on_in_the_next(fonts):
    table = Table((("单位", "情况"), ("甲", "字" * 2000)))
    rows = set_table(table, fonts, GRIDS["full"]).table
    assert all(row.rows <= 18 for row in rows)
    assert "".join(line.text for row in rows[1:] for line in row.cells[1]) == "字" * 2000


def test_a_table_of_one_row_has_no_head(fonts):
    assert set_table(Table((("甲", "乙"),)), fonts, GRIDS["full"]).header == 0


@pytest.mark.parametrize(("caption", "free"), [("", 1), ("报送情况", 0)])
def test_a_table_without_caption_keeps_a_line_from_the_title(caption, free, issue, fonts):
    content = issue(Body((Table((("单位", "得分"), ("甲", "1")), caption=caption),)))
    layout, _ = lay_out(content, load_template("zhengwu"), fonts)
    tables = [block for block in layout.blocks if isinstance(block, TableBlock)]
    assert [one.before for one in tables] == [free]


def test_the_lines_of_a_head_stand_in_the_middle(issue, boxes):
    head = "一二三四五六七八九十" * 2 + "甲"
    page = boxes(issue(Body((Table(((head,) * 9, ("1",) * 9)),)), contents_list=False))[0]
    lefts = {char: left for char, left, *_ in reversed(page)}  # those in the first column
    assert lefts["甲"] > lefts["一"] + 1
