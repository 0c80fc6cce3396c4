"""Curves, months, kinds, tasks, instructions, upward and coverage say what the ledger says."""

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desk.facts import FactKind
from desk.reports.charts import covered, curves, heat, instructions, kinds, tasks, upward
from desk.reports.charts.steps import scale_of
from desk.reports.charts.style import BELOW, STEPS
from desk.surveys.coverage import Amount, coverage

shapes = pytest.mark.parametrize("shape", ["5", "60", "giant", "negative", "zeros"])


@shapes
def test_a_curve_ends_at_the_years_points(surveyed, shape):
    survey = surveyed(shape)
    for one in survey.units:
        curve = curves.curve_of(survey, one)
        assert curve.reached == one.so_far.points
        assert curve.points[-1][0] == survey.stretch.last
        assert curve.quota == (one.so_far.quota or None)


@shapes
def test_the_offices_curve_is_that_of_all_units_with_a_target(surveyed, shape):
    survey = surveyed(shape)
    whole, *groups = curves.curves(survey)
    asked = [one.so_far for one in survey.units if one.so_far.quota]
    assert whole.reached == sum(one.points for one in asked) == sum(one.reached for one in groups)
    assert whole.quota == sum(one.quota for one in asked)


@shapes
def test_months_are_those_of_the_months_tab_up_to_the_last_day(surveyed, shape):
    survey = surveyed(shape)
    for one in survey.units:
        months = heat.figures(survey, one)
        assert [each.points for each in months] == list(one.months.points[:9])
        assert (months[0].first, months[-1].last) == (date(2026, 1, 1), date(2026, 9, 30))


def test_silent_months_are_counted_back_from_the_last(surveyed):
    survey = surveyed("5")
    months = heat.figures(survey, next(survey.units))

    def of(*points):
        return [replace(months[0], points=None if p is None else Decimal(p)) for p in points]

    assert heat.silent_months(of(0, 2, 0, 0)) == 2
    assert heat.silent_months(of(None, 0, 0)) == 2
    assert heat.silent_months(of(1, 2)) == 0


def test_a_fill_grows_darker_with_the_amount_and_a_loss_is_hatched():
    scale = scale_of([1, 3, 8, 12, -2], "分")
    assert scale.fill(0) is None
    assert scale.fill(-2) is BELOW
    places = [STEPS.index(scale.fill(value)) for value in (1, 3, 8, 12)]
    assert places == sorted(places)
    assert places[0] == 0
    assert [key.words for key in scale_of([], "条").legend()] == ["有条"]


@shapes
def test_kinds_add_up_to_what_was_sent_and_adopted(surveyed, shape):
    survey = surveyed(shape)
    for name, order in ((kinds.kind_of, kinds.KIND_ORDER), (kinds.depth_name, kinds.DEPTH_ORDER)):
        whole, *groups = kinds.figures(survey, FactKind.SUBMISSION, name, order)
        assert whole.total == sum(one.submitted for one in survey.table.units)
        assert sum(one.total for one in groups) == whole.total
        whole, *_ = kinds.figures(survey, FactKind.ADOPTION, name, order)
        assert whole.total == sum(one.adopted for one in survey.table.units)


@shapes
@pytest.mark.parametrize("matter", [FactKind.COMMISSION, FactKind.EMERGENCY])
def test_tasks_are_the_facts_booked(surveyed, shape, matter):
    survey = surveyed(shape)
    booked = Counter(
        one.fact.particulars.outcome for one in survey.unit_records if one.kind is matter
    )
    shown = Counter()
    for block in tasks.figures(survey, matter):
        for row in block.rows:
            shown.update(row.parts)
    assert +shown == booked


@shapes
def test_instructions_are_the_facts_booked_and_listed_once(surveyed, shape):
    survey = surveyed(shape)
    booked = [one for one in survey.unit_records if one.kind is FactKind.INSTRUCTION]
    rows = [row for block in instructions.figures(survey) for row in block.rows]
    assert sum(row.total for row in rows) == len(booked)
    assert sum(len(one.units) for one in instructions.items(survey)) == len(booked)


def test_a_joint_items_instruction_is_listed_once_with_all_units(surveyed):
    survey = surveyed("60")
    record = next(one for one in survey.unit_records if one.kind is FactKind.INSTRUCTION)
    other = next(one for one in survey.units if one.unit != record.unit)
    twin = replace(record, unit=other.unit, fact=replace(record.fact, unit_id=other.unit.id))
    groups = tuple(
        replace(
            group,
            units=tuple(
                replace(one, records=(*one.records, twin)) if one.unit == other.unit else one
                for one in group.units
            ),
        )
        for group in survey.groups
    )
    joint = replace(survey, groups=groups)
    assert len(instructions.items(joint)) == len(instructions.items(survey))


@shapes
def test_upward_adoptions_are_those_of_the_higher_tiers(surveyed, shape):
    survey = surveyed(shape)
    booked = Counter(
        record.tier.value
        for one in survey.units
        for record in one.records
        if record.kind is FactKind.ADOPTION and record.tier.value in upward.TIERS
    )
    months = upward.figures(survey)
    assert Counter({t: sum(one.counts[t] for one in months) for t in upward.TIERS}) == booked


@shapes
def test_the_maps_columns_are_the_topics_and_what_has_none(surveyed, shape):
    survey = surveyed(shape)
    held = coverage(survey)
    shown = covered.figures(held)
    assert set(survey.topics) <= set(shown)
    assert covered.left_out(held, shown) == ()


def test_of_many_topics_the_most_sent_on_have_columns(surveyed):
    survey = replace(surveyed("5"), topics=tuple(f"选题{at}" for at in range(30)))
    held = coverage(survey)
    some = {(held.units[0].id, f"选题{at}"): Amount(at) for at in range(1, 30)}
    held = replace(held, by_topic=some)
    shown = covered.figures(held)
    assert shown == tuple(f"选题{at}" for at in range(10, 30))
    assert len(covered.left_out(held, shown)) == 9


def test_the_legend_says_where_each_step_begins():
    def words(*values, **more):
        return [key.words for key in scale_of(values, "条", **more).legend()]

    assert words(1, 4, 9, whole=True) == ["1—2条", "3—4条", "5—6条", "7—8条", "9条以上"]
    assert words(1, 2, whole=True) == ["1条", "2条以上"]
    assert words(1, 30, 200)[-1] == "超过150条"
