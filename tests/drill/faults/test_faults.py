"""A disk that refuses at every point: a sentence each time, nothing half, and work goes on after.

Run by hand: ``POINTS=12 pytest -s tests/drill/faults``; some ten minutes.
"""

import os
import subprocess
import sys
from collections import Counter
from random import Random

from tests.drill.faults.faulting import DEEDS, FAULTS
from tests.drill.kills.killing import ROOT, Worlds

POINTS = int(os.environ.get("POINTS", "12"))
FINE = {"refused", "unharmed"}


def points(source, deed, fault, most):
    """How each point ended: (how, where, what was said)."""
    module = "tests.drill.faults.faulting"
    words = [sys.executable, "-m", module, str(source), deed, fault, str(most)]
    done = subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603
    return [line.split("\t") for line in done.stdout.splitlines()]


def test_every_refusal_is_told_and_leaves_nothing_half(tmp_path):
    source, wrong = Worlds(tmp_path).source("edit", Random(1)), []  # noqa: S311
    for deed in DEEDS:
        for fault in FAULTS:
            found = points(source, deed, fault, POINTS)
            ended = Counter(how for how, *_ in found)
            print(f"{deed:<10}{fault:<12}{len(found):>5} {dict(ended)}", flush=True)  # noqa: T201
            wrong += [(deed, fault, *one) for one in found if one[0] not in FINE]
    assert wrong == []
