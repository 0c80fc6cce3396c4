"""The evidence annex holds every line behind every point."""

from decimal import Decimal

import pytest

from desk.reports.evidence import evidence
from desk.reports.register import register_pdf


@pytest.mark.parametrize("shape", ["5", "60", "negative"])
def test_the_points_of_the_lines_add_up_to_every_unit(surveyed, shape):
    survey = surveyed(shape)
    parts = {part.heading: part.lines for part in evidence(survey, "王敏 制").parts}
    for group in survey.groups:
        for unit in group.units:
            if unit.score.lines:
                lines = next(
                    held
                    for heading, held in parts.items()
                    if f"{group.group.name}　{unit.unit.name}　" in heading
                )
                assert sum(Decimal(line[4]) for line in lines) == unit.score.points


def test_units_without_points_are_named_at_the_end(surveyed):
    survey = surveyed("zeros")
    (part,) = evidence(survey, "王敏 制").parts
    assert part.heading == "没有得分的 60 个单位"
    assert all(one.unit.name in part.lines[0][1] for one in survey.units)


def test_it_prints(surveyed):
    assert register_pdf(evidence(surveyed("5"), "王敏 制")).startswith(b"%PDF")
