"""A unit's figures as they are read out on the telephone."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desk.scoring.progress.gap import Offer
from desk.scoring.results import GroupScores, ScoreTable, UnitScore
from desk.surveys.words import change_words, unit_words
from desk.units import Unit, UnitGroup

NEWS = (Offer("信息", Decimal(5), "篇", used=3), Offer("专报", Decimal(20), "篇"))


def score(name, rank, points, **more):
    values = {
        "submitted": 8, "adopted": 2, "rate": Decimal("25.0"), "quota": Decimal(40),
        "quota_items": 0, "completion": Decimal("16.3"), "pace": Decimal("53.8"),
        "behind": Decimal("15.02"), "lines": (),
    }  # fmt: skip
    unit = Unit(f"云岭县{name[1:]}", name, 1, id=hash(name))
    return UnitScore(unit, rank, Decimal(points), **(values | more))


def table(*units, first=date(2026, 1, 1)):
    group = GroupScores(UnitGroup("县政府工作部门", id=1), units)
    return ScoreTable(first, date(2026, 7, 15), (), Decimal("53.8"), (group,))


def test_the_words_tell_rank_points_gap_and_what_leads_past_the_unit_above():
    above, here = score("县水利局", 1, "12"), score("县教育局", 2, "6.5")
    words = unit_words(here, table(above, here), "2026年至今", NEWS)
    assert words == (
        "云岭县教育局，2026年至今在县政府工作部门 2 个单位里排第 2 名。"
        "得 6.5 分，报送 8 条，采用 2 条，采用率 25.0%。"
        "全年目标 40 分，完成 16.3%，还差 33.5 分（7 篇信息）；"
        "序时进度 53.8%，落后 15.02 分（4 篇信息）。"
        "前面是第 1 名县水利局，得 12 分，差 5.5 分，再采用 2 篇信息就能超过。"
    )


def test_as_many_items_as_are_level_are_not_enough_to_pass():
    above, here = score("县水利局", 1, "10"), score("县教育局", 2, "0")
    assert "再采用 3 篇信息就能超过" in unit_words(here, table(above, here), "", NEWS)
    assert "（挂零）" in unit_words(here, table(above, here), "")


def test_of_days_that_are_no_year_nothing_is_said_of_the_years_gap():
    here = score("县教育局", 1, "6.5")
    words = unit_words(here, table(here, first=date(2026, 4, 1)), "2026年第二季度")
    assert "全年目标 40 分，这段时间完成 16.3%，应完成 53.8%，落后 15.02 分。" in words
    assert "还差" not in words


def test_the_first_hears_its_lead_and_level_units_are_named():
    first, second, third = (
        score("县水利局", 1, "12"), score("县教育局", 2, "6.5"), score("县林业局", 2, "6.5"),
    )  # fmt: skip
    whole = table(first, second, third)
    assert "后面是第 2 名县教育局、县林业局，领先 5.5 分" in unit_words(first, whole, "")
    assert "排第 2 名（与县林业局并列）" in unit_words(second, whole, "")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"quota": None, "completion": None, "behind": Decimal(0)}, "没有下达全年目标分"),
        ({"quota": Decimal(5), "completion": Decimal(130)}, "目标已完成，超 1.5 分"),
        ({"behind": Decimal(0)}, "序时进度 53.8%，达到序时"),
        ({"rank": 0, "barred": ("失实",)}, "不排名（取消评先：失实）"),
    ],
)
def test_other_cases_have_words_of_their_own(change, said):
    here = replace(score("县教育局", 1, "6.5"), **change)
    assert said in unit_words(here, table(here), "2026年至今", NEWS)


def test_where_units_are_ranked_by_another_figure_no_items_are_promised():
    above = score("县水利局", 1, "12", placing="按完成率 80%")
    here = score("县教育局", 2, "16", placing="按完成率 70%")
    words = unit_words(here, table(above, here), "", NEWS)
    assert words.endswith("前面是第 1 名县水利局。")


@pytest.mark.parametrize(
    ("climbed", "is_new", "sign"),
    [(2, False, "▲2"), (-1, False, "▼1"), (0, False, "—"), (None, False, ""), (None, True, "新")],
)
def test_a_change_of_rank_is_a_sign(climbed, is_new, sign):
    assert change_words(climbed, is_new=is_new) == sign
