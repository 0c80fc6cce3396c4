"""Record all that a phase does to the disk, and what it acknowledges in between.

Run as a process of its own, with PHASE FOLDER ACTIONS OUT.
"""

import ctypes
import os
import pickle
import stat
import sys
from contextlib import suppress
from errno import EINVAL
from pathlib import Path
from random import Random
from threading import Lock

from desk.paths import Paths
from tests.drill.interposer import Real, failed, interpose
from tests.drill.kills.court import PHASES

Event = tuple[object, ...]  # what, and of which file; see Recorder
_COPIES = ("sendfile", "sendfile64", "copy_file_range")  # in the kernel: they are done by hand then


class Enough(Exception):  # noqa: N818 - the end of a recording is no error
    """So many actions were acknowledged."""


class Recorder:
    """The events of a folder, in order.

    ``link path file``, ``rename old new``, ``unlink path``, ``sync-folder path`` of names;
    ``write file offset data``, ``cut file size``, ``sync file`` of contents; ``told words``.
    """

    def __init__(self, folder: Path) -> None:
        self.events: list[Event] = []
        self._folder = str(folder)
        self._files: dict[int, int] = {}  # a number for each, as the system gives its own twice
        self._lock = Lock()

    def __call__(self, name: str, real: Real, *given) -> int:
        """Note a call that succeeds."""
        if name in _COPIES:
            return failed(EINVAL)
        with self._lock:
            before = self._before(name, given)
            done = real(*given)
            if done >= 0 and before is not None:
                error = ctypes.get_errno()
                self._note(name, given, done, before)
                ctypes.set_errno(error)
            return done

    def _before(self, name: str, given):
        """What has to be known before a call; None where the folder is not concerned."""
        if name.startswith("open"):
            path = self._path(*(given if "at" in name else (-100, *given)))
            return (path, os.path.exists(path)) if self._is_ours(path) else None  # noqa: PTH110
        if name in ("rename", "unlink", "mkdir", "rmdir"):
            path = os.path.abspath(os.fsdecode(given[0]))  # noqa: PTH100
            return path if self._is_ours(path) else None
        if name == "unlinkat":
            path = self._path(*given)
            return path if self._is_ours(path) else None
        path = _name_of(given[0])
        if not self._is_ours(path):
            return None
        return os.lseek(given[0], 0, os.SEEK_CUR) if name == "write" else path

    def _note(self, name: str, given, done: int, before) -> None:
        if name.startswith("open"):
            self._opened(before, given[2] if "at" in name else given[1], done)
        elif "write" in name:
            at = before if name == "write" else given[3]
            self._add("write", self._file(given[0]), at, ctypes.string_at(given[1], done))
        elif name.startswith("ftruncate"):
            self._add("cut", self._file(given[0]), given[1])
        elif name in ("fsync", "fdatasync"):
            is_folder = stat.S_ISDIR(os.fstat(given[0]).st_mode)
            self._add(*(("sync-folder", before) if is_folder else ("sync", self._file(given[0]))))
        elif name == "rename":
            self._add("rename", before, os.path.abspath(os.fsdecode(given[1])))  # noqa: PTH100
        else:
            self._add({"unlinkat": "unlink"}.get(name, name), before)

    def _opened(self, before: tuple[str, bool], flags: int, handle: int) -> None:
        path, was_there = before
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            return
        if not was_there:
            self._files[os.fstat(handle).st_ino] = len(self.events) + 1_000_000
            self._add("link", path, self._file(handle))
        elif flags & os.O_TRUNC:
            self._add("cut", self._file(handle), 0)

    def _add(self, *event: object) -> None:
        self.events.append(event)

    def _file(self, handle: int) -> int:
        own = os.fstat(handle).st_ino
        return self._files.setdefault(own, own)

    def _path(self, folder: int, name: bytes, *_more: int) -> str:
        text = os.fsdecode(name)
        return os.path.abspath(text if folder < 0 else os.path.join(_name_of(folder), text))  # noqa: PTH100, PTH118

    def _is_ours(self, path: str) -> bool:
        return path.startswith(self._folder) and not path.endswith(("-shm", ".lock"))


def _name_of(handle: int) -> str:
    try:
        return os.readlink(f"/proc/self/fd/{handle}")  # noqa: PTH115
    except OSError:
        return ""


def main(phase: str, folder: Path, actions: int, out: Path) -> None:
    """Record a phase until it has told so many actions or has ended."""
    begun = {
        str(path): (path.stat().st_ino, path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }
    recorder, told = Recorder(folder), []

    def tell(*words: object) -> None:
        told.append(words)
        recorder.events.append(("told", " ".join(map(str, words))))
        if len(told) >= actions:
            raise Enough

    interpose(recorder)
    with suppress(Enough):
        PHASES[phase](Paths(folder), Random(5), tell)  # noqa: S311 - what to do next
    events = list(recorder.events)
    out.write_bytes(pickle.dumps((begun, events)))
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))
