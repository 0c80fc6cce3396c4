"""A few simulated power cuts; two thousand are in tests/drill/power_cuts."""

import sys

import pytest

from tests.drill.kills.killing import Worlds
from tests.drill.power_cuts.cutting import drill, record

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="calls are recorded on Linux only")


@pytest.mark.parametrize(("phase", "actions"), [("edit", 10), ("restore", 2)])
def test_a_power_cut_loses_nothing_acknowledged(tmp_path, phase, actions):
    tally = drill(phase, record(phase, Worlds(tmp_path), actions), cuts=15, seed=4)
    assert tally.synced > 10
    assert (tally.lost, tally.half, tally.damaged) == ([], [], [])
