"""Two thousand simulated power cuts: nothing acknowledged is lost, no store is damaged.

Run by hand: ``CUTS=230 SEED=1 pytest -s tests/drill/power_cuts``; some ten minutes.
"""

import os

import pytest

from tests.drill.kills.killing import Worlds
from tests.drill.power_cuts.cutting import ACTIONS, drill, record

CUTS = int(os.environ.get("CUTS", "230"))
SEED = int(os.environ.get("SEED", "1"))


@pytest.mark.parametrize("phase", ACTIONS)
def test_a_power_cut_loses_nothing_acknowledged(tmp_path, tell, phase):
    run = record(phase, Worlds(tmp_path), ACTIONS[phase])
    tally = drill(phase, run, CUTS, SEED)
    tell("power cuts", phase, tally.figures)
    assert tally.words == []
