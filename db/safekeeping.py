"""``desk.safekeeping.Safekeeping`` on the files of a data folder."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from db.backups import rehearsing, restoring
from db.backups.copying import LiveFile
from db.backups.rekeying import rekey
from db.backups.staging import Secrets
from db.backups.writing import Source, write
from db.keys import is_locked, read_key
from db.salvage.rescue import salvage
from db.soundness import damage
from db.store import SqlStore
from desk.audit import RESTORED
from desk.auditing import By, note
from desk.backups import shelf
from desk.backups.backup import Backup, Reason, Restored
from desk.backups.medium import second_of
from desk.backups.order import newest_first
from desk.backups.package import check, is_package
from desk.errors import DeskError, LockedError
from desk.jobs import Job, finish
from desk.paths import Paths
from desk.salvaged import Salvaged
from desk.settings import load_or_default


class FileSafekeeping:
    """Look after a data folder; the caller holds the folder's lock."""

    def settle(self, paths: Paths) -> None:
        """Finish a restore that a power cut has cut short, and remove half copies of the store."""
        restoring.settle(paths)
        restoring.drop(paths)
        rehearsing.drop(paths.data)

    def is_locked(self, paths: Paths) -> bool:
        """Whether the store opens only with a password."""
        return is_locked(paths.store)

    def kept(self, paths: Paths) -> list[Backup]:
        """The backups in ``backups/`` and on the second medium, the newest first."""
        found = shelf.kept(paths.backups)
        with suppress(OSError):  # pulled out meanwhile, or unreadable: those here still count
            second = second_of(paths, load_or_default(paths.settings), datetime.now(UTC))
            if second and second.folder:
                found += shelf.kept(second.folder)
        return newest_first(found)

    def examine(self, source: Path) -> Backup:
        """What a backup tells of itself, every byte of it read."""
        found = shelf.look(source)
        if found.fault or found.is_sealed:
            return found
        try:
            if is_package(source):
                finish(check(source))
                return found
            return replace(found, fault="".join(damage(source, read_key(source))))
        except LockedError:  # of a former version, put under the password since
            return replace(found, is_locked=True)
        except DeskError as error:
            return replace(found, fault=str(error))

    def restore(
        self, paths: Paths, source: Path, secret: str = "", password: str = "", theirs: str = ""
    ) -> Job[Restored]:
        """Put a backup in the data folder's place; an empty or missing folder is filled."""
        restoring.settle(paths)
        own = _own_key(paths, secret)
        secrets = Secrets(secret, password or secret, own, theirs)
        restored, key = yield from restoring.restore(
            paths, source, secrets, lambda: _keep(paths, own)
        )
        _noted(paths, key, restored)
        return restored

    def rekey(self, paths: Paths, password: str) -> Job[str]:
        """Give the store another key; returns the new recovery key."""
        restoring.settle(paths)
        clerk = load_or_default(paths.settings).clerk
        return rekey(
            paths,
            password,
            lambda key: _keep(paths, key, Reason.REKEY),
            lambda at, key: _record(at, key, clerk, "换密钥", ""),
        )

    def salvage(self, paths: Paths, secret: str = "", target: Paths | None = None) -> Job[Salvaged]:
        """Make a new store of what a damaged one still holds."""
        return salvage(paths, secret, target, load_or_default(paths.settings).clerk)


def _own_key(paths: Paths, secret: str) -> str:
    """The key of what a restore replaces, "" where there is none or it is damaged.

    Raises LockedError: who cannot open what is there may not put something else in its place.
    """
    try:
        return read_key(paths.store, secret) if paths.store.exists() else ""
    except LockedError:
        raise
    except DeskError:
        return ""


def _keep(paths: Paths, key: str, reason: Reason = Reason.RESTORE) -> Job[Path]:
    """Back up what is about to be replaced."""
    key, now = key or read_key(paths.store), datetime.now(UTC)
    file, target = LiveFile(paths.store, key), shelf.new_name(paths.backups, now)
    try:
        yield from write(Source(paths, key, file), target, taken=now, reason=reason)
    finally:
        file.close()
    return target


def _noted(paths: Paths, key: str, restored: Restored) -> None:
    """Bring what was restored up to date, and say so in its trail."""
    clerk = load_or_default(paths.settings).clerk
    _record(paths, key, clerk, RESTORED, restored.backup.path.name)


def _record(paths: Paths, key: str, who: str, action: str, detail: str) -> None:
    store = SqlStore.with_key(paths, key)
    try:
        with store.begin() as work:
            note(work, By(who, datetime.now(UTC)), action, "backup", detail)
    finally:
        store.close()
