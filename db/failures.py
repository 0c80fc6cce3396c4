"""Turn the driver's errors into sentences for the clerk."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import exc
from sqlcipher3 import dbapi2

from desk.errors import DamagedError, DeskError, NotAllowedError, StoreError

_FULL = (
    "磁盘已满，刚才的修改没有保存，原有数据完好。"
    "请先在“{folder}”所在的磁盘上腾出空间，再重新操作一次。"
)
_UNWRITABLE = (
    "数据文件夹“{folder}”不能写入，刚才的修改没有保存，原有数据完好。"
    "请检查文件夹是否只读、磁盘是否已拔出，再重新操作一次。"
)
_BUSY = (
    "数据文件正被另一个程序写入，刚才的修改没有保存。请关闭其他打开本软件的窗口后，再重新操作一次。"
)
_DAMAGED = (
    "数据文件“{folder}/desk.db”已损坏，或与密钥文件 desk.key 不相配。"
    "请不要删除任何文件，用最近的备份恢复；原文件会另外保留。"
)
_DISK = "读写“{folder}”时磁盘出错，刚才的修改没有保存。请检查磁盘，尽快把备份复制到另一个磁盘上。"
_TOO_BIG = (
    "“{folder}”所在的盘放不下这么大的文件（FAT32 最多 4 GB），没有写成，原有数据完好。"
    "请换一个盘，或把它重新格式化成 exFAT 或 NTFS 再试。"
)
_CONFLICT = (
    "这次修改与已有资料冲突，没有保存：有同名或同号的记录，或者它还被别处使用。请核对后再试。"
)

_LEAST_FREE = 1 << 16  # bytes: less is none
_SENTENCES = {
    "FULL": _FULL,
    "READONLY": _UNWRITABLE,
    "CANTOPEN": _UNWRITABLE,
    "PERM": _UNWRITABLE,
    "BUSY": _BUSY,
    "LOCKED": _BUSY,
    "NOTADB": _DAMAGED,
    "CORRUPT": _DAMAGED,
    "FORMAT": _DAMAGED,
    "IOERR": _DISK,
}
_ERRNOS = {
    errno.EFBIG: _TOO_BIG,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _UNWRITABLE,
    errno.EPERM: _UNWRITABLE,
    errno.EROFS: _UNWRITABLE,
    errno.EEXIST: _UNWRITABLE,
    errno.ENOENT: _UNWRITABLE,
    errno.ENOTDIR: _UNWRITABLE,
}


def known(error: BaseException, folder: Path) -> DeskError | None:
    """The sentence for a failure of the disk or the file, None for anything else."""
    if isinstance(error, exc.TimeoutError):
        return StoreError(_BUSY)
    if isinstance(error, exc.DBAPIError):
        return known(error.orig, folder) if error.orig else None
    if isinstance(error, OSError):
        return StoreError(_ERRNOS.get(error.errno or 0, _DISK).format(folder=folder))
    name = getattr(error, "sqlite_errorname", None) or ""
    family = name.removeprefix("SQLITE_").split("_")[0]
    if family == "CONSTRAINT":
        return NotAllowedError(_CONFLICT)
    text = _SENTENCES.get(family)
    if text in (_DISK, _UNWRITABLE) and _is_full(folder):
        text = _FULL  # what SQLite tells of its log's index is an error of the disk
    kind = DamagedError if text is _DAMAGED else StoreError
    return kind(text.format(folder=folder)) if text else None


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _LEAST_FREE
    except OSError:
        return False


@contextmanager
def translated(folder: Path) -> Iterator[None]:
    """Raise the driver's errors as sentences that name the folder."""
    with _raising(folder, exc.SQLAlchemyError, dbapi2.Error):
        yield


@contextmanager
def files_translated(folder: Path) -> Iterator[None]:
    """Raise the system's errors about files as sentences that name the folder.

    Apart from ``translated``, since a unit of work may also hold the caller's own files.
    """
    with _raising(folder, OSError):
        yield


@contextmanager
def _raising(folder: Path, *kinds: type[Exception]) -> Iterator[None]:
    try:
        yield
    except kinds as error:
        sentence = known(error, folder)
        if sentence is None:
            raise
        raise sentence from error
