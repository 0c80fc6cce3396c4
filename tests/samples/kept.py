"""What tests of backups put into a store, and what they find in it again."""

from pathlib import Path

from db.safekeeping import FileSafekeeping
from db.store import SqlStore
from desk.backups.backup import Restored
from desk.jobs import finish
from desk.paths import Paths
from desk.units import UnitGroup


def add(store: SqlStore, name: str) -> None:
    """Make a change."""
    with store.begin() as work:
        work.registry.save_group(UnitGroup(name))


def names(paths: Paths, secret: str = "") -> list[str]:
    """The changes in the store on the disk."""
    opened = SqlStore.open(paths, secret=secret)
    with opened.read() as work:
        found = [group.name for group in work.registry.groups()]
    opened.close()
    return found


def restore(
    paths: Paths, source: Path, secret: str = "", password: str = "", theirs: str = ""
) -> Restored:
    """Restore to the end."""
    return finish(FileSafekeeping().restore(paths, source, secret, password, theirs))
