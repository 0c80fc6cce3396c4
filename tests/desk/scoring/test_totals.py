from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desk.facts import reversals
from desk.issues import Role
from desk.scoring.scheme import Scheme
from desk.scoring.totals import score
from desk.units import Unit

NEW_YEAR, END = date(2026, 1, 1), date(2026, 9, 30)


@pytest.fixture
def table(basis):
    def run(*facts, first=NEW_YEAR, last=END, basis=basis, today=None):
        return score(basis, facts, first, last, today=today)

    return run


def by_name(table):
    return {item.unit.short: item for item in table.units}


def test_equal_points_share_a_rank_and_the_next_is_skipped(table, adopted):
    facts = [adopted(1), adopted(1), adopted(2), adopted(3), adopted(4, section_id=2)]
    ranks = [(item.unit.short, item.rank) for item in table(*facts).groups[0].units]
    assert ranks == [("财政局", 1), ("教育局", 2), ("水利局", 2), ("审计局", 4)]


def test_groups_are_ranked_apart_in_their_order(table, adopted):
    groups = table(adopted(5)).groups
    assert [item.group.name for item in groups] == ["县直部门", "乡镇"]
    assert [item.rank for item in groups[0].units] == [1, 1, 1, 1]


def test_a_unit_without_facts_stands_there_with_zeros(table):
    unit = by_name(table())["财政局"]
    assert (unit.points, unit.submitted, unit.adopted, unit.rate) == (0, 0, 0, 0)
    assert unit.zero
    assert unit.lines == ()


def test_completion_measures_the_whole_year_and_pace_what_went_by(table, adopted):
    unit = by_name(table(adopted(1), adopted(1)))["财政局"]
    assert (unit.quota, unit.completion, unit.pace) == (12, 50, 75)
    assert unit.behind == 3  # 12 × 3/4 − 6


def test_a_unit_level_with_the_pace_is_not_behind(table, adopted):
    assert by_name(table(*[adopted(1)] * 3))["财政局"].behind == 0


def test_the_pace_stops_at_today(table):
    year = table(last=date(2026, 12, 31), today=date(2026, 6, 30))
    assert year.pace == 50


def test_a_unit_without_a_quota_has_no_completion(table, adopted):
    unit = by_name(table(adopted(4)))["审计局"]
    assert (unit.quota, unit.completion, unit.behind) == (None, None, 0)


def test_the_rate_is_the_part_of_the_drafts_that_was_printed(table, adopted, submitted):
    unit = by_name(table(adopted(1), adopted(1), *[submitted(1)] * 3))["财政局"]
    assert (unit.submitted, unit.adopted, unit.rate) == (3, 2, Decimal("66.7"))


def test_days_outside_the_window_do_not_count(table, adopted):
    facts = [adopted(day=date(2025, 12, 31)), adopted(day=date(2026, 10, 1))]
    assert by_name(table(*facts))["财政局"].zero


def test_an_inactive_unit_is_there_only_with_facts(table, basis, adopted):
    gone = [Unit("云岭县老局", "老局", 1, active=False, id=8)]
    office = replace(basis, units=[*basis.units, *gone])
    assert "老局" not in by_name(table(basis=office))
    assert by_name(table(adopted(8), basis=office))["老局"].points == 3


def test_a_unit_of_no_known_group_is_not_lost(table, basis, adopted):
    office = replace(basis, units=[Unit("云岭县新局", "新局", 99, id=9)])
    (group,) = table(adopted(9), basis=office).groups
    assert group.group.name == "未分组"


def test_a_new_scheme_changes_the_points_from_its_first_day(table, basis, scheme, adopted):
    doubled = [replace(rule, points=rule.points * 2) for rule in scheme.rules]
    second = Scheme("下半年办法", date(2026, 7, 1), tuple(doubled), id=2)
    office = replace(basis, schemes=[scheme, second])
    result = table(adopted(day=date(2026, 6, 30)), adopted(day=date(2026, 7, 1)), basis=office)
    assert by_name(result)["财政局"].points == 9
    assert result.schemes == ("2026年计分办法", "下半年办法")


def test_a_split_item_adds_up_over_its_units(table, adopted):
    facts = [adopted(unit, role=Role.JOINT, shares=4) for unit in (1, 2, 3, 5)]
    assert sum(item.points for item in table(*facts).units) == 3


def test_a_month_with_nothing_but_a_reversal_stands_below_zero(table, adopted, submitted):
    back = list(reversals([adopted(4)], date(2026, 5, 6), "issue:9", "撤销第1期"))
    window = {"first": date(2026, 5, 1), "last": date(2026, 5, 31)}
    unit = by_name(table(*back, submitted(4, date(2026, 5, 2)), **window))["审计局"]
    assert (unit.points, unit.adopted, unit.submitted, unit.rate) == (-3, -1, 1, -100)
    assert unit.zero


def test_a_closed_unit_whose_adoption_was_taken_back_still_shows_both_lines(table, basis, adopted):
    gone = [Unit("云岭县老局", "老局", 1, active=False, id=8)]
    office = replace(basis, units=[*basis.units, *gone])
    booked = replace(adopted(8), id=1)
    back = list(reversals([booked], date(2026, 5, 6), "issue:9", "撤销第1期"))
    unit = by_name(table(booked, *back, basis=office))["老局"]
    assert (unit.points, unit.adopted, len(unit.lines)) == (0, 0, 2)
