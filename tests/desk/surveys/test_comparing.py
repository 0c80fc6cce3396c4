"""Units side by side and against last year: the figures are the survey's."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desk.surveys.comparing import difference_words, side_by_side, year_on_year, year_words


def rows(survey, units):
    return {one.name: one for one in side_by_side(units, survey)}


@pytest.mark.parametrize("shape", ["5", "zeros", "giant", "negative"])
def test_every_figure_side_by_side_is_the_survey_s(surveyed, shape):
    found = surveyed(shape)
    units = list(found.units)[:4]
    held = rows(found, units)
    assert held["得分"].texts == tuple(f"{one.score.points.normalize():f}" for one in units)
    assert held["采用条数"].texts == tuple(str(one.score.adopted) for one in units)
    assert held["采用率"].texts == tuple(f"{one.score.rate}%" for one in units)
    assert all(len(one.texts) == len(units) for one in held.values())


def test_the_best_is_marked_and_level_units_are_not(surveyed):
    found = surveyed("zeros")
    units = list(found.units)[:3]
    assert all(one.best == () for one in side_by_side(units, found))
    better = replace(units[1], score=replace(units[1].score, points=Decimal(7)))
    assert rows(found, [units[0], better])["得分"].best == (1,)


def test_what_sets_units_apart_is_said(surveyed):
    first, second = list(surveyed("zeros").units)[:2]
    better = replace(
        second, score=replace(second.score, points=Decimal("7.5"), adopted=2, rate=Decimal("50.0"))
    )
    words = difference_words([first, better])
    low, high = first.unit.short, better.unit.short
    assert f"得分最高的是{high}（7.5 分），最低的是{low}（0 分），相差 7.5 分" in words
    assert f"采用最多的是{high}（2 条），最少的是{low}（0 条），相差 2 条" in words
    assert "相差 50 个百分点" in words
    assert "得分都是 0 分" in difference_words([first, first])


@pytest.mark.parametrize("shape", ["5", "60", "giant"])
def test_the_sums_of_both_years_are_those_of_the_survey(surveyed, shape):
    found = surveyed(shape)
    changes = year_on_year(found)
    now = sum((one.score.points for one in found.units), Decimal(0))
    before = sum((one.points for one in found.year_ago.units), Decimal(0))
    words = year_words(changes, found)
    assert f"合计 {now.normalize():f} 分，去年 {before.normalize():f} 分" in words
    assert len(changes) == len(list(found.units))


def test_a_unit_is_told_against_last_year(surveyed):
    one = next(x for x in year_on_year(surveyed("5")) if x.points_ago == 7)
    assert "得 1 分，去年同期 7 分，少 6 分，下降 85.7%；采用 0 条，去年 5 条" in one.words


def test_points_of_units_merged_since_are_said_to_be(surveyed):
    found = surveyed("5")
    one = next(x for x in year_on_year(found) if x.points_ago == 7)
    merged = replace(one, points_ago=Decimal(9))
    assert "去年同期 9 分（含后来并入的单位）" in merged.words
    assert "（不含并入的）" in merged.words


def test_a_unit_that_is_new_has_nothing_to_be_compared_with(surveyed):
    one = replace(year_on_year(surveyed("5"))[0], points_ago=None)
    assert (one.difference, one.growth) == (None, None)
    assert "去年同期没有这个单位" in one.words


def test_no_percentage_is_told_below_zero(surveyed):
    found = surveyed("negative")
    assert all(one.growth is None for one in year_on_year(found) if one.one.score.points < 0)
    assert "%" not in year_words(year_on_year(found), found)
