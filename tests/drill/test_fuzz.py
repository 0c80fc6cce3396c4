"""A hundred thousand broken files through every reader and import; prints a table.

Run by hand: python -m tests.drill.test_fuzz [TRIES] [NAME…]
"""

import logging
import sys
import tempfile
import warnings
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.fuzz.running import Tally, feed
from tests.fuzz.targets import targets

ALL = 100_000
# each costs another program, a key derivation, or a large font
COSTLY = {".rtf": 200, "加密文件": 300, "密钥文件": 1500, "字体": 1500}
CHEAP = -(-(ALL - sum(COSTLY.values())) // (len(targets()) - len(COSTLY)))
HEAD = "reader\ttries\tread\trefused\tfaults\tslowest\tmost memory"


def fed(name: str, tries: int) -> Tally:
    """Feed one reader in a process of its own, so that its memory is its own."""
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(_feed, (name, tries))


def _feed(name: str, tries: int) -> Tally:
    warnings.simplefilter("ignore")  # libraries warn of what they find odd
    logging.disable()
    target = next(one for one in targets() if one.name == name)
    with tempfile.TemporaryDirectory() as folder:
        return feed(target, range(10_000, 10_000 + tries), Path(folder))


@pytest.mark.parametrize("name", [one.name for one in targets()])
def test_no_broken_file_gets_more_than_a_sentence(name):
    tally = fed(name, COSTLY.get(name, CHEAP))
    print(tally.line())  # noqa: T201 - the drill's table
    assert tally.faults == []


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if sys.argv[1:] else 0
    print(HEAD)  # noqa: T201
    for target in targets():
        if not sys.argv[2:] or target.name in sys.argv[2:]:
            told = fed(target.name, wanted or COSTLY.get(target.name, CHEAP))
            print(told.line(), *told.faults[:20], sep="\n    ", flush=True)  # noqa: T201
