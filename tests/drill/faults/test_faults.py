"""A disk that refuses at every point: a sentence each time, nothing half, and work goes on after.

Run by hand: ``POINTS=3 pytest -s tests/drill/faults``; some ten minutes.
"""

import os
import subprocess
import sys
from collections import Counter
from random import Random

import pytest

from tests.drill.faults.faulting import DEEDS, FAULTS
from tests.drill.kills.killing import ROOT, Worlds

POINTS = int(os.environ.get("POINTS", "3"))
FINE = ("refused", "unharmed")


def points(source, deed, fault, most):
    """How each point ended: (how, where, what was said)."""
    module = "tests.drill.faults.faulting"
    words = [sys.executable, "-m", module, str(source), deed, fault, str(most)]
    done = subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603
    return [line.split("\t") for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    return Worlds(tmp_path_factory.mktemp("worlds")).source("edit", Random(1))  # noqa: S311


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("deed", DEEDS)
def test_every_refusal_is_told_and_leaves_nothing_half(source, tell, deed, fault):
    found = points(source, deed, fault, POINTS)
    ended = Counter(how for how, *_ in found)
    wrong = [one for one in found if one[0] not in FINE]
    told = {how: ended[how] for how in FINE} | {"wrong": len(wrong)}
    tell("faults", f"{deed}, {fault}", {"points": len(found), **told})
    assert wrong == []
