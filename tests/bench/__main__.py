"""Measure the bars of design §9: python -m tests.bench [ROW…] [--quick].

Prints a Markdown table and writes build/bench.json. The first run makes the ten-year office in
build/offices/50000. A bar that is missed is said, and fails nothing.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

from tests.bench.measuring import SMALL, Measurement
from tests.bench.office import DRAFTS, office_of
from tests.bench.one import names
from tests.bench.table import HEAD, line, machine, write

_RESULT = Path("build") / "bench.json"
_MOST_S = 300  # for one row


def main() -> None:
    """Measure the rows named on the command line, or all of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"of: {' '.join(names())}")
    parser.add_argument("--quick", action="store_true", help="a small office, few repetitions")
    options = parser.parse_args()
    unknown = set(options.rows) - set(names())
    if unknown:
        parser.error(f"no such row: {' '.join(sorted(unknown))}; there are {' '.join(names())}")
    office_of(SMALL if options.quick else DRAFTS)
    about = machine() | {"quick": options.quick}
    _say(", ".join(f"{key} {value}" for key, value in about.items()) + "\n\n" + HEAD)
    measured = []
    for row in options.rows or names():
        items = _measure(row, quick=options.quick)
        measured.append((row, items))
        _say("\n".join(line(item) for item in items))
    write(_RESULT, about, measured)
    _say(f"\n{_RESULT}")


def _measure(row: str, *, quick: bool) -> list[Measurement]:
    """What a row's process measured; why it ended early stands in its last line."""
    command = [sys.executable, "-m", "tests.bench.one", row, *(["--quick"] if quick else [])]
    try:
        ended = subprocess.run(  # noqa: S603 - ourselves
            command, capture_output=True, encoding="utf-8", timeout=_MOST_S, check=False
        )
    except subprocess.TimeoutExpired:
        return [Measurement(row, note=f"not measured: took more than {_MOST_S} s")]
    items = [Measurement(**json.loads(one)) for one in ended.stdout.splitlines()]
    if ended.returncode:
        why = (ended.stderr.strip().splitlines() or [f"exit code {ended.returncode}"])[-1]
        items.append(Measurement(row, note=f"not measured: {why}"))
    return items


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - a command


if __name__ == "__main__":
    main()
