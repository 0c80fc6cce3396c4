"""The figures of the charts of rows are those of the books, in bars, cells and spots."""

from dataclasses import replace
from fractions import Fraction

import pytest

from desk.publications import Tier
from desk.reports.charts import (
    bullet,
    distribution,
    forecast,
    levels,
    ranking,
    sent,
    year_on_year,
)
from desk.reports.charts.catalogue import chart_of
from desk.reports.charts.chart import Paper
from desk.scoring.figures import printed

SHAPES = ("5", "60", "negative")
every_shape = pytest.mark.parametrize("shape", SHAPES)


def rows(blocks):
    return [row for block in blocks for row in block.rows]


def spots(key, survey):
    pages = chart_of(key).draw(survey, Paper.ACROSS)
    return {spot.unit_id: spot for page in pages for spot in page.spots if spot.unit_id}


@every_shape
@pytest.mark.parametrize("key", ["bullet", "ranking", "sent", "levels", "year_on_year", "forecast"])
def test_every_unit_has_its_row_that_leads_to_its_lines(surveyed, key, shape):
    survey = surveyed(shape)
    found = spots(key, survey)
    assert found.keys() == {one.unit.id for one in survey.units}
    for one in survey.units:
        spot = found[one.unit.id]
        assert spot.text.startswith(f"{one.unit.name}：")
        first = survey.stretch.begin if key == "forecast" else survey.stretch.first
        assert (spot.first, spot.last) == (first, survey.stretch.last)


@every_shape
def test_the_bullet_tells_points_target_and_gap(surveyed, shape):
    survey = surveyed(shape)
    for one in survey.units:
        told, score = bullet.told(one), one.score
        assert f"得{printed(score.points)}分" in told
        if score.quota is not None:
            assert f"目标{printed(score.quota)}分，完成{printed(score.completion)}%" in told
        assert (f"少{printed(score.behind)}分" in told) == (score.behind > 0)
        assert ("挂零" in told) == score.zero


def test_the_bullets_groups_come_by_completion_those_without_a_target_last(surveyed):
    for block in bullet.figures(surveyed("60")):
        done = [one.score.completion for one in block.rows]
        asked = [one for one in done if one is not None]
        assert done == sorted(asked, reverse=True) + [None] * (len(done) - len(asked))


@every_shape
def test_ranks_are_those_of_the_books_and_ties_say_so(surveyed, shape):
    for block in ranking.figures(surveyed(shape)):
        places = [row.one.score.rank for row in block.rows]
        assert places == sorted(places)
        for row in block.rows:
            shared = places.count(row.one.score.rank) > 1
            assert row.place == f"{'并列' if shared else ''}{row.one.score.rank}"


def test_a_changed_rank_tells_from_where(surveyed):
    survey = surveyed("60")
    row = next(row for row in rows(ranking.figures(survey)) if (row.one.climbed or 0) > 0)
    before = row.one.before
    words = f"得{printed(before.points)}分，第{before.rank}名）上升{row.one.climbed}名"
    assert words in ranking.told(survey, row)
    assert row.one.score.rank == before.rank - row.one.climbed


@every_shape
def test_the_average_of_a_group_is_that_of_its_points(surveyed, shape):
    for block in ranking.figures(surveyed(shape)):
        total = sum(row.one.score.points for row in block.rows)
        average = Fraction(total) / len(block.rows)
        assert abs(Fraction(block.rows[0].average) - average) <= Fraction(1, 20)


@every_shape
def test_sent_and_adopted_add_up_in_the_headings(surveyed, shape):
    for block in sent.figures(surveyed(shape)):
        scores = [one.score for one in block.rows]
        total, used = sum(one.submitted for one in scores), sum(one.adopted for one in scores)
        assert block.detail.startswith(f"报送{total}条，采用{used}条，采用率")


def test_the_rate_of_a_unit_is_the_books_one(surveyed):
    for one in surveyed("60").units:
        if one.score.submitted:
            assert sent.told(one.score).endswith(f"采用率{printed(one.score.rate)}%")


@every_shape
def test_the_levels_of_a_unit_add_up_to_its_adoptions(surveyed, shape):
    survey = surveyed(shape)
    for row in rows(levels.figures(survey)):
        assert row.total == row.one.score.adopted
        assert row.higher == row.total - row.counts[Tier.OWN] - row.counts.get(levels.OTHER, 0)


@every_shape
def test_year_on_year_compares_with_the_merged_units_points(surveyed, shape):
    survey = surveyed(shape)
    for row in rows(year_on_year.figures(survey)):
        assert row.now == row.one.score.points
        assert row.then == row.one.points_year_ago
        assert row.more == (None if row.then is None else row.now - row.then)


def test_the_totals_of_both_years_are_those_of_the_books(surveyed):
    survey = surveyed("60")
    now, then = year_on_year.totals(survey)
    assert now == sum(one.points for one in survey.table.units)
    assert then == sum(one.points for one in survey.year_ago.units)


@every_shape
def test_the_forecast_is_the_outlooks_own(surveyed, shape):
    survey = surveyed(shape)
    for one in survey.units:
        told, look = forecast.told(survey, one), one.outlook
        assert f"全年约{printed(look.forecast)}分" in told
        lacks = forecast.missing(one)
        assert (lacks is None) == (look.promises is not False)
        if lacks is not None:
            assert lacks == look.score.quota - look.forecast > 0


@every_shape
def test_every_unit_is_in_one_span_of_completion(surveyed, shape):
    survey = surveyed(shape)
    everyone, *groups = distribution.figures(survey)
    held = [one.unit.id for share in everyone.rows for one in share.units]
    assert sorted(held) == sorted(one.unit.id for one in survey.units)
    for at, share in enumerate(everyone.rows):
        assert len(share.units) == sum(len(group.rows[at].units) for group in groups)


@pytest.mark.parametrize(
    ("done", "words"),
    [
        ("-3", "0及以下"),
        ("0.0", "0及以下"),
        ("0.1", "1%—49%"),
        ("49.9", "1%—49%"),
        ("50.0", "50%—79%"),
        ("79.9", "50%—79%"),
        ("99.99", "80%—99%"),
        ("100.0", "100%—119%"),
        ("119.9", "100%—119%"),
        ("120.0", "120%及以上"),
    ],
)
def test_a_completion_falls_into_its_span(done, words):
    assert [one.words for one in distribution.BINS if one.holds(Fraction(done))] == [words]


def test_levels_corrected_after_the_closing_say_so(surveyed):
    survey = surveyed("60")
    row = rows(levels.figures(survey))[0]
    assert "之后有更正" not in levels.told(row)
    published = replace(row.one.score, adopted=row.total + 1)
    later = replace(row, one=replace(row.one, score=published))
    assert levels.told(later).endswith(f"结账公布的是{row.total + 1}条，之后有更正")


def test_an_exempt_unit_says_why(surveyed):
    one = replace(next(surveyed("5").units), exempt="新设单位")
    assert "免考核（新设单位）" in bullet.told(one)
