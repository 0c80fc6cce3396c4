"""Start to a usable 今日, with the files in memory and without; memory with ten years open."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from desk.paths import Paths
from tests.bench.measuring import Measurement, Plan, summary

_CACHES = Path("/proc/sys/vm/drop_caches")
_TURNS, _COLD_TURNS = 10, 3
_MB = 1_000_000


def measure(plan: Plan) -> Iterator[Measurement]:
    """Start the window in a new process each time."""
    warm = [_started(plan.office) for _ in range(plan.times(_TURNS) + 1)][1:]
    name = "start to usable 今日, "
    note = "process start until the page is painted; no other window of it was open"
    painted = [one["painted"] for one in warm]
    yield summary(f"{name}warm", painted, bar=600, note=note)
    complete = [one["complete"] for one in warm]
    yield summary("the same until 挂零单位 stands too, warm", complete)
    yield _cold(plan, f"{name}cold")
    told = _started(plan.office, "--visit")
    memory = told["memory"] / _MB
    note = "today, 来稿, 编辑, 编刊, 考核, 资料 visited"
    yield Measurement("memory with ten years open", memory, memory, "MB", 350, note)


def _cold(plan: Plan, name: str) -> Measurement:
    """With the page cache emptied before each start."""
    samples = []
    for _ in range(1 if plan.quick else _COLD_TURNS):
        try:
            os.sync()
            _CACHES.write_text("3", encoding="ascii")
        except (OSError, AttributeError):
            return Measurement(name, note="not measured: only root on Linux can empty the cache")
        samples.append(_started(plan.office)["painted"])
    return summary(name, samples, bar=1_500, note="page cache emptied before each start")


def _started(paths: Paths, *options: str) -> dict[str, float]:
    """What a new process of the window tells of itself."""
    begun = str(time.monotonic_ns())
    command = [sys.executable, "-m", "tests.bench.started", str(paths.data), begun, *options]
    ended = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")  # noqa: S603 - ourselves
    told: dict[str, float] = json.loads(ended.stdout.splitlines()[-1])
    return told
