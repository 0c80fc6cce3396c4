"""Bring a long file to the disk while it is written.

One flush of a gigabyte at the end holds up every other flush of the disk, a commit's among them.
"""

import os
from typing import IO

_STEP = 8 << 20
_sync = getattr(os, "fdatasync", os.fsync)  # none on Windows and macOS


class Steady:
    """Told how much was written to a file, it flushes every few megabytes."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._waiting = 0

    def wrote(self, count: int) -> None:
        """Count bytes that were written; waits for the disk when there are many."""
        self._waiting += count
        if self._waiting >= _STEP:
            self._file.flush()
            _sync(self._file.fileno())
            self._waiting = 0
