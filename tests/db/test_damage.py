"""A few damaged files of each kind; six hundred are in tests/drill/damage."""

import pytest

from desk.paths import Paths
from tests.drill.damage.damaging import KINDS, drill
from tests.drill.kills import ground


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    paths = Paths(tmp_path_factory.mktemp("source") / "data")
    ground.build(paths)
    ground.write_backup(paths, None)
    return paths.data


@pytest.mark.parametrize("kind", KINDS)
def test_damage_is_noticed_and_restored(source, tmp_path, kind):
    tally = drill(source, tmp_path / "data", kind, 4, seed=5)
    assert tally.failed == []
    assert (tally.noticed, tally.restored, tally.salvaged) == (4, 4, 1)
