"""Backups of a store: write, keep, carry to a second medium, rehearse."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from desk.backups.backup import Backup, Forecast, Reason, Rehearsal, SecondMedium
from desk.backups.generations import Judged
from desk.backups.open_keys import OpenKey, Settled
from desk.jobs import Job


class Backups(Protocol):
    """The backups of one store. Cancelling a job leaves nothing behind."""

    def write(
        self, target: Path | None = None, *, reason: Reason = Reason.MANUAL, password: str = ""
    ) -> Job[Backup]:
        """Write a verified package; without a target to ``backups/``, where it thins older ones.

        A folder as target gets a name by date. With a password the package is sealed.
        """

    def kept(self, folder: Path | None = None) -> list[Backup]:
        """The backups in a folder (``backups/`` without one), the newest first."""

    def judged(self) -> list[Judged]:
        """The kept ones with what each is kept for; those that the next backup would delete."""

    def counts(self) -> Mapping[str, int]:
        """Records by table now, to hold a backup's against."""

    def carry(self) -> Job[Backup | None]:
        """Bring the newest backup to the second medium; None where that is not there."""

    def second(self) -> SecondMedium | None:
        """The second medium as it is now; None where none is set."""

    def forecast(self) -> Forecast | None:
        """How long there is room; None without any backup."""

    def rehearse(self, *, second: bool = False) -> Job[Rehearsal]:
        """Restore the newest backup (or the second medium's) aside and compare what came back."""

    def rehearsals(self) -> list[Rehearsal]:
        """The rehearsals so far, the newest first."""

    def open_keys(self) -> list[OpenKey]:
        """Where a key lies that needs no password, on this PC and on the second medium."""

    def lock_open(self, found: Sequence[OpenKey]) -> Job[Settled]:
        """Put the key file of now in the place of each plain one, each with its record."""

    def remove_open(self, found: Sequence[OpenKey]) -> Job[Settled]:
        """Delete the backups among them after a new one was written; lock what was set aside."""
