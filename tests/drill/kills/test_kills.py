"""Kill the product over a thousand times in the middle of its work: nothing is lost or half.

Run by hand: ``KILLS=1.0 SEED=7 pytest -s tests/drill/kills``; some half an hour.
"""

import os

import pytest

from tests.drill.kills.killing import Nursery, Worlds, drill, table

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


@pytest.fixture
def nursery():
    made = Nursery()
    yield made
    made.close()


def test_nothing_is_lost_or_half_after_a_kill(nursery, tmp_path):
    worlds, tallies = Worlds(tmp_path), {}
    for phase, kills in KILLS.items():
        tallies[phase] = drill(phase, max(1, round(kills * SHARE)), nursery, worlds, SEED)
        print(table(tallies), flush=True)  # noqa: T201 - the drill's result
    assert [name for name, one in tallies.items() if not one.is_clean] == []
