"""Columns of every unit add up to the unit's figures, in offices of any shape."""

from decimal import Decimal

import pytest

from desk.issues import Role
from desk.publications import Tier
from desk.reports.statistics.catalogue import catalogue
from desk.scoring.figures import percent

SHAPES = ("5", "60", "zeros", "giant", "negative")
COMPONENTS = (
    "submission",
    "adoption",
    "forwarding",
    "instruction",
    "commission",
    "emergency",
    "incident",
    "adjustment",
    "period",
)


@pytest.fixture(params=SHAPES)
def found(request, surveyed):
    return catalogue(surveyed(request.param))


def added(found, unit, *keys):
    return sum(found.columns[key].value(unit) or 0 for key in keys)


def test_adoptions_by_publication_tier_and_way_are_those_of_the_score(found):
    papers = [f"publication:{one.id}:count" for one in found.survey.publications]
    tiers = [f"tier:{one}:count" for one in (*Tier, "其他")]
    ways = [f"way:{one}:count" for one in (*Role, "其他")]
    for unit in found.units:
        assert added(found, unit, *papers, "publication:0:count") == unit.score.adopted
        assert added(found, unit, *tiers) == unit.score.adopted
        assert added(found, unit, *ways) == unit.score.adopted
        assert added(found, unit, "way:独立:count", "way:综合:count") == unit.score.adopted


def test_sections_and_both_uses_make_up_their_publication(found):
    for paper in found.survey.publications:
        key = f"publication:{paper.id}"
        sections = [f"section:{paper.id}:{one.id}:count" for one in paper.sections]
        for unit in found.units:
            whole = added(found, unit, f"{key}:count")
            assert added(found, unit, *sections, f"section:{paper.id}:0:count") == whole
            assert added(found, unit, f"{key}:composite:count", f"{key}:alone:count") == whole


def test_points_by_what_they_are_for_are_those_of_the_score(found):
    papers = [f"publication:{one.id}:points" for one in found.survey.publications]
    tiers = [f"tier:{one}:points" for one in (*Tier, "其他")]
    for unit in found.units:
        points = unit.score.points
        assert added(found, unit, *(f"{one}_points" for one in COMPONENTS)) == points
        assert added(found, unit, "base", "bonus") - added(found, unit, "deductions") == points
        assert added(found, unit, "gained") - added(found, unit, "deductions") == points
        assert added(found, unit, "adoption_points", "beyond_adoption") == points
        for keys in ([*papers, "publication:0:points"], tiers):
            assert added(found, unit, *keys) == added(found, unit, "adoption_points")


def test_sums_are_the_sums_of_the_units_and_rates_are_reckoned_from_sums(found):
    held = found.units
    for key in ("submitted", "adopted", "points", "so_far", "deductions"):
        column = found.columns[key]
        assert column.total(held) == sum(column.value(one) for one in held)
    rate = percent(sum(one.score.adopted for one in held), sum(one.score.submitted for one in held))
    assert found.columns["rate"].total(held) == rate / 100


def test_of_nothing_a_rate_is_zero(surveyed):
    found = catalogue(surveyed("zeros"))
    assert found.columns["rate"].total(found.units) == 0
    assert {found.columns["rate"].value(one) for one in found.units} == {Decimal(0)}


def test_every_column_explains_itself(surveyed):
    found = catalogue(surveyed("5"))
    for column in found.columns.values():
        assert column.label.name
        assert len(column.label.explanation) >= 4
    assert len({one.label.key for one in found.columns.values()}) == len(found.columns)
