"""A kill of each kind; more than a thousand of them are in tests/drill/kills."""

import pytest

from tests.drill.kills.killing import SPANS_S, Nursery, Worlds, drill


@pytest.fixture(scope="module")
def nursery():
    made = Nursery()
    yield made
    made.close()


@pytest.fixture(scope="module")
def worlds(tmp_path_factory):
    return Worlds(tmp_path_factory.mktemp("worlds"))


@pytest.mark.parametrize("phase", SPANS_S)
def test_what_was_acknowledged_survives_being_killed(nursery, worlds, phase):
    tally = drill(phase, 1, nursery, worlds, seed=11)
    assert (tally.lost, tally.half, tally.damaged) == ([], [], [])
