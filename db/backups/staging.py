"""Take a backup out into a folder of its own and look whether it is whole."""

import os
import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path

from db import migrations
from db.backups.inspecting import held, must_be_whole
from db.backups.writing import must_have_room
from db.engine import reader
from db.keys import is_locked, key_beside, read_key
from db.pages import Pages
from db.soundness import leave
from desk.backups import package, shelf
from desk.backups.backup import Backup
from desk.errors import BackupLockedError, DeskError, LockedError, StoreError
from desk.jobs import Job, Progress
from desk.vault.sealing import unseal


@dataclass(frozen=True, slots=True)
class Secrets:
    """What opens a backup: the secret of the key in it and the password of its seal.

    ``key`` is a store's own open key: for a backup of that same store nothing else is needed; one
    of another store opens with ``theirs``, or where its password was given in another way.
    """

    secret: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    key: str = field(default="", repr=False)
    theirs: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Staged:
    """A backup taken out into a folder and found whole."""

    backup: Backup
    folder: Path
    key: str = field(repr=False)
    contents: package.Contents
    is_package: bool  # with settings, templates and fonts, not the store alone

    @property
    def store(self) -> Path:
        """The store in it."""
        return self.folder / package.STORE


def stage(source: Path, folder: Path, secrets: Secrets, own_key: Path | None = None) -> Job[Staged]:
    """Take a backup out into a new folder. Raises DeskError for one that is not whole.

    A package's bytes are compared with the hashes of those whose every page was checked when it
    was written. ``own_key`` opens a backup of a former version that has no key beside it.
    """
    found = shelf.look(source)
    if found.fault:
        raise StoreError(found.fault)
    folder.mkdir(parents=True)
    must_have_room(folder, found.size * (2 if found.is_sealed else 1))
    if found.is_sealed:
        return (yield from _unsealed(found, folder, secrets))
    if package.is_package(source):
        return (yield from _unpacked(found, source, folder, secrets))
    return (yield from _copied(found, folder, secrets, own_key))


def _unsealed(found: Backup, folder: Path, secrets: Secrets) -> Job[Staged]:
    """Open the seal beside the folder: what is in it moves to the data folder as a whole."""
    opened = folder.with_name("opened.part")
    try:
        yield from unseal(found.path, opened, secrets.password)
        told = shelf.told(opened, found)
        return (yield from _unpacked(told, opened, folder, secrets))
    finally:
        opened.unlink(missing_ok=True)


def _unpacked(found: Backup, source: Path, folder: Path, secrets: Secrets) -> Job[Staged]:
    if found.schema > len(migrations.steps()):
        raise StoreError(
            f"这个备份是更新版本的软件写的（数据版本 {found.schema}），本软件读不了，"
            "现有数据没有改动。请安装新版本的软件后再恢复。"
        )
    manifest = yield from package.unpack(source, folder)
    staged = yield from _opened(found, folder, secrets, is_package=True)
    if staged.contents != manifest.contents:
        raise StoreError(
            f"“{found.path.name}”里的数据与清单对不上，没有采用，现有数据没有改动。请换一个备份再试。"
        )
    return staged


def _copied(found: Backup, folder: Path, secrets: Secrets, own: Path | None) -> Job[Staged]:
    """A backup of a former version: the store's file, its key beside it."""
    beside = key_beside(found.path)
    key_file = beside if beside.exists() or own is None else own
    if not key_file.exists():
        raise StoreError(
            f"“{found.path.name}”旁边没有密钥文件“{beside.name}”，打不开，现有数据没有改动。"
            "请把它和备份放在一起再试。"
        )
    yield Progress(0, 1, "正在取出备份")
    shutil.copyfile(found.path, folder / package.STORE)
    shutil.copyfile(key_file, folder / package.KEY)
    (folder / package.KEY).chmod(0o600)
    for name in (package.STORE, package.KEY):
        flush(folder / name)
    return (yield from _opened(found, folder, secrets, is_package=False))


def _opened(found: Backup, folder: Path, secrets: Secrets, *, is_package: bool) -> Job[Staged]:
    """Open the store that was taken out: whole, ours, and not from a newer program."""
    yield Progress(0, 1, "正在核对取出的数据")
    store = folder / package.STORE
    is_own = bool(secrets.key) and fits(store, secrets.key)
    key = secrets.key if is_own else _their_key(found, store, secrets)
    try:
        if not is_package:
            must_be_whole(store, key)
        must_be_ours(store, key)
        contents = held(store, key)
        leave(store)  # found whole: it need not be checked once more when it is opened
    except DeskError as error:
        raise StoreError(f"这个备份不能用，现有数据没有改动。{error}") from error
    told = replace(
        found,
        schema=contents.schema,
        counts=contents.counts,
        audit=contents.audit,
        is_locked=is_locked(store),
    )
    return Staged(told, folder, key, contents, is_package)


def _their_key(found: Backup, store: Path, secrets: Secrets) -> str:
    given = secrets.secret if found.is_sealed else secrets.password
    try:
        return read_key(store, secrets.theirs or given)
    except LockedError as error:
        if not secrets.key:
            raise
        why = "备份的口令不对。" if secrets.theirs else ""
        raise BackupLockedError(
            f"{why}“{found.path.name}”是另一个办公室的，或者是换密钥以前的。"
            "请输入写它的时候那个办公室的口令，或它的恢复密钥。"
        ) from error


def fits(store: Path, key: str) -> bool:
    """Whether a key is that of a closed store, as far as its first page tells.

    Read without SQLite, which on leaving would clear away the log of an unclean end.
    """
    with store.open("rb") as file:
        return not Pages(file, key).broken(1, 1)


def must_be_ours(store: Path, key: str) -> None:
    """Refuse a store that is foreign or from a newer program."""
    engine = reader(store, key)
    try:
        with engine.connect() as connection:
            migrations.is_due(connection)
    finally:
        engine.dispose()


def flush(path: Path) -> None:
    """Bring a file that was written by others to the disk."""
    with path.open("rb+") as file:
        file.flush()
        os.fsync(file.fileno())
