"""Kill the product in the middle of what it does, open the store again, and judge it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

from desk.paths import Paths
from tests.drill.kills import ground
from tests.drill.kills.court import judge_of
from tests.drill.kills.guarding import spoil
from tests.drill.kills.judging import Verdict

ROOT = Path(__file__).resolve().parents[3]
LIVES = 10  # kills after which a phase begins with a store as it was
_SOON_S = 0.25  # from an action that was told to the kill, at most
_LATEST_S = 60  # a busy machine
SPANS_S = {  # from the fork to the kill, where it comes before the first action is told
    "import": 3.0,
    "edit": 0.3,
    "release": 1.0,
    "closing": 0.3,
    "backup": 0.5,
    "migration": 0.12,
    "restore": 0.8,
    "matters": 0.3,
    "password": 0.1,
    "rekey": 1.0,
    "wiping": 1.5,
    "carrying": 0.8,
    "rehearsal": 1.0,
    "handover": 1.0,
    "take-over": 0.5,
    "salvage": 1.5,
}
MOST = {  # actions told before the kill, at most
    "import": 14,
    "edit": 40,
    "release": 6,
    "closing": 10,
    "backup": 4,
    "migration": 0,
    "restore": 4,
    "matters": 30,
    "password": 40,
    "rekey": 5,
    "wiping": 6,
    "carrying": 6,
    "rehearsal": 6,
    "handover": 6,
    "take-over": 20,
    "salvage": 1,
}
_ONCE = ("migration", "salvage")  # done after one life


@dataclass(frozen=True)
class Moment:
    """When to kill: so long after so many actions were told."""

    actions: int
    seconds: float

    @classmethod
    def of(cls, phase: str, chance: Random) -> "Moment":
        """Half of them before the first action is told, the others between any two."""
        actions = chance.randint(0, MOST[phase]) if chance.random() < 0.5 else 0
        return cls(actions, chance.uniform(0.002, _SOON_S if actions else SPANS_S[phase]))

    def wait(self, told: Path, pid: int) -> None:
        """Wait for it, or until the process has ended by itself."""
        latest = time.monotonic() + _LATEST_S
        while len(_lines(told)) < self.actions and time.monotonic() < latest:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return
            time.sleep(0.002)
        time.sleep(self.seconds)


def _lines(told: Path) -> list[str]:
    return told.read_text().splitlines() if told.exists() else []


class Nursery:
    """The process that forks the ones to be killed."""

    def __init__(self) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.drill.kills.nursery"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def kill(self, phase: str, folder: Path, seed: int, moment: Moment) -> tuple[list[str], int]:
        """Begin a phase and kill it; what it told, and how it ended (9: killed)."""
        told = folder.with_name("told")
        told.unlink(missing_ok=True)
        pid = int(self._ask(f"{phase} {folder} {seed} {told}"))
        moment.wait(told, pid)
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        status = int(self._ask(str(pid)))
        return _lines(told), status

    def close(self) -> None:
        """Let it go."""
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def _ask(self, line: str) -> str:
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        return self._process.stdout.readline()


@dataclass
class Tally(Verdict):
    """What the kills of one phase came to."""

    kills: int = 0
    acknowledged: int = 0

    @property
    def figures(self) -> dict[str, int]:
        """Its row in the table."""
        return {"kills": self.kills, "acknowledged": self.acknowledged, **self.wrong}


class Worlds:
    """The folders that phases begin with, made once and copied."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: set[Path] = set()

    def new(self, phase: str, chance: Random) -> Paths:
        """A fresh data folder for a phase."""
        source = self.source(phase, chance)
        world = self._folder / phase
        shutil.rmtree(world, ignore_errors=True)
        shutil.copytree(source, world)
        paths = Paths(world / "data")
        if phase == "take-over":
            shutil.rmtree(paths.data)
        if phase == "salvage":
            spoil(paths.store)
        return paths

    def source(self, phase: str, chance: Random) -> Path:
        """What a phase's folders are copies of."""
        steps = chance.choice((1, 5, 9, 14, 19, 23)) if phase == "migration" else 0
        source = self._folder / f"source-{steps}"
        if source not in self._made:
            self._made.add(source)
            paths = Paths(source / "data")
            if steps:
                ground.build_old(paths, steps)
            else:
                ground.build(paths)
                ground.write_files(source / "files", "甲")
                ground.write_backup(paths, source / "first.infodesk")
        return source


def drill(phase: str, kills: int, nursery: Nursery, worlds: Worlds, seed: int) -> Tally:
    """Kill a phase so many times; every kill is judged at once."""
    chance, tally = Random(f"{phase}{seed}"), Tally()  # noqa: S311 - moments
    judge, paths = judge_of(phase), worlds.new(phase, chance)
    number = -1
    while tally.kills < kills:
        number += 1
        if number and (number % LIVES == 0 or phase in _ONCE):
            judge, paths = judge_of(phase), worlds.new(phase, chance)
        moment, task = Moment.of(phase, chance), chance.randrange(1 << 30)
        told, status = nursery.kill(phase, paths.data, task, moment)
        assert status in (0, signal.SIGKILL), f"{phase} ended by itself with {status}"
        tally.kills += status == signal.SIGKILL
        tally.acknowledged += len(told)
        judge.judge(paths, [line.split() for line in told], tally, f"{phase} {number}")
    return tally
