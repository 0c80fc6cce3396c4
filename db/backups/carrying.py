"""Bring a backup to a second medium."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from db.backups.copying import copied
from db.backups.writing import must_have_room
from db.failures import known
from db.keys import key_beside, sync_folder
from desk.backups import package, shelf
from desk.backups.backup import Backup
from desk.backups.generations import Generations
from desk.errors import StoreError
from desk.jobs import Job


def carry(source: Path, folder: Path, keep: Generations) -> Job[Backup]:
    """Copy a package to a folder, read it there, thin out older ones; or leave nothing."""
    target = folder / source.name
    partial = target.with_name(target.name + ".part")
    with _told(folder):
        folder.mkdir(exist_ok=True)
        if _is_there(source, target):
            return shelf.look(target)
        must_have_room(folder, source.stat().st_size)
        try:
            yield from copied(source, partial, "正在复制到第二介质")
            if package.is_package(partial):
                yield from package.check(partial, "正在核对第二介质上的备份")
            partial.replace(target)
            sync_folder(folder)
        finally:
            partial.unlink(missing_ok=True)
        if source.suffix == shelf.FORMER:
            shutil.copyfile(key_beside(source), key_beside(target))
        shelf.thin(folder, keep, fresh=target)
    return shelf.look(target)


def _is_there(source: Path, target: Path) -> bool:
    """Whether this very backup: under a clock set back an earlier one may have its name."""
    return target.exists() and replace(shelf.look(target), path=source) == shelf.look(source)


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise known(error, folder) or error from error
        raise StoreError(
            f"第二介质“{folder}”写不进去，本机的备份完好。请看看它是不是只读、满了或拔出了，再试一次。"
        ) from error
