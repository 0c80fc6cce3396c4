"""Stretches of the tables' text are found in their cells."""

from desk.body import Table
from desk.checks.sheets import text_of
from ui.editor.table_places import CAPTION, At, places_in, replaced

FIRST = Table((("镇", "户数"), ("青石镇", "12户，其中新建12户")), 1, "表1")
SECOND = Table((("村", "人口"), ("上河村", "300")), 1, "表2")


def found(words, *, last=False):
    text = text_of([FIRST, SECOND])
    start = text.rindex(words) if last else text.index(words)
    return places_in([FIRST, SECOND], start, start + len(words))


def test_a_cell_of_the_second_table_is_found_there():
    (place,) = found("300")
    assert (place.table, place.cells, place.offset) == (1, (At(1, 1),), 0)


def test_a_caption_is_a_place_of_its_own():
    (place,) = found("表2")
    assert place.cells == (At(CAPTION, 0),)


def test_a_stretch_over_a_row_touches_all_its_cells():
    (place,) = found("上河村\t300")
    assert place.cells == (At(1, 0), At(1, 1))


def test_words_that_stand_twice_in_a_cell_are_replaced_at_their_place():
    (place,) = found("12", last=True)
    changed = replaced(FIRST, place.cells[0], place.offset, "12", "10")
    assert changed.rows[1][1] == "12户，其中新建10户"


def test_words_that_no_longer_stand_there_are_left_alone():
    (place,) = found("12", last=True)
    assert replaced(FIRST, place.cells[0], place.offset, "15", "10") is None


def test_a_caption_is_replaced_without_touching_the_rows():
    changed = replaced(FIRST, At(CAPTION, 0), 0, "表1", "表3")
    assert (changed.caption, changed.rows) == ("表3", FIRST.rows)
