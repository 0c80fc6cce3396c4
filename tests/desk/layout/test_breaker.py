"""Lines by GB/T 15834-2011 5.1."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from desk.layout.breaker import NO_END, NO_START, break_lines

CELL = 15.75
MARKS = st.text("中文，。、；：？！“”‘’（）《》【】—…0123456789.%‰℃aB ￥", max_size=200)


def lines(text, cells=28):
    widths = [CELL] * len(text)
    return [text[start:end] for start, end in break_lines(text, widths, cells * CELL, cells * CELL)]


@settings(database=None, deadline=None)
@given(MARKS, st.integers(4, 28))
def test_the_lines_are_the_text(text, cells):
    assert "".join(lines(text, cells)) == text


@settings(database=None, deadline=None)
@given(MARKS, st.integers(4, 28))
def test_no_line_is_wider_than_the_measure_but_for_hanging_spaces(text, cells):
    assert all(len(line.rstrip(" ")) <= cells for line in lines(text, cells))


@settings(database=None, deadline=None)
@given(MARKS, st.integers(4, 28))
def test_a_line_begins_with_a_forbidden_mark_only_where_nothing_else_can(text, cells):
    found = lines(text, cells)
    for before, after in pairwise(found):
        if after[0] in NO_START or before[-1] in NO_END:
            assert all(_tied(a, b) for a, b in pairwise(before)), (before, after)


def _tied(before, after):
    ascii_pair = "!" <= before <= "~" and "!" <= after <= "~"
    return ascii_pair or after in NO_START + " " or before in NO_END or before + after == "——"


def test_a_full_line_of_chinese_has_28_characters():
    assert [len(line) for line in lines("中" * 60)] == [28, 28, 4]


def test_a_mark_takes_the_last_character_with_it_to_the_next_line():
    assert lines("中" * 28 + "，中") == ["中" * 27, "中，中"]


def test_an_opening_bracket_does_not_end_a_line():
    assert lines("中" * 27 + "（中）") == ["中" * 27, "（中）"]


def test_a_number_stays_whole_with_its_sign():
    assert lines("中" * 26 + "87.3%") == ["中" * 26, "87.3%"]
    assert lines("中" * 26 + "36℃") == ["中" * 26, "36℃"]
    assert lines("中" * 26 + "36°C") == ["中" * 26, "36°C"]
    assert lines("中" * 25 + "20km²") == ["中" * 25, "20km²"]
    assert lines("中" * 27 + "±5℃") == ["中" * 27, "±5℃"]
    assert lines("中" * 27 + "￥300") == ["中" * 27, "￥300"]


def test_double_dashes_and_ellipses_are_not_split():
    assert lines("中" * 27 + "——中") == ["中" * 26, "中——中"]
    assert lines("中" * 27 + "……中") == ["中" * 26, "中……中"]


def test_a_word_longer_than_a_line_is_cut():
    assert lines("a" * 30) == ["a" * 28, "aa"]


def test_the_first_line_can_be_shorter():
    spans = break_lines("中" * 30, [1.0] * 30, 26, 28)
    assert spans == [(0, 26), (26, 30)]
