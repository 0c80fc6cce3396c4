"""The watched folder (收稿文件夹): which files are new and whole. Nothing in it is changed."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from desk.errors import NotReadableError
from desk.intake.finding import is_leftover

_UNFINISHED = (".tmp", ".part", ".partial", ".crdownload", ".download", ".td", ".xltd", ".!qb")
_MOST_FILES = 50_000
Stamps = dict[Path, str]


def look(folder: Path) -> Stamps:
    """The files of a folder and the folders in it, each with its size and time.

    Empty files, hidden ones and those that a program is still writing are left out. Raises
    NotReadableError where the folder is gone or holds more than 50,000 files.
    """
    if not folder.is_dir():
        raise NotReadableError(
            f"收稿文件夹“{folder}”打不开，可能是移动盘拔出了，或者文件夹改了名。"
            "接上或在“设置”里重新选择后，会自动继续收稿。"
        )
    return dict(_stamped(folder))


def fresh(now: Mapping[Path, str], before: Mapping[Path, str], taken: Mapping[str, str]) -> Stamps:
    """The files that did not change between two looks and were not taken as they are."""
    return {
        path: stamp
        for path, stamp in now.items()
        if before.get(path) == stamp and taken.get(key(path)) != stamp
    }


def key(path: Path) -> str:
    """A file's path as the store can remember it, whatever bytes are in its name."""
    return str(path).encode("utf-8", "replace").decode()


def _stamped(folder: Path) -> Iterator[tuple[Path, str]]:
    seen = 0
    for place, folders, names in os.walk(folder):
        inside = Path(place).relative_to(folder).parts
        folders[:] = sorted(name for name in folders if not is_leftover((name,)))
        for name in sorted(names):
            stamp = "" if _is_unfinished((*inside, name)) else _stamp(Path(place, name))
            if stamp:
                yield Path(place, name), stamp
            seen += 1
            if seen > _MOST_FILES:
                raise NotReadableError(
                    f"收稿文件夹“{folder}”里的文件超过 {_MOST_FILES} 个，没有再收。"
                    "请把收过的文件移到别处，会自动继续收稿。"
                )


def _is_unfinished(steps: tuple[str, ...]) -> bool:
    return is_leftover(steps) or steps[-1].lower().endswith(_UNFINISHED)


def _stamp(path: Path) -> str:
    """Size and time of a file; empty for an empty file and for one that is gone."""
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_size} {found.st_mtime_ns}" if found.st_size else ""
