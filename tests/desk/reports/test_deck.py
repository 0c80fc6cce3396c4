"""Decks as files."""

import pypdfium2
import pytest

from desk.jobs import finish
from desk.reports.charts.chart import Paper
from desk.reports.deck import deck_pdf, notes_pdf
from desk.reports.decks.plan import CLOSING, SUM, TITLE, DeckPlan

PLAN = DeckPlan((TITLE, "chart:bullet", SUM, "table:standing", CLOSING))


def texts(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


@pytest.mark.parametrize(("paper", "size"), [(Paper.WIDE, (960, 540)), (Paper.CLASSIC, (720, 540))])
def test_a_deck_has_pages_of_the_screens_shape(surveyed, paper, size):
    pdf = finish(deck_pdf(surveyed("5"), PLAN, paper))
    with pypdfium2.PdfDocument(pdf) as document:
        assert {tuple(map(round, page.get_size())) for page in document} == {size}


def test_the_slides_come_in_the_order_of_the_plan(surveyed):
    held = texts(finish(deck_pdf(surveyed("5"), PLAN, Paper.WIDE)))
    assert "信息工作考核情况" in held[0]
    assert "资料来源和结账情况" in held[-1]
    assert "小结" in held[2]
    assert [f"{at}/{len(held)}" in text for at, text in enumerate(held, 1)] == [True] * len(held)


def test_equal_figures_give_equal_bytes(surveyed):
    first, second = (finish(deck_pdf(surveyed("5"), PLAN, Paper.WIDE)) for _ in range(2))
    assert first == second


def test_the_notes_have_a_page_for_each_slide_with_its_evidence(surveyed):
    survey, plan = surveyed("5"), DeckPlan((TITLE, "table:standing", CLOSING))
    slides = texts(finish(deck_pdf(survey, plan, Paper.WIDE)))
    notes = texts(finish(notes_pdf(survey, plan, Paper.WIDE)))
    assert len(notes) == len(slides)
    unit = survey.groups[0].units[0]
    assert f"得分{unit.score.points.normalize():f}" in notes[1].replace("\n", "")


def test_long_evidence_goes_on_on_another_page(surveyed):
    plan = DeckPlan((SUM,))
    notes = texts(finish(notes_pdf(surveyed("200"), plan, Paper.WIDE)))
    assert "（续）" in notes[-1]
    assert notes == texts(finish(notes_pdf(surveyed("200"), plan, Paper.WIDE)))
