"""Figures of the ledger are found again in a text that was edited."""

from desk.bulletins.passage import Passage
from desk.bulletins.template import Figure
from ui.bulletins.marks import figures_in

WRITTEN = "报送10条，采用5条，得分7分。"
FIGURES = tuple(
    Figure(WRITTEN.index(said), WRITTEN.index(said) + len(said), name)
    for said, name in (("10", "报送"), ("5", "采用"), ("7", "得分"))
)
PASSAGE = Passage("a", WRITTEN, WRITTEN, figures=FIGURES)


def found(text):
    return [(text[start:end], name) for start, end, name in figures_in(PASSAGE, text)]


def test_all_figures_stand_in_the_text_as_it_was_written():
    assert found(WRITTEN) == [("10", "报送"), ("5", "采用"), ("7", "得分")]


def test_figures_move_with_words_typed_before_them():
    text = "全县报送10条，共采用5条，得分7分，同比持平。"
    assert found(text) == [("10", "报送"), ("5", "采用"), ("7", "得分")]


def test_a_figure_that_was_changed_is_none_of_the_ledgers():
    assert found("报送10条，采用6条，得分7分。") == [("10", "报送"), ("7", "得分")]


def test_nothing_is_found_in_other_words():
    assert found("另起一段") == []
