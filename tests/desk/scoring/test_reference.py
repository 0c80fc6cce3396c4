"""The engine and a second, slow reading of the manual give the same figures."""

import pytest

from tests.reference.cases import case
from tests.reference.comparing import differences


@pytest.mark.parametrize("hundred", range(3))
def test_random_offices_get_the_same_figures_twice(hundred):
    seeds = range(hundred * 100, hundred * 100 + 100)
    assert {seed: found for seed in seeds if (found := differences(case(seed)))} == {}


@pytest.mark.parametrize("seed", [2016, 2921, 4139, 4320, 5643, 9261, 11077, 11377])
def test_an_office_that_once_differed_agrees(seed):
    assert differences(case(seed)) == []


def test_the_random_offices_reach_every_table():
    met = {
        type(clause).__name__
        for seed in range(100)
        for scheme in case(seed).office.schemes
        for clause in scheme.clauses
    }
    assert met == {
        *("Points", "Bonus", "Repeat", "Gate", "Recode", "Deadline", "Attribution"),
        *("BasePoints", "Limit", "Task", "RateLine", "Counter", "PassLine"),
        *("Conversion", "Ranking", "Rounding"),
    }
