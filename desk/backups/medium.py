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
    is_same = folder is not None and volumes.is_same_disk(folder, paths.data)
    if is_same and known.apart == wanted:  # its mount point alone: the disk is not there
        folder, is_same = None, False
    seen = now if folder else known.seen
    return SecondMedium(wanted, folder, seen, known.written, is_same)


def remember(paths: Paths, second: SecondMedium, *, written: datetime | None = None) -> None:
    """Keep when it was seen, and written."""
    known = history.load(paths.backups)
    apart = second.wanted if second.folder and not second.is_same_disk else known.apart
    known = replace(known, seen=second.seen, written=written or known.written, apart=apart)
    history.save(known, paths.backups)
