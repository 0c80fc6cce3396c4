"""Kill the product over a thousand times in the middle of its work: nothing is lost or half.

Run by hand: ``KILLS=1.0 SEED=7 pytest -s tests/drill/kills``; some half an hour.
"""

import os

import pytest

from tests.drill.kills.killing import Nursery, Worlds, drill

SHARE = float(os.environ.get("KILLS", "1"))
SEED = int(os.environ.get("SEED", "7"))
KILLS = {
    "import": 100,
    "edit": 150,
    "release": 160,
    "closing": 120,
    "backup": 120,
    "migration": 120,
    "restore": 120,
    "matters": 120,
    "password": 120,
    "rekey": 100,
    "wiping": 80,
    "carrying": 80,
    "rehearsal": 60,
    "handover": 80,
    "take-over": 100,
    "salvage": 60,
}


@pytest.fixture(scope="module")
def nursery():
    made = Nursery()
    yield made
    made.close()


@pytest.fixture(scope="module")
def worlds(tmp_path_factory):
    return Worlds(tmp_path_factory.mktemp("worlds"))


@pytest.mark.parametrize("phase", KILLS)
def test_nothing_is_lost_or_half_after_a_kill(nursery, worlds, tell, phase):
    tally = drill(phase, max(1, round(KILLS[phase] * SHARE)), nursery, worlds, SEED)
    tell("kills", phase, tally.figures)
    assert tally.words == []
