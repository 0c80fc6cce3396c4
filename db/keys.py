"""The key of the store: 32 random bytes in a file beside it.

The file guards against damage (every page is authenticated with the key), not against people
who can read the folder.
"""

import os
import secrets
from pathlib import Path

from desk.errors import StoreError

_DIGITS = 64


def key_beside(store: Path) -> Path:
    """Where the key of a store or of a backup lies."""
    return store.with_suffix(".key")


def read_key(store: Path) -> str:
    """The key of a store as hex digits. Raises StoreError where it is missing or damaged."""
    path = key_beside(store)
    try:
        key = path.read_text("ascii").strip()
    except FileNotFoundError:
        raise StoreError(
            f"找不到密钥文件“{path}”，没有它打不开数据文件“{store.name}”。"
            "请从备份文件夹里把同名的 .key 文件复制回来并改成这个名字，再重新启动。"
        ) from None
    except UnicodeDecodeError:
        key = ""
    if len(key) != _DIGITS or not set(key) <= set("0123456789abcdef"):
        raise StoreError(
            f"密钥文件“{path}”已损坏，打不开数据文件“{store.name}”。"
            "请从备份文件夹里把同名的 .key 文件复制回来并改成这个名字，再重新启动。"
        )
    return key


def write_key(path: Path, key: str) -> None:
    """Write a key file that only its owner can read; it is on the disk when this returns."""
    partial = path.with_name(path.name + ".part")
    partial.unlink(missing_ok=True)
    handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key + "\n")
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
    sync_folder(path.parent)


def new_key() -> str:
    """A random key as hex digits."""
    return secrets.token_hex(_DIGITS // 2)


def sync_folder(folder: Path) -> None:
    """Make renames in a folder survive a power cut, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
