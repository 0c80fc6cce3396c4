"""Use case: letters as files of their own in a folder, one a unit."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from desk.jobs import Job, Progress
from desk.reports.letter import Letter
from desk.whole_file import write_whole

Write = Callable[[Letter], bytes]
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_LONGEST = 80  # characters of a file's name; Windows counts the folders too
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def file_names(letters: Sequence[Letter], suffix: str) -> dict[str, Letter]:
    """A safe name for each letter by its unit, no two alike even where case does not count."""
    names: dict[str, Letter] = {}
    taken: set[str] = set()
    for letter in letters:
        stem = _safe(f"{letter.to}－{letter.title}")
        number, name = 1, f"{stem}{suffix}"
        while name.casefold() in taken:
            number += 1
            name = f"{stem}（{number}）{suffix}"
        taken.add(name.casefold())
        names[name] = letter
    return names


def _safe(name: str) -> str:
    kept = _UNSAFE.sub("_", name).strip(" .")[:_LONGEST].rstrip(" .")
    return f"_{kept}" if _RESERVED.fullmatch(kept) or not kept else kept


def existing(folder: Path, names: Mapping[str, Letter]) -> list[str]:
    """The names that a folder has already."""
    return [name for name in names if (folder / name).exists()]


def post(folder: Path, names: Mapping[str, Letter], write: Write, *, over: bool) -> Job[int]:
    """Write the letters, those there already only if ``over``; returns how many were written.

    Each file appears whole or not at all; what was written before a cancel stays.
    """
    written = 0
    for number, (name, letter) in enumerate(names.items()):
        yield Progress(number, len(names), "正在写文件")
        target = folder / name
        if over or not target.exists():
            write_whole(target, write(letter))
            written += 1
    return written
