"""The chart of targets says whether the days or the year so far are held against the pace."""

from dataclasses import replace

from desk.reports.charts.bullet import draw
from desk.reports.charts.chart import Paper


def so_far(survey):
    """The same office surveyed from the year's first day on."""
    stretch = replace(survey.stretch, first=survey.stretch.begin)
    groups = tuple(
        replace(one, units=tuple(replace(unit, score=unit.so_far) for unit in one.units))
        for one in survey.groups
    )
    return replace(survey, stretch=stretch, table=survey.so_far, groups=groups)


def note(survey):
    return draw(survey, Paper.ACROSS)[0].note


def late(survey, score):
    return sum(getattr(one, score).behind > 0 for one in survey.units)


def test_a_quarter_tells_who_is_behind_in_it_and_who_since_the_years_first_day(surveyed):
    survey = surveyed("60")
    assert f"落后本期序时{late(survey, 'score')}个" in note(survey)
    assert f"年初以来落后序时{late(survey, 'so_far')}个" in note(survey)


def test_the_year_so_far_has_one_pace_only(surveyed):
    survey = so_far(surveyed("60"))
    assert f"落后序时{late(survey, 'so_far')}个" in note(survey)
    assert "本期" not in note(survey)
    assert "年初以来" not in note(survey)


def test_the_years_target_is_reached_with_the_points_of_the_year_so_far(surveyed):
    survey = surveyed("60")
    done = sum(bool(one.so_far.quota) and one.so_far.completion >= 100 for one in survey.units)
    assert done
    assert f"已完成全年目标{done}个" in note(survey)
