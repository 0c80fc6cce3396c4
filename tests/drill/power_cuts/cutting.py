"""Cut the power at random moments of a recorded run, and look at what the disk would hold.

What was synced is there; of the later writes half are, some of them torn at 512 bytes. Names (new,
changed, removed) come to the disk in their order, as journalling file systems keep them: those
before the last sync of a folder are there for certain, of the later ones any number.
"""

import pickle
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from desk.paths import Paths
from tests.drill.kills.court import judge_of
from tests.drill.kills.judging import Verdict
from tests.drill.kills.killing import ROOT, Worlds

ACTIONS = {"edit": 25, "matters": 12, "closing": 4, "release": 2, "backup": 3, "migration": 1}
ACTIONS |= {"restore": 4, "password": 20, "rekey": 5, "wiping": 4}
_SECTOR = 512
_NAMES = ("link", "rename", "unlink", "mkdir", "rmdir")
_CONTENTS = ("write", "cut")


@dataclass(frozen=True)
class Run:
    """A folder as it was, and all that was done to it."""

    paths: Paths
    begun: dict[str, tuple[int, bytes]]  # by path: the file's number and bytes
    events: Sequence[tuple]


@dataclass
class Tally(Verdict):
    """What the cuts of one run came to."""

    cuts: int = 0
    synced: int = 0

    @property
    def figures(self) -> dict[str, int]:
        """Its row in the table."""
        return {"cuts": self.cuts, "synced": self.synced, **self.wrong}


def record(phase: str, worlds: Worlds, actions: int) -> Run:
    """Run a phase in a process of its own, to so many actions."""
    paths = worlds.new(phase, Random(2))  # noqa: S311 - which old store
    out = paths.data.with_name("recorded")
    module = "tests.drill.power_cuts.recording"
    words = [sys.executable, "-m", module, phase, str(paths.data), str(actions), str(out)]
    subprocess.run(words, cwd=ROOT, check=True)  # noqa: S603 - ours
    return Run(paths, *pickle.loads(out.read_bytes()))  # noqa: S301 - our own


def drill(phase: str, run: Run, cuts: int, seed: int) -> Tally:
    """Cut a recorded run so many times; each state of the disk is opened and judged."""
    chance = Random(f"{phase}{seed}")  # noqa: S311 - moments
    tally = Tally(synced=sum(1 for one in run.events if one[0].startswith("sync")))
    for _ in range(cuts):
        moment = chance.randrange(len(run.events) + 1)
        _write(run, dict(_left(run, moment, chance)))
        tally.cuts += 1
        told = [words.split() for kind, words, *_ in run.events[:moment] if kind == "told"]
        judge_of(phase).judge(run.paths, told, tally, f"{phase} at {moment}", 1)
    return tally


def _left(run: Run, moment: int, chance: Random) -> Iterator[tuple[str, bytes]]:
    """The files that are there after a cut, by path."""
    done = run.events[:moment]
    contents = _contents(run, done, chance)
    names = {path: number for path, (number, _) in run.begun.items()}
    changes = [(at, one) for at, one in enumerate(done) if one[0] in _NAMES]
    last = max((at for at, one in enumerate(done) if one[0] == "sync-folder"), default=-1)
    certain = sum(1 for at, _ in changes if at < last)
    for _, (kind, path, *more) in changes[: chance.randint(certain, len(changes))]:
        if kind == "link":
            names[path] = more[0]
        elif kind == "rename":
            names = dict(_renamed(names, path, more[0]))
        else:
            names.pop(path, None)
    for path, number in names.items():
        yield path, contents.get(number, b"")


def _renamed(names: dict[str, int], old: str, new: str) -> Iterator[tuple[str, int]]:
    for path, number in names.items():
        if path == old or path.startswith(f"{old}/"):
            continue
        if path != new:
            yield path, number
    for path, number in names.items():
        if path == old or path.startswith(f"{old}/"):
            yield new + path[len(old) :], number


def _contents(run: Run, done: Sequence[tuple], chance: Random) -> dict[int, bytes]:
    held = {number: bytearray(data) for number, data in run.begun.values()}
    synced = {one[1]: at for at, one in enumerate(done) if one[0] == "sync"}
    for at, (kind, number, *more) in enumerate(done):
        if kind not in _CONTENTS:
            continue
        is_certain = at < synced.get(number, -1)
        if not is_certain and chance.random() < 0.5:
            continue
        data = held.setdefault(number, bytearray())
        if kind == "cut":
            del data[more[0] :]
            data.extend(bytes(more[0] - len(data)))
        else:
            _put(data, *more, torn=None if is_certain else chance)
    return {number: bytes(data) for number, data in held.items()}


def _put(data: bytearray, offset: int, new: bytes, torn: Random | None) -> None:
    if torn is not None and torn.random() < 0.3:
        sectors = range(-(-len(new) // _SECTOR))
        for one in torn.sample(sectors, torn.randint(0, len(sectors))):
            part = new[one * _SECTOR : (one + 1) * _SECTOR]
            _put(data, offset + one * _SECTOR, part, None)
        return
    data.extend(bytes(max(0, offset - len(data))))
    data[offset : offset + len(new)] = new


def _write(run: Run, files: dict[str, bytes]) -> None:
    shutil.rmtree(run.paths.data, ignore_errors=True)
    run.paths.data.mkdir()
    for name, data in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
