"""Errors whose text is shown to the clerk as it stands."""

import errno
from datetime import datetime


class DeskError(Exception):
    """A full Chinese sentence: what happened, then what to do."""


class FieldError(DeskError):
    """A value that cannot be kept; ``field`` names the input it was typed into."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


class NotReadableError(DeskError):
    """A file that cannot be read: damaged, encrypted, of another kind, or dangerous."""


class NotFoundError(DeskError):
    """Something asked for by name or number that the store does not hold."""


class NotAllowedError(DeskError):
    """A step that the state of a draft or an issue does not allow."""


class StoreError(DeskError):
    """The store cannot be opened or written."""


class DamagedError(StoreError):
    """The store or its key is damaged or gone; a backup, or what can be salvaged, may stand in."""


class LockedError(DeskError):
    """A password is missing or wrong; no further one is heard before ``until``."""

    def __init__(self, sentence: str, until: datetime | None = None) -> None:
        super().__init__(sentence)
        self.until = until


class BackupLockedError(LockedError):
    """The password wanted is that of a backup, not of the store in whose place it is to come."""


def sentence_of(error: OSError) -> str:
    """An operating-system error as a sentence with a next step."""
    where = f"“{error.filename}”" if error.filename else "文件"
    if isinstance(error, FileNotFoundError):
        return f"找不到{where}。它可能已被移走或改名，请重新选择。"
    if isinstance(error, PermissionError):
        return f"{where}不能读写。它可能正被 WPS 或 Word 打开，请关闭后再试。"
    if error.errno == errno.ENOSPC:
        return f"磁盘满了，{where}没有写完。请清出空间后再试，数据没有丢失。"
    return f"{where}读写出错：{error.strerror or error}。请检查磁盘后再试。"
