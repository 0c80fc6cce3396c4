"""Two thousand simulated power cuts: nothing acknowledged is lost, no store is damaged.

Run by hand: ``CUTS=300 SEED=1 pytest -s tests/drill/power_cuts``; some ten minutes.
"""

import os

from tests.drill.kills.killing import Worlds
from tests.drill.power_cuts.cutting import ACTIONS, drill, record, table

CUTS = int(os.environ.get("CUTS", "300"))
SEED = int(os.environ.get("SEED", "1"))


def test_a_power_cut_loses_nothing_acknowledged(tmp_path):
    worlds, tallies = Worlds(tmp_path), {}
    for phase, actions in ACTIONS.items():
        run = record(phase, worlds, actions)
        tallies[phase] = drill(phase, run, CUTS, SEED)
        print(table(tallies), flush=True)  # noqa: T201 - the drill's result
    assert [name for name, one in tallies.items() if not one.is_clean] == []
