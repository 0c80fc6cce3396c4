"""Wire the desk, its store and its window together.

Everything heavy is imported on use: the processes that read drafts start from this file too.
"""

import gc
import os
import sys
from datetime import UTC, datetime
from multiprocessing import freeze_support
from pathlib import Path

from desk.auditing import By
from desk.commandline import parse, run_verb
from desk.commands.asking import package_password, taken_password, unlocked
from desk.commands.context import show
from desk.jobs import finish
from desk.layout import own_fonts, shelf
from desk.paths import Paths, default_data
from desk.safekeeping import Safekeeping
from desk.settings import load
from desk.starting import complete, start
from desk.store import Store
from desk.unclean_end import note_loss


def main(arguments: list[str]) -> int:
    """Run the window, the tour, or a verb without a window; returns the exit code."""
    given = taken_password()
    options = parse(arguments)
    paths = Paths(Path(options.data) if options.data else default_data())
    if options.verb is None:
        gc.disable()  # for good: the window collects by itself, on its own thread
        from ui.desktop import run  # noqa: PLC0415 - Qt only where there is a window
        from ui.opening.doors import Doors  # noqa: PLC0415 - as above

        return run(paths, Doors(open_store, safekeeping))
    if options.verb == "tour":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from ui.tour.run import tour  # noqa: PLC0415 - Qt only where there is a window

        return tour(Path(options.out), open_store)

    def opened(at: Paths) -> Store:
        return unlocked(lambda secret: open_store(at, secret), given)

    def restored(at: Paths, source: Path) -> None:
        password = package_password(source)
        unlocked(lambda secret: restore(at, source, secret, password), given)

    def salvaged(at: Paths, to: Path) -> str:
        return unlocked(lambda secret: salvage(at, to, secret), given)

    return run_verb(options, paths, opened, restored, salvaged)


def open_store(paths: Paths, secret: str = "") -> Store:
    """Open the office's store; a new one, or an older one, gets what an office begins with.

    ``secret`` is its password or recovery key. Raises LockedError where that is wrong.
    """
    from db.store import SqlStore  # noqa: PLC0415 - SQLAlchemy is heavy

    shelf.use(paths.templates)
    own_fonts.use(paths.fonts)
    is_new = not paths.store.exists()
    store = SqlStore.open(paths, secret=secret)
    by = By(load(paths.settings).clerk, datetime.now(UTC))
    note_loss(store, by=by)
    if is_new:
        start(store, by=by)
    complete(store, by=by)
    return store


def safekeeping() -> Safekeeping:
    """Who looks after a data folder while its store is closed."""
    from db.safekeeping import FileSafekeeping  # noqa: PLC0415 - SQLAlchemy is heavy

    return FileSafekeeping()


def restore(paths: Paths, source: Path, secret: str = "", password: str = "") -> None:
    """Restore a backup while no window is open."""
    from ui.desktop import restore_backup  # noqa: PLC0415 - Qt holds the lock of the folder

    def bring_back(at: Paths, backup: Path) -> None:
        finish(safekeeping().restore(at, backup, secret, password), show)

    restore_backup(paths, source, bring_back)


def salvage(paths: Paths, to: Path, secret: str = "") -> str:
    """Save what can be read into another folder; returns the report. Nothing is changed here."""
    return finish(safekeeping().salvage(paths, secret, Paths(to)), show).report


if __name__ == "__main__":
    freeze_support()
    sys.exit(main(sys.argv[1:]))
