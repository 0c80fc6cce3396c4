"""A disk that fills up at a few points; every point is in tests/drill/faults."""

import sys
from random import Random

import pytest

from tests.drill.faults.test_faults import FINE, points
from tests.drill.kills.killing import Worlds

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="calls are refused on Linux only")


def test_a_full_disk_is_told_and_leaves_nothing_half(tmp_path):
    source = Worlds(tmp_path).source("edit", Random(1))  # noqa: S311
    found = points(source, "edit", "full", 1)
    assert {how for how, *_ in found} <= set(FINE)
    assert any("磁盘已满" in said for *_, said in found)
