"""What can be done with a data folder while its store is closed."""

from pathlib import Path
from typing import Protocol

from desk.backups.backup import Backup, Restored
from desk.jobs import Job
from desk.paths import Paths
from desk.salvaged import Salvaged


class Safekeeping(Protocol):
    """Look after a data folder; the caller holds the folder's lock.

    ``secret`` opens a store's key (password or recovery key), ``password`` a sealed package; where
    only the first is given it is tried on both. Where one is missing or wrong: LockedError;
    BackupLockedError where ``theirs`` is, for a backup of another store than the one in place.
    """

    def settle(self, paths: Paths) -> None:
        """Finish a restore that a power cut has cut short. Call before anything is read.

        What an end of power has left of copies of the store, with their keys, is removed.
        """

    def is_locked(self, paths: Paths) -> bool:
        """Whether the store opens only with a password."""

    def kept(self, paths: Paths) -> list[Backup]:
        """The backups in ``backups/`` and, where it is there, on the second medium.

        The newest first.
        """

    def examine(self, source: Path) -> Backup:
        """What a backup tells of itself, every byte read: a ``fault`` where it cannot be used.

        Of a sealed one only its time and size. Raises NotFoundError.
        """

    def restore(
        self, paths: Paths, source: Path, secret: str = "", password: str = "", theirs: str = ""
    ) -> Job[Restored]:
        """Put a backup in the data folder's place; an empty or missing folder is filled.

        What was there is backed up first, or moved whole to ``quarantine/`` when it is damaged; a
        locked store asks for its password, and keeps it where the backup is its own.
        A package that is not whole is refused before anything is touched.
        """

    def rekey(self, paths: Paths, password: str) -> Job[str]:
        """Give the store another key; returns the new recovery key.

        What was there is backed up first. A key that was copied away earlier opens the store no
        more, but still what was backed up under it. Raises LockedError, StoreError.
        """

    def salvage(self, paths: Paths, secret: str = "", target: Paths | None = None) -> Job[Salvaged]:
        """Make a new store of what a damaged one still holds, with a report beside it.

        The damaged file goes to ``quarantine/`` as it is; with ``target`` the new store is made
        there and the data folder stays untouched. Raises StoreError where nothing can be read.
        """
