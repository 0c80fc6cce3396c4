"""The key of the store: 32 random bytes in a file beside it, plain or under a password.

A plain one guards against damage (every page is authenticated with the key), not against people
who can read the folder.
"""

import errno
import os
import secrets
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from desk.errors import DamagedError, LockedError
from desk.vault import attempts, wrapping
from desk.whole_file import write_whole

_DIGITS = 64
_CANNOT = (errno.EINVAL, errno.ENOTSUP)  # of shares and sticks on which no folder is synced
_NEEDED = "数据文件有口令，不输入打不开。请输入口令；忘了口令的，用打印保存的恢复密钥。"


def key_beside(store: Path) -> Path:
    """Where the key of a store or of a backup lies."""
    return store.with_suffix(".key")


def is_locked(store: Path) -> bool:
    """Whether the key is under a password; a missing or unreadable one is not."""
    try:
        return is_wrapped(key_beside(store).read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        return False


def is_wrapped(text: str) -> bool:
    """Whether a key file with this text is under a password."""
    return text.lstrip().startswith("{")


def read_key(store: Path, secret: str = "", now: datetime | None = None) -> str:
    """The key of a store as hex digits. Raises DamagedError where it is missing or damaged.

    ``secret`` is the password or the recovery key. Raises LockedError where one is needed, where
    it is wrong, and for a while after several wrong ones.
    """
    path = key_beside(store)
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        raise DamagedError(
            f"找不到密钥文件“{path}”，没有它打不开数据文件“{store.name}”。"
            "请从回收站等处把它找回来放回原处，再重新启动；找不到的，用最近的备份恢复。"
        ) from None
    except UnicodeDecodeError:
        text = ""
    if not (secret and _slots(text, path)):
        return opened(text, secret, path)
    tries = tries_beside(path)
    tried = attempts.hear(tries, now or datetime.now(UTC))
    try:
        key = opened(text, secret, path)
    except LockedError as error:
        raise LockedError(str(error), tried.until) from error
    attempts.forget(tries)
    return key


def opened(text: str, secret: str, path: Path) -> str:
    """The key, hex digits, in a key file's text; ``path`` is named where it is damaged.

    Raises LockedError where a secret is needed or wrong, without counting attempts.
    """
    slots = _slots(text, path)
    if slots and not secret:
        raise LockedError(_NEEDED)
    if slots:
        return wrapping.unwrapped(slots, secret)
    key = text.strip()
    if len(key) != _DIGITS or not set(key) <= set("0123456789abcdef"):
        raise _damaged(path)
    return key


def write_key(path: Path, text: str) -> None:
    """Write a key file that only its owner can read; it is on the disk when this returns."""
    write_whole(path, f"{text}\n".encode("ascii"), private=True)
    sync_folder(path.parent)


def drop_half_written(path: Path) -> None:
    """Remove what a cut has left of a key file: it may hold the key plain beside a locked store."""
    with suppress(OSError):
        path.with_name(path.name + ".part").unlink(missing_ok=True)


def new_key() -> str:
    """A random key as hex digits."""
    return secrets.token_hex(_DIGITS // 2)


def tries_beside(key_file: Path) -> Path:
    """Where wrong attempts at a key file are counted."""
    return key_file.with_suffix(".tries")


def sync_folder(folder: Path) -> None:
    """Make renames in a folder survive a power cut, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _CANNOT:
            raise
    finally:
        os.close(handle)


def _slots(text: str, path: Path) -> wrapping.Slots:
    """What a wrapped key file holds, nothing for a plain one."""
    try:
        return wrapping.from_text(text) if is_wrapped(text) else {}
    except wrapping.DamagedError as error:
        raise _damaged(path) from error


def _damaged(path: Path) -> DamagedError:
    return DamagedError(
        f"密钥文件“{path}”已损坏，打不开数据文件“{path.stem}.db”。"
        "请用最近的备份恢复，不要删除任何文件。"
    )
