"""Tables as wide as the text."""

import pytest

from desk.body import Table
from desk.layout.grid import GRIDS, WIDTH
from desk.layout.tables import set_table


@pytest.mark.parametrize("columns", [1, 2, 5, 9, 15, 24])
def test_the_columns_fill_the_width(fonts, columns):
    wide = "县人力资源和社会保障局" * 2
    table = Table((("单位名称",) * columns, (wide,) + ("1",) * (columns - 1)))
    assert sum(set_table(table, fonts, GRIDS["full"]).widths) == pytest.approx(WIDTH, abs=0.1)


def test_two_lines_of_a_cell_take_one_line_of_the_page(fonts):
    table = Table((("单位", "情况"), ("甲", "字" * 60)))
    row = set_table(table, fonts, GRIDS["full"]).table[1]
    assert row.rows == -(-len(row.cells[1]) // 2)


def test_a_row_higher_than_a_page_goes_on_in_the_next(fonts):
    table = Table((("单位", "情况"), ("甲", "字" * 2000)))
    rows = set_table(table, fonts, GRIDS["full"]).table
    assert all(row.rows <= 18 for row in rows)
    assert "".join(line.text for row in rows[1:] for line in row.cells[1]) == "字" * 2000


def test_a_table_of_one_row_has_no_head(fonts):
    assert set_table(Table((("甲", "乙"),)), fonts, GRIDS["full"]).header == 0
