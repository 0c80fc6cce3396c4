"""Wire the desk, its store and its window together."""

import os
import sys
from pathlib import Path

from db.backup import restore
from db.store import SqlStore
from desk.commandline import parse, run_verb
from desk.paths import Paths, default_data


def main(arguments: list[str]) -> int:
    """Run the window, the tour, or a verb without a window; returns the exit code."""
    options = parse(arguments)
    paths = Paths(Path(options.data) if options.data else default_data())
    if options.verb is None:
        from ui.desktop import run  # noqa: PLC0415 - Qt only where there is a window

        return run(paths, SqlStore.open)
    if options.verb == "tour":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from ui.tour.run import tour  # noqa: PLC0415 - Qt only where there is a window

        return tour(Path(options.out), SqlStore.open)
    return run_verb(options, paths, SqlStore.open, _restore)


def _restore(paths: Paths, source: Path) -> None:
    from ui.desktop import restore_backup  # noqa: PLC0415 - Qt holds the lock of the folder

    restore_backup(paths, source, restore)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
