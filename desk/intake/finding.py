"""Find the files to read in what the clerk chose or dropped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desk.intake.reading import readable_suffixes

_LEFTOVERS = frozenset({"thumbs.db", "desktop.ini"})
_HIDDEN = (".", "~$", "__MACOSX")


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, or the sentence why there is none; ``folder`` may name its unit."""

    path: Path
    folder: str = ""
    refusal: str = ""


def find(paths: Sequence[Path]) -> list[Source]:
    """The files of some paths, folders walked in order of name; each file once."""
    found = {source.path: source for path in paths for source in _sources(path)}
    return list(found.values())


def _sources(path: Path) -> Iterator[Source]:
    try:
        if path.is_dir():
            yield from _in_folder(path)
        elif path.exists():
            yield Source(path, path.resolve().parent.name)
        else:
            yield Source(path, refusal=f"找不到“{path}”。请检查它是否已移动、改名或删除。")
    except OSError:
        yield Source(path, refusal=f"“{path}”打不开。请检查是否有权限读取，或者磁盘是否已拔出。")


def _in_folder(folder: Path) -> Iterator[Source]:
    files = [path for path in sorted(folder.rglob("*")) if _counts(path, folder)]
    if not any(path.suffix.lower() in readable_suffixes() for path in files):
        yield Source(folder, refusal=_nothing(folder, len(files)))
        return
    for path in files:
        yield Source(path, path.parent.name)


def _counts(path: Path, folder: Path) -> bool:
    """Whether a file is meant to be read."""
    return not is_leftover(path.relative_to(folder).parts) and path.is_file()


def is_leftover(steps: Sequence[str]) -> bool:
    """Whether the last of these steps is hidden, or left behind by Word, Windows or macOS."""
    hidden = any(step.startswith(_HIDDEN) and step != ".." for step in steps)
    return hidden or steps[-1].lower() in _LEFTOVERS


def _nothing(folder: Path, count: int) -> str:
    known = "、".join(readable_suffixes())
    inside = f"里面的 {count} 个文件都不是" if count else "里面没有"
    return f"文件夹“{folder.name}”{inside}能读的稿件（{known}）。请检查是否选错了文件夹。"
