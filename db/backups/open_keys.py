"""Find keys that lie plain in backups and in quarantine, and put them under the password."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from db.backups.writing import must_have_room
from db.failures import files_translated
from db.keys import opened, sync_folder, write_key
from desk.backups import package, shelf
from desk.backups.open_keys import OpenKey, Place
from desk.errors import DamagedError, LockedError, NotReadableError
from desk.jobs import Job


def in_backups(folder: Path, place: Place, key: str) -> Iterator[OpenKey]:
    """Of packages, by the key in each; of former backups by the key file beside each.

    One that is damaged or sealed by a password of its own is not among them.
    """
    for path in shelf.named(folder):
        found = shelf.look(path)
        if path.suffix != shelf.FORMER and not (found.fault or found.is_sealed):
            with suppress(NotReadableError):
                yield from _open(path, package.key_of(path), place, key)
    yield from _key_files(folder.glob("desk-*.key"), place, key)


def in_quarantine(folder: Path, key: str) -> Iterator[OpenKey]:
    """Of stores that were set aside."""
    yield from _key_files(folder.rglob("*.key"), Place.ASIDE, key)


def lock(one: OpenKey, wrapped: str, record: AbstractContextManager[object]) -> Job[None]:
    """Put the wrapped key in the plain one's place, whole or not at all; ``record`` holds both."""
    if one.path.suffix == ".key":
        with files_translated(one.path.parent), record:
            write_key(one.path, wrapped.strip())
        return
    partial = one.path.with_name(one.path.name + ".part")
    with files_translated(one.path.parent):
        try:
            partial.unlink(missing_ok=True)
            must_have_room(one.path.parent, one.path.stat().st_size)
            yield from package.with_key(one.path, partial, wrapped)
            yield from package.check(partial, "正在核对换了密钥文件的备份")
            with record:
                partial.replace(one.path)
                sync_folder(one.path.parent)
        finally:
            partial.unlink(missing_ok=True)


def remove(one: OpenKey) -> None:
    """Delete a backup with its key."""
    with files_translated(one.path.parent):
        is_former = one.path.suffix == ".key"
        shelf.remove(one.path.with_suffix(shelf.FORMER) if is_former else one.path)


def _key_files(paths: Iterator[Path], place: Place, key: str) -> Iterator[OpenKey]:
    for path in sorted(paths):
        yield from _open(path, path.read_text("utf-8", "replace"), place, key)


def _open(path: Path, text: str, place: Place, key: str) -> Iterator[OpenKey]:
    with suppress(LockedError, DamagedError):  # a damaged one opens nothing
        yield OpenKey(path, place, opened(text, "", path) == key)
