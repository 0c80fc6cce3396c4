"""Verified backups in generations, and restoring from one."""

import os
import re
import shutil
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from db import migrations
from db.engine import connect, reader
from db.failures import files_translated, translated
from db.keys import key_beside, read_key, sync_folder, write_key
from db.soundness import damage
from desk.errors import NotFoundError, StoreError
from desk.office_clock import OFFICE_CLOCK, office_time
from desk.paths import Paths

_NAME = re.compile(r"desk-(\d{8})-\d{6}(-\d+)?\.db")
_NEWEST_KEPT = 10
_DAYS_KEPT = 30
_SPARE_BYTES = 8 << 20
_COUNTED = ("drafts", "revisions", "units", "issues", "entries", "facts", "audit")


def new_name(folder: Path, moment: datetime) -> Path:
    """A free name for a backup taken at a moment, in local time."""
    stem = f"desk-{office_time(moment):%Y%m%d-%H%M%S}"
    path, count = folder / f"{stem}.db", 1
    while path.exists():
        count += 1
        path = folder / f"{stem}-{count}.db"
    return path


def generations(folder: Path) -> list[Path]:
    """The backups in a folder, newest first."""
    if not folder.is_dir():
        return []
    found = [path for path in folder.iterdir() if _NAME.fullmatch(path.name)]
    return sorted(found, key=lambda path: (path.name[:20], len(path.name), path.name), reverse=True)


def prune(folder: Path) -> None:
    """Keep the newest ten backups and the last one of each of the newest thirty days."""
    found = generations(folder)
    daily: dict[str, Path] = {}
    for path in found:
        daily.setdefault(path.name[5:13], path)
    kept = {*found[:_NEWEST_KEPT], *list(daily.values())[:_DAYS_KEPT]}
    for path in found:
        if path not in kept:
            path.unlink()
            key_beside(path).unlink(missing_ok=True)


def write(store: Path, target: Path) -> None:
    """Copy an open store in one step, verify the copy, then give it its name and its key.

    Not step by step: such a copy starts again at each commit and never ends.
    """
    with translated(target.parent), files_translated(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
        key = read_key(store)
        partial = cleared(target.with_name(target.name + ".part"))
        try:
            _must_fit(store, target.parent)
            _copy(store, partial, key)
            write_key(key_beside(target), key)
            partial.replace(target)
            sync_folder(target.parent)
        finally:
            cleared(partial)


def restore(paths: Paths, source: Path) -> None:
    """Put a verified backup in the store's place; no store may be open meanwhile.

    The files it replaces go to ``quarantine/`` in the data folder.
    """
    if not source.is_file():
        raise NotFoundError(f"找不到备份文件“{source}”。请核对位置后再试。")
    with translated(paths.data), files_translated(paths.data):
        paths.data.mkdir(parents=True, exist_ok=True)
        key = read_key(source if key_beside(source).exists() else paths.store)
        partial = cleared(_restoring(paths))
        try:
            _must_be_ours(source, key)
            _must_fit(source, paths.data)
            _copy(source, partial, key)
            _put_aside(paths)
            write_key(key_beside(paths.store), key)
            partial.replace(paths.store)
            sync_folder(paths.data)
        finally:
            cleared(partial)


def _copy(source: Path, target: Path, key: str) -> None:
    """Copy and verify. Raises StoreError where the copy is not whole."""
    original = connect(source, key)
    try:
        copy = connect(target, key, create=True)
        try:
            original.execute("BEGIN")  # counts and copy see the same state
            counts = _counts(original)
            original.backup(copy, pages=-1)
            original.execute("COMMIT")
            # a store in write-ahead mode cannot be opened on a read-only medium
            copy.execute("PRAGMA journal_mode = DELETE")
            whole = _counts(copy) == counts
        finally:
            copy.close()
    finally:
        original.close()
    found = damage(target, key)
    if found or not whole:
        raise StoreError(
            f"从“{source}”复制出来的文件没有通过检查，没有采用。"
            + ("".join(found) or "请换一个磁盘再试一次。")
        )
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _counts(connection: dbapi2.Connection) -> dict[str, int]:
    return {
        name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608 - ours
        for name in _COUNTED
    }


def _must_fit(source: Path, folder: Path) -> None:
    wal = source.with_name(source.name + "-wal")
    size = source.stat().st_size + (wal.stat().st_size if wal.exists() else 0)
    free = shutil.disk_usage(folder).free
    if free < size + _SPARE_BYTES:
        raise StoreError(
            f"“{folder}”所在的磁盘只剩 {free >> 20} MB，"
            f"至少需要 {(size + _SPARE_BYTES) >> 20} MB。请腾出空间或换一个磁盘后再试。"
        )


def _must_be_ours(source: Path, key: str) -> None:
    """Refuse a file that is damaged, foreign, or from a newer program."""
    found = damage(source, key)
    if found:
        raise StoreError(
            "这个备份不能用，现有数据没有改动。" + "".join(found) + "或换一个备份再试。"
        )
    engine = reader(source, key)
    try:
        with engine.connect() as connection:
            migrations.is_due(connection)
    finally:
        engine.dispose()


def _put_aside(paths: Paths) -> None:
    """Move the store's files to a folder of their own, the database first.

    Cut short, this leaves no database, and what is left keeps a new one from being made.
    """
    store = paths.store
    present = [path for path in (store, *_logs(store)) if path.exists()]
    if not present:
        return
    written = datetime.fromtimestamp(present[0].stat().st_mtime, OFFICE_CLOCK)
    folder = paths.data / "quarantine" / f"desk-{written:%Y%m%d-%H%M%S}"
    while folder.exists():
        folder = folder.with_name(folder.name + "+")
    folder.mkdir(parents=True)
    if key_beside(store).exists():
        shutil.copy2(key_beside(store), folder)
    for path in present:
        path.replace(folder / path.name)
    sync_folder(folder)


def leavings(paths: Paths) -> list[Path]:
    """What may lie where a store was lost or a restore was cut short."""
    return [*_logs(paths.store), _restoring(paths), paths.data / "quarantine"]


def _logs(store: Path) -> list[Path]:
    return [store.with_name(store.name + suffix) for suffix in ("-wal", "-shm")]


def _restoring(paths: Paths) -> Path:
    return paths.store.with_name(paths.store.name + ".restoring")


def cleared(partial: Path) -> Path:
    """Remove what an interrupted copy left behind; returns its name, free again."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        partial.with_name(partial.name + suffix).unlink(missing_ok=True)
    return partial
