"""The backups in a folder: their names, what each tells of itself, thinning."""

import re
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from desk.backups.backup import SUFFIX, Backup
from desk.backups.generations import Generations, Judged, judge
from desk.backups.order import newest_first
from desk.backups.package import is_package, read_manifest
from desk.errors import NotFoundError, NotReadableError, sentence_of
from desk.office_clock import OFFICE_CLOCK, is_moment, office_time
from desk.vault.sealing import is_sealed

FORMER = ".db"  # with the key in a .key beside it
_NAME = re.compile(r"desk-(\d{8}-\d{6})(-\d+)?\.(infodesk|db)")
_PARTIAL = re.compile(r"desk-.*\.part(\..*)?")
_FOREIGN = "“{}”不是本软件的备份，或者没有复制完整，不能用。请换一个备份再试。"
_ABANDONED_S = 3600  # a file that is being written has changed since


def new_name(folder: Path, moment: datetime) -> Path:
    """A free name for a backup taken at a moment, on the office's clock."""
    stem = f"desk-{office_time(moment):%Y%m%d-%H%M%S}"
    path, count = folder / f"{stem}{SUFFIX}", 1
    while path.exists():
        count += 1
        path = folder / f"{stem}-{count}{SUFFIX}"
    return path


def taken_at(path: Path) -> datetime | None:
    """When a backup was taken, by its name; None where that doesn't say."""
    found = _NAME.fullmatch(path.name)
    stamp = found[1].replace("-", "T") if found else ""
    try:
        taken = datetime.fromisoformat(f"{stamp}+0800") if stamp else None
    except ValueError:  # digits that are no moment
        return None
    return taken if taken and is_moment(taken) else None


def named(folder: Path) -> list[Path]:
    """The files of a folder whose names are those of backups, the newest first."""
    if not folder.is_dir():
        return []
    found = [path for path in folder.iterdir() if taken_at(path) and path.is_file()]
    return sorted(found, key=lambda path: (path.name[:20], len(path.name), path.name), reverse=True)


def listed(folder: Path) -> list[Backup]:
    """The backups of a folder by their names and sizes alone, the newest first."""
    return [
        Backup(path, taken, path.stat().st_size)
        for path in named(folder)
        if (taken := taken_at(path))
    ]


def kept(folder: Path) -> list[Backup]:
    """What the backups of a folder tell of themselves, the newest first.

    One that cannot be read says so, one deleted meanwhile is left out: neither hides the others.
    """
    found = []
    for path in named(folder):
        with suppress(NotFoundError):
            found.append(_read(path))
    return newest_first(found)


def _read(path: Path) -> Backup:
    try:
        return look(path)
    except OSError as error:
        taken = taken_at(path) or datetime.fromtimestamp(0, OFFICE_CLOCK)
        return Backup(path, taken, 0, fault=f"“{path.name}”读不出来：{sentence_of(error)}")


def look(path: Path) -> Backup:
    """What one backup tells of itself without being opened. Raises NotFoundError."""
    if not path.is_file():
        raise NotFoundError(f"找不到备份文件“{path}”。请核对位置后再试。")
    stat = path.stat()
    taken = taken_at(path) or datetime.fromtimestamp(stat.st_mtime, OFFICE_CLOCK)
    plain = Backup(path, taken, stat.st_size, is_sealed=is_sealed(path))
    if plain.is_sealed:
        return plain
    if not is_package(path):
        is_former = path.with_suffix(".key").exists() or path.suffix == FORMER
        return plain if is_former else replace(plain, fault=_FOREIGN.format(path.name))
    try:
        return told(path, plain)
    except NotReadableError as error:
        return replace(plain, fault=str(error))
    except OSError as error:  # the medium was pulled out meanwhile
        return replace(plain, fault=f"“{path.name}”读不出来：{sentence_of(error)}")


def told(path: Path, plain: Backup) -> Backup:
    """A backup as its manifest tells of it. Raises NotReadableError."""
    manifest = read_manifest(path)
    label, contents = manifest.label, manifest.contents
    return Backup(
        plain.path,
        label.taken,
        plain.size,
        label.reason,
        contents.schema,
        label.program,
        contents.counts,
        contents.audit,
        label.number,
        is_sealed=plain.is_sealed,
        is_locked=label.is_locked,
    )


def thin(folder: Path, keep: Generations, fresh: Path | None = None) -> list[Judged]:
    """Delete what no class keeps, and what an end of power has left half written.

    ``fresh`` was just written: it stays, also where this PC's clock has gone back.
    """
    judged = judge(kept(folder), keep)
    for one in judged:
        if not one.is_kept and one.backup.path != fresh:
            remove(one.backup.path)
    for path in _abandoned(folder):
        path.unlink(missing_ok=True)
    return judged


def remove(path: Path) -> None:
    """Delete a backup, with its key where that lies beside it."""
    path.unlink(missing_ok=True)
    if path.suffix == FORMER:
        path.with_suffix(".key").unlink(missing_ok=True)


def _abandoned(folder: Path) -> Sequence[Path]:
    before = time.time() - _ABANDONED_S
    partial = (path for path in folder.iterdir() if _PARTIAL.fullmatch(path.name))
    return [path for path in partial if path.stat().st_mtime < before]
