"""A folder of files that is there whole or not at all, each file read again and found the same."""

import hashlib
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desk.errors import DeskError
from desk.jobs import Job, Progress

_HALF = "（未完成）"  # behind the folder's name until everything in it is checked

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')  # in names on Windows
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_LONGEST = 230  # bytes: Linux takes 255 with the suffix, 3 for each character


@dataclass(frozen=True, slots=True)
class Written:
    """A file by its path in the folder, with / between; ``digest`` is its SHA-256."""

    path: str
    digest: str
    size: int


@contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """A folder to fill, which bears 未完成 in its name until the end; removed where that fails.

    Raises DeskError where the folder is there already.
    """
    half = folder.with_name(folder.name + _HALF)
    for path in (folder, half):
        if path.exists():
            raise DeskError(f"“{path}”已经有了，没有覆盖它。请另选一个文件夹，或者先把它移走。")
    half.mkdir(parents=True)
    try:
        yield half
        half.rename(folder)
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise


def put(folder: Path, path: str, data: bytes) -> Written:
    """Write a file, with the folders it lies in."""
    place = folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    return Written(path, digest_of(data), len(data))


def digest_of(data: bytes) -> str:
    """The SHA-256 of bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


def sums_file(files: Iterable[Written]) -> bytes:
    """The checksums as `sha256sum -c` reads them."""
    return "".join(f"{one.digest}  {one.path}\n" for one in files).encode()


def checked(folder: Path, files: Sequence[Written]) -> Job[None]:
    """Read every file again. Raises DeskError for one that is not what it should be."""
    for done, one in enumerate(files):
        yield Progress(done, len(files), "正在核对校验值")
        if digest_of((folder / one.path).read_bytes()) != one.digest:
            raise DeskError(f"“{one.path}”写到磁盘后和原件不一样。请换一个磁盘或文件夹再导出。")


def free_folder(parent: Path, name: str) -> Path:
    """A folder that is not there yet: 2026年度归档, 2026年度归档（2）."""
    again = 1
    while (found := parent / (name if again == 1 else f"{name}（{again}）")).exists():
        again += 1
    return found


def safe_name(name: str) -> str:
    """A name that Windows takes too."""
    plain = cut(_FORBIDDEN.sub("_", name).strip(" ."), _LONGEST).rstrip(" .") or "_"
    return f"_{plain}" if _DEVICES.fullmatch(plain) else plain


def cut(text: str, most: int) -> str:
    """As much of a text as fits into so many bytes."""
    return text.encode()[:most].decode(errors="ignore")
