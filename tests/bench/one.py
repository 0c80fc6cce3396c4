"""Measure one row in a process of its own: python -m tests.bench.one ROW [--quick].

Prints the measurements as JSON. A process a row: what one row leaves in memory, or a crash of
it, changes nothing for the next.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from tests.bench import rows
from tests.bench.measuring import Measurement, Plan

Measure = Callable[[Plan], Iterator[Measurement]]


def names() -> list[str]:
    """The rows there are: the modules of ``rows``."""
    return sorted(module.name for module in iter_modules(rows.__path__))


def main() -> None:
    """Measure the row named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("row", choices=names())
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    measure: Measure = import_module(f"tests.bench.rows.{options.row}").measure
    Path("build").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir="build", ignore_cleanup_errors=True) as scratch:
        for item in measure(Plan(Path(scratch).resolve(), options.quick)):
            print(json.dumps(asdict(item), ensure_ascii=False), flush=True)  # noqa: T201 - its output
    sys.stdout.flush()


if __name__ == "__main__":
    main()
