"""Rows and columns come and go; cells travel to spreadsheets and back."""

from hypothesis import example, given
from hypothesis import strategies as st

from desk import tabling
from desk.body import Table

TABLE = Table((("镇", "户数"), ("青石镇", "12"), ("沙河镇", "15")), 1, "表1", 7)
CELL = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=8)
ROWS = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(CELL.map(tabling.plain_cell), min_size=width, max_size=width), min_size=1
    )
)


@given(rows=ROWS)
@example(rows=[['"', '"']])
@example(rows=[['"甲"', '""']])
def test_cells_copied_as_text_come_back_the_same(rows):
    whole = tabling.even([["首", *row] for row in rows])
    assert tabling.cells_of(tabling.as_text(whole)) == whole


def test_a_quoted_cell_of_a_spreadsheet_keeps_its_lines_as_one():
    assert tabling.cells_of('镇\t"备\n注"\r\n青石\t2\r\n') == (("镇", "备 注"), ("青石", "2"))


def test_quotation_marks_of_a_cell_stay():
    assert tabling.cells_of('"快"字\t"甲"\t5"') == (('"快"字', '"甲"', '5"'),)


def test_a_quote_that_never_closes_costs_no_row():
    assert tabling.cells_of('5"\t甲\n6\t乙')[0][1] == "甲"


def test_rows_and_columns_are_added_and_taken_away():
    wider = tabling.with_column(tabling.with_row(TABLE, 2), 1)
    assert wider.rows[2] == ("", "", "")
    assert tabling.without_columns(tabling.without_rows(wider, [2]), [1]) == TABLE


def test_a_row_among_the_headings_is_a_heading_and_goes_as_one():
    taller = tabling.with_row(TABLE, 0)
    assert taller.header_rows == 2
    assert tabling.without_rows(taller, [0]).header_rows == 1


def test_the_last_row_and_column_are_emptied_instead():
    assert tabling.without_rows(TABLE, range(3)).rows == (("", ""),)
    assert tabling.without_columns(TABLE, range(2)).rows == (("",),) * 3


def test_a_block_laid_over_the_edge_makes_the_table_grow():
    grown = tabling.with_block(TABLE, 2, 1, (("1", "2"), ("3", "4")))
    assert grown.rows[2:] == (("沙河镇", "1", "2"), ("", "3", "4"))
    assert grown.rows[0] == ("镇", "户数", "")
    assert (grown.caption, grown.source) == ("表1", 7)


def test_no_block_makes_a_table_larger_than_a_table_may_be():
    huge = (("x",) * 300,) * 3_000
    grown = tabling.with_block(TABLE, 1, 1, huge)
    assert (len(grown.rows), len(grown.rows[0])) == (tabling.MOST_ROWS, tabling.MOST_COLUMNS)


def test_cells_for_word_are_no_markup():
    assert "&lt;b&gt;" in tabling.as_html((("<b>",),))
