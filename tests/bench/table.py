"""The figures as a Markdown table and as build/bench.json."""

import json
import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.measuring import Measurement

HEAD = "| operation | p50 | p95 | bar | within | note |\n|---|---:|---:|---:|---|---|"
_WORDS = {True: "yes", False: "**no**", None: "–"}


def line(item: Measurement) -> str:
    """One measurement as a row of the table."""
    cells = (
        item.name,
        _figure(item.p50, item.unit),
        _figure(item.p95, item.unit),
        _figure(item.bar, item.unit),
        _WORDS[item.within],
        item.note,
    )
    return f"| {' | '.join(cells)} |"


def _figure(value: float | None, unit: str) -> str:
    if value is None:
        return "–"
    return f"{value:.0f} {unit}" if abs(value) >= 100 else f"{value:.3g} {unit}"


def machine() -> dict[str, object]:
    """Where and when a run begins, and how busy the machine is."""
    load = os.getloadavg() if hasattr(os, "getloadavg") else ()
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "cpus": os.cpu_count(),
        "load": [round(one, 2) for one in load],
        "python": platform.python_version(),
        "system": platform.platform(),
        "processor": _processor(),
    }


def _processor() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((one.split(":")[1].strip() for one in told if one.startswith("model name")), "")


def write(
    path: Path, about: dict[str, object], rows: Iterable[tuple[str, Sequence[Measurement]]]
) -> None:
    """Write everything measured."""
    told = [
        {"row": row, **asdict(item), "within": item.within} for row, items in rows for item in items
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        json.dumps({"machine": about, "measurements": told}, ensure_ascii=False, indent=1) + "\n",
        encoding="utf-8",
    )
