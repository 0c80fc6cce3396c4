"""The second medium as it is now."""

from dataclasses import replace
from datetime import datetime

from desk.backups import history, volumes
from desk.backups.backup import SecondMedium
from desk.paths import Paths
from desk.settings import Settings


def second_of(paths: Paths, settings: Settings, now: datetime) -> SecondMedium | None:
    """Look where it is, and when it was last there; None where none is set."""
    wanted = settings.second_medium
    if not wanted:
        return None
    known = history.load(paths.backups)
    folder = volumes.place_of(wanted, volumes.mounted())
    seen = now if folder else known.seen
    is_same = folder is not None and volumes.is_same_disk(folder, paths.data)
    return SecondMedium(wanted, folder, seen, known.written, is_same)


def remember(paths: Paths, second: SecondMedium, *, written: datetime | None = None) -> None:
    """Keep when it was seen, and written."""
    known = history.load(paths.backups)
    known = replace(known, seen=second.seen, written=written or known.written)
    history.save(known, paths.backups)
