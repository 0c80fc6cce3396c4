"""Slides say what the survey says, whole and in large type."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desk.reports.charts.chart import Paper
from desk.reports.decks.plan import CLOSING, SUM, TABLES, TITLE
from desk.reports.decks.slides import line_slides, part_slides
from desk.reports.decks.table_slides import ROWS
from desk.reports.decks.tables import deck_tables, unit_lines
from tests.samples.page_faults import page_faults

SLIDES = (Paper.WIDE, Paper.CLASSIC)
SHAPES = ("5", "60", "200", "zeros", "giant", "negative")


def words(slide):
    return [text.get_text() for text in slide.page.sheet.axes.texts]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("key", [TITLE, SUM, CLOSING, *(f"table:{key}" for key in TABLES)])
def test_no_word_is_cut_or_small_or_on_another(surveyed, key, shape):
    pages = [slide.page for slide in part_slides(key, surveyed(shape), Paper.CLASSIC)]
    assert [fault for page in pages for fault in page_faults(page, Paper.CLASSIC)] == []


@pytest.mark.parametrize("paper", SLIDES)
def test_the_table_has_its_heads_on_every_slide_and_says_which_one_it_is(surveyed, paper):
    slides = part_slides("table:standing", surveyed("200"), paper)
    held = [words(slide) for slide in slides]
    assert all("名次" in one and "单位" in one for one in held)
    title = surveyed("200").groups[0].group.name + "得分和名次"
    of = sum(any(word.startswith(title) for word in one) for one in held)
    assert any(f"{title}（2/{of}）" in one for one in held)


@pytest.mark.parametrize("shape", SHAPES)
def test_no_slide_has_more_than_twelve_rows_and_no_unit_is_lost(surveyed, shape):
    survey = surveyed(shape)
    slides = part_slides("table:standing", survey, Paper.CLASSIC)
    assert max(len(slide.page.spots) for slide in slides) <= ROWS
    led = [spot.unit_id for slide in slides for spot in slide.page.spots if spot.unit_id]
    assert led == [one.unit.id for one in survey.units]


def test_the_rows_tell_the_points_of_the_survey(surveyed):
    survey = surveyed("giant")
    tables = deck_tables("standing", survey)
    for group, held in zip(survey.groups, tables, strict=True):
        *rows, total = held.table.rows
        assert [row[2] for row in rows] == [one.score.points for one in group.units]
        assert total[2] == sum((one.score.points for one in group.units), Decimal(0))


def test_who_is_behind_or_without_points_is_told_in_words(surveyed):
    survey = surveyed("zeros")
    (held,) = deck_tables("behind", survey)
    asked = [one for one in survey.units if one.so_far.behind > 0 or not one.exempt]
    assert len(held.table.rows) == len(asked)
    assert {row[-1] for row in held.table.rows} == {"○ 挂零"}


def test_an_office_without_instructions_says_so(surveyed):
    (slide,) = part_slides("table:instructions", surveyed("zeros"), Paper.WIDE)
    assert "这一期没有。" in words(slide)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_lines_of_a_unit_add_up_to_its_points(surveyed, shape):
    survey = surveyed(shape)
    for one in survey.units:
        days = survey.stretch.first, survey.stretch.last
        held = unit_lines(survey, one.unit.id, *days)
        assert held.table.rows[-1][-1] == one.score.points
        so_far = unit_lines(survey, one.unit.id, survey.so_far.first, survey.so_far.last)
        assert so_far.table.rows[-1][-1] == one.so_far.points


def test_the_lines_are_slides_headed_with_the_units_full_name(surveyed):
    survey = surveyed("5")
    unit = survey.groups[1].units[0].unit
    slides = line_slides(survey, Paper.WIDE, unit.id, survey.stretch.first, survey.stretch.last)
    assert any(unit.name in word for word in words(slides[0]))
    assert len(slides) == 1 or f"（1/{len(slides)}）" in "".join(words(slides[0]))


def test_the_sum_tells_how_many_were_sent_and_adopted(surveyed):
    survey = surveyed("60")
    (slide, *_) = part_slides(SUM, survey, Paper.WIDE)
    assert str(sum(one.score.submitted for one in survey.units)) in words(slide)
    assert str(sum(one.score.adopted for one in survey.units)) in words(slide)


def test_the_last_slide_says_that_nothing_is_closed_yet(surveyed):
    (slide,) = part_slides(CLOSING, surveyed("5"), Paper.WIDE)
    assert "还没有结账" in "".join(words(slide))


def test_a_year_so_far_is_not_compared_with_itself(surveyed):
    survey = surveyed("5")
    (slide,) = part_slides(SUM, survey, Paper.WIDE)
    assert "与上期比" in "".join(words(slide))
    so_far = replace(survey, stretch=replace(survey.stretch, first=survey.stretch_before.first))
    (slide,) = part_slides(SUM, so_far, Paper.WIDE)
    assert "与上期比" not in "".join(words(slide))
