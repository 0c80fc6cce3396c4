"""Write a backup: copy the store, look whether the copy is whole, pack it, read the package."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from db.backups.copying import LiveFile
from db.backups.inspecting import contents, held, must_be_whole
from db.failures import files_translated, translated
from db.keys import is_locked, key_beside, sync_folder
from db.soundness import log_of
from desk import VERSION
from desk.backups import package, shelf
from desk.backups.backup import Reason
from desk.backups.order import next_number
from desk.errors import StoreError
from desk.jobs import Job, Progress
from desk.paths import Paths
from desk.vault.passwords import must_do
from desk.vault.sealing import seal, unseal

_SPARE_BYTES = 8 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """The store that is backed up."""

    paths: Paths
    key: str = field(repr=False)
    file: LiveFile


def write(
    source: Source, target: Path, *, taken: datetime, reason: Reason, password: str = ""
) -> Job[None]:
    """Write a verified package under its name, or nothing at all. Raises StoreError."""
    if password:
        must_do(password)
    paths = source.paths
    copy = paths.backups / f"desk-{target.stem}.part.db"
    partial = target.with_name(target.name + ".part")
    with translated(target.parent), files_translated(target.parent):
        try:
            for folder in (paths.backups, target.parent):
                folder.mkdir(parents=True, exist_ok=True)
            _clear(copy, partial)
            _must_fit(paths, target.parent, 3 if password else 2)
            said = yield from _copied(source, copy)
            files = [
                (package.STORE, copy),
                (package.KEY, key_beside(paths.store)),
                *package.gathered(paths.data),
            ]
            number = next_number(shelf.kept(paths.backups), said.audit[0])
            label = package.Label(taken, reason, VERSION, is_locked(paths.store), number)
            with ThreadPoolExecutor(1) as beside:  # what it calls leaves Python to others
                looked = beside.submit(_must_hold, copy, source, said)
                yield from package.pack(partial, files, label, said)
                looked.result()
            yield from package.check(partial)
            if password:
                yield from _sealed(partial, copy, password)
            partial.replace(target)
            sync_folder(target.parent)
        finally:
            _clear(copy, partial)


def must_have_room(folder: Path, needed: int) -> None:
    """Raise StoreError where a disk has not so many bytes left."""
    free = shutil.disk_usage(folder).free
    if free < needed + _SPARE_BYTES:
        raise StoreError(
            f"“{folder}”所在的磁盘只剩 {free >> 20} MB，"
            f"至少需要 {(needed + _SPARE_BYTES) >> 20} MB。请腾出空间或换一个磁盘后再试。"
        )


def _copied(source: Source, copy: Path) -> Job[package.Contents]:
    """Copy the store's file; returns what the store held at that moment."""
    yield Progress(0, 1, "正在复制数据")
    with source.file.still() as reader:
        said = contents(reader)
        yield from source.file.copy(copy)
    return said


def _must_hold(copy: Path, source: Source, said: package.Contents) -> None:
    """Open the copy: every page of it must be whole, and it must hold the same."""
    try:
        must_be_whole(copy, source.key)
    except StoreError as error:
        raise StoreError(
            f"从“{source.paths.store}”复制出来的数据没有通过检查，没有采用。"
            "请在“设置”里检查数据文件；它完好的话，换一个磁盘再备份一次。"
        ) from error
    if held(copy, source.key) != said:
        raise StoreError("复制出来的数据与原来的对不上，没有采用。请再备份一次。")


def _sealed(partial: Path, room: Path, password: str) -> Job[None]:
    """Put a package under a password in its place, after it was opened again with that."""
    room.unlink()
    whole = partial.with_name(partial.name + ".sealed")
    try:
        yield from seal(partial, whole, password)
        yield from unseal(whole, room, password)
        whole.replace(partial)
    finally:
        whole.unlink(missing_ok=True)


def _must_fit(paths: Paths, folder: Path, times: int) -> None:
    """Copy, package and sealed package lie on the disk at the same time."""
    size = paths.store.stat().st_size
    log = log_of(paths.store)
    size += log.stat().st_size if log.exists() else 0
    is_one_disk = folder.stat().st_dev == paths.backups.stat().st_dev
    must_have_room(folder, size * (times if is_one_disk else times - 1))
    if not is_one_disk:
        must_have_room(paths.backups, size)


def _clear(copy: Path, partial: Path) -> None:
    for suffix in ("", "-journal", "-wal", "-shm"):
        copy.with_name(copy.name + suffix).unlink(missing_ok=True)
    for suffix in ("", ".sealed", ".sealed.part"):
        partial.with_name(partial.name + suffix).unlink(missing_ok=True)
