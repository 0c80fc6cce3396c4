"""Six hundred damaged files of six kinds: all noticed when opened, all restored.

Run by hand: ``FILES=100 pytest -s tests/drill/damage``; some ten minutes.
"""

import os

from desk.paths import Paths
from tests.drill.damage.damaging import KINDS, drill, table
from tests.drill.kills import ground

FILES = int(os.environ.get("FILES", "100"))


def test_all_damage_is_noticed_and_all_is_restored(tmp_path):
    paths, tallies = Paths(tmp_path / "source"), {}
    ground.build(paths)
    ground.write_backup(paths, None)
    for kind in KINDS:
        tallies[kind] = drill(paths.data, tmp_path / "data", kind, FILES, seed=3)
        print(table(tallies), flush=True)  # noqa: T201 - the drill's result
    assert [kind for kind, one in tallies.items() if not one.is_clean] == []
