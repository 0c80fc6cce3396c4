"""Find the key of a store whose key file is gone or damaged: every backup carries it."""

from contextlib import suppress
from pathlib import Path

from db.backups.staging import fits
from db.keys import key_beside, opened, write_key
from desk.backups import package, shelf
from desk.backups.backup import Backup
from desk.errors import DamagedError, NotReadableError
from desk.paths import Paths


def find(paths: Paths, secret: str) -> str:
    """The key, its file put back as the newest backup with it has it; "" where none fits.

    Raises LockedError where that one is under a password and ``secret`` does not open it.
    """
    for backup in shelf.kept(paths.backups):
        with suppress(DamagedError, NotReadableError, OSError):
            text = _key_file(backup)
            key = opened(text, secret, backup.path) if text else ""
            if key and fits(paths.store, key):
                _put_back(key_beside(paths.store), text.strip())
                return key
    return ""


def _key_file(backup: Backup) -> str:
    """The text of the key file of a backup; "" where it does not tell without a password."""
    if backup.is_sealed:
        return ""
    if package.is_package(backup.path):
        return package.key_of(backup.path)
    return key_beside(backup.path).read_text("utf-8")


def _put_back(path: Path, text: str) -> None:
    """What lies there is kept: somebody may yet make sense of it."""
    if path.exists():
        path.replace(path.with_name(path.name + ".damaged"))
    write_key(path, text)
