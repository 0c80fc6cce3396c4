"""Folders for what another program must be given as a file: private, in memory where there is room.

On Linux they lie in a folder of the memory (tmpfs), elsewhere in the temporary folder. What is in
them is overwritten before it is removed. A process that is killed leaves its folder behind:
whoever ends one calls ``sweep``, and every later folder sweeps away what is old.
"""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import gettempdir, mkdtemp

_PREFIX = ".infodesk-convert-"
_IN_MEMORY = (os.environ.get("XDG_RUNTIME_DIR", ""), "/dev/shm")  # noqa: S108 - made 0700, at random
_OLD_S = 600.0  # no program is waited for so long
_ROOM = 256 << 20  # bytes a program may need besides the document


@contextmanager
def private_folder() -> Iterator[Path]:
    """A folder that only this user may enter, empty, and gone afterwards with all that is in it."""
    sweep()
    folder = Path(mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=_places()[0]))
    try:
        yield folder
    finally:
        wipe(folder)


def sweep(process: int | None = None) -> None:
    """Remove what an ended process left; without one, whatever is too old to be in use."""
    for place in _places():
        for folder in place.glob(f"{_PREFIX}{process or '*'}-*"):
            if process is not None or _is_old(folder):
                wipe(folder)


def wipe(folder: Path) -> None:
    """Overwrite and remove a folder; what another program still holds open stays."""
    for file in [one for one in folder.rglob("*") if one.is_file() and not one.is_symlink()]:
        with suppress(OSError), file.open("r+b") as opened:
            opened.write(bytes(file.stat().st_size))
            opened.flush()
            os.fsync(opened.fileno())
    shutil.rmtree(folder, ignore_errors=True)


def _places() -> list[Path]:
    """Where such folders may lie, the one to use first."""
    held = [Path(one) for one in _IN_MEMORY if one and Path(one).is_dir()]
    roomy = [one for one in held if os.access(one, os.W_OK) and shutil.disk_usage(one).free > _ROOM]
    return [*roomy, Path(gettempdir())]


def _is_old(folder: Path) -> bool:
    with suppress(OSError):
        return folder.is_dir() and time.time() - folder.stat().st_mtime > _OLD_S
    return False
