"""Imposition: every page once, in the order in which the folded sheets are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.layout.imposition import (
    Duplex,
    Imposition,
    cells_of,
    duplex_for,
    sheets_of,
    sides_of,
    spread_of,
)

counts = st.integers(1, 200)
ways = st.sampled_from(list(Imposition))
booklets = st.sampled_from([way for way in Imposition if way.is_booklet])


def read_through(cells):
    """Lay the sheets together, fold them, and turn the pages."""
    sheets = [cells[at : at + 4] for at in range(0, len(cells), 4)]
    first_half = [page for sheet in sheets for page in (sheet[1], sheet[2])]
    second_half = [page for sheet in reversed(sheets) for page in (sheet[3], sheet[0])]
    return first_half + second_half


@given(counts, ways)
def test_every_page_stands_on_the_sheets_once(count, way):
    cells = cells_of(range(count), way)
    assert sorted(page for page in cells if page is not None) == list(range(count))


@given(counts, ways)
def test_no_cell_is_left_over(count, way):
    cells = cells_of(range(count), way)
    assert len(cells) == sides_of(count, way) * spread_of(way).cells
    assert len(cells) - count < (4 if way.is_booklet else spread_of(way).cells)


@given(counts, booklets)
def test_a_folded_booklet_reads_from_the_first_page_to_the_last(count, way):
    read = read_through(cells_of(range(count), way))
    assert read == [*range(count), *[None] * (len(read) - count)]


@given(counts, booklets)
def test_pages_side_by_side_in_a_booklet_always_add_up_to_the_same(count, way):
    cells = cells_of(range(count), way)
    pairs = zip(cells[::2], cells[1::2], strict=True)
    sums = {one + two for one, two in pairs if one is not None and two is not None}
    assert sums <= {len(cells) - 1}


@given(counts, booklets)
def test_the_first_sheet_of_a_booklet_is_its_cover(count, way):
    cells = cells_of(range(count), way)
    assert cells[1:3] == [0, 1 if count > 1 else None]
    assert cells[0] == (len(cells) - 1 if count % 4 == 0 else None)


@given(counts, booklets)
def test_odd_pages_of_a_booklet_lie_right_of_the_fold(count, way):
    cells = cells_of(range(count), way)
    assert all(page % 2 == 0 for page in cells[1::2] if page is not None)


@given(counts, st.sampled_from([Imposition.TWO, Imposition.FOUR]))
def test_pages_on_one_side_stand_in_reading_order(count, way):
    cells = cells_of(range(count), way)
    assert cells[:count] == list(range(count))


def test_chosen_pages_keep_their_numbers_in_a_booklet():
    assert cells_of([2, 3, 6], Imposition.BOOKLET_A3) == [None, 2, 3, 6]


@pytest.mark.parametrize("wanted", Duplex)
def test_a_booklet_is_turned_over_the_short_edge_whatever_was_asked_for(wanted):
    assert duplex_for(Imposition.BOOKLET_A4, wanted) is Duplex.SHORT
    assert duplex_for(Imposition.TWO, wanted) is wanted


@pytest.mark.parametrize(
    ("pages", "way", "duplex", "sheets"),
    [
        (8, Imposition.NONE, Duplex.LONG, 4),
        (7, Imposition.NONE, Duplex.LONG, 4),
        (7, Imposition.NONE, Duplex.SINGLE, 7),
        (8, Imposition.BOOKLET_A3, Duplex.SHORT, 2),
        (9, Imposition.BOOKLET_A4, Duplex.SINGLE, 3),
        (9, Imposition.FOUR, Duplex.LONG, 2),
    ],
)
def test_sheets_are_counted_as_they_come_out(pages, way, duplex, sheets):
    assert sheets_of(pages, way, duplex) == sheets
