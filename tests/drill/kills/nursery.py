"""A process that has imported everything and opened nothing: it forks those that will be killed.

A line in, ``phase folder seed told``, is answered with the pid of a child that does the phase and
writes what it has done to the file ``told``; a line ``pid`` waits for that child's end.
"""

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from desk.paths import Paths
from tests.drill.kills.court import PHASES


def main() -> None:
    """Serve until the input ends."""
    for line in sys.stdin:
        words = line.split()
        if len(words) == 1:
            _pid, status = os.waitpid(int(words[0]), 0)
            sys.stdout.write(f"{status}\n")
        else:
            sys.stdout.write(f"{_fork(*words)}\n")
        sys.stdout.flush()


def _fork(phase: str, folder: str, seed: str, told: str) -> int:
    pid = os.fork()
    if not pid:
        with _ending():
            _work(phase, Path(folder), int(seed), Path(told))
    return pid


@contextmanager
def _ending() -> Iterator[None]:
    """Leave by the shortest way: what the parent has open is none of the child's business."""
    try:
        yield
        os._exit(0)
    except BaseException:  # noqa: BLE001 - told, and judged by whoever reads the status
        traceback.print_exc()
        os._exit(1)


def _work(phase: str, folder: Path, seed: int, told: Path) -> None:
    os.dup2(os.open(os.devnull, os.O_RDWR), 0)
    handle = os.open(told, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def tell(*words: object) -> None:
        os.write(handle, (" ".join(map(str, words)) + "\n").encode())

    PHASES[phase](Paths(folder), Random(seed), tell)  # noqa: S311 - what to do next


if __name__ == "__main__":
    main()
