"""Six hundred damaged files of six kinds: all noticed when opened, all restored.

Run by hand: ``FILES=100 pytest -s tests/drill/damage``; some ten minutes.
"""

import os

import pytest

from desk.paths import Paths
from tests.drill.damage.damaging import KINDS, drill
from tests.drill.kills import ground

FILES = int(os.environ.get("FILES", "100"))


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    paths = Paths(tmp_path_factory.mktemp("source") / "data")
    ground.build(paths)
    ground.write_backup(paths, None)
    return paths.data


@pytest.mark.parametrize("kind", KINDS)
def test_all_damage_is_noticed_and_all_is_restored(source, tmp_path, tell, kind):
    tally = drill(source, tmp_path / "data", kind, FILES, seed=3)
    tell("damage", kind, tally.figures)
    assert tally.failed == []
    assert tally.files == tally.noticed == tally.restored
