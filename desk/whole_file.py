"""A file that is there whole, safe on the disk, or not at all: then what was there before stays."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_BINARY = getattr(os, "O_BINARY", 0)  # on Windows


@contextmanager
def becoming(target: Path, *, private: bool = False) -> Iterator[BinaryIO]:
    """A file under another name that takes its own when it is whole, else is removed.

    A ``private`` one only its owner can read, from its first byte on.
    """
    partial = target.with_name(target.name + ".part")
    partial.unlink(missing_ok=True)  # with whatever rights an earlier one has
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
    try:
        with os.fdopen(os.open(partial, flags, 0o600 if private else 0o666), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def write_whole(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write all of it, or leave what was there."""
    with becoming(path, private=private) as file:
        file.write(data)
