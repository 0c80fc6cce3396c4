"""The export register (导出登记): whatever leaves the program goes through here.

A way out and its record are one step: nothing leaves unrecorded, and what failed has no record.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from desk.auditing import By, note
from desk.drafts import Secrecy
from desk.secrecy.grades import grade_of, graded, known_to
from desk.store import Store, Work
from desk.whole_file import write_whole

T = TypeVar("T")
OFFICE = "office"  # the subject of tables and lists, which are of no single item


class Way(StrEnum):
    """How something leaves; each begins with 导出 or 打印."""

    FILE = "导出文件"
    FOLDER = "导出文件夹"
    CLIPBOARD = "导出到剪贴板"
    CARRIED = "导出外带包"
    BACKUP = "导出备份"
    PAPER = "打印"


@dataclass(frozen=True, slots=True)
class Leaving:
    """What leaves: in the office's words, where to (a file's name, a printer), how many copies."""

    way: Way
    what: str
    place: str
    subjects: tuple[str, ...] = ()
    copies: int = 1


def hand_out(store: Store, gone: Leaving, send: Callable[[], T], *, by: By) -> T:
    """Let something leave, and record it in the same step."""
    with store.begin() as work:
        record(work, gone, by)
        return send()


def record(work: Work, gone: Leaving, by: By) -> None:
    """Write the register's line, one for each subject."""
    grade = grade_of(work, gone.subjects)
    for subject in gone.subjects or (OFFICE,):
        note(work, by, gone.way, subject, told(gone, grade, known_to(work, [subject])))


def told(gone: Leaving, grade: Secrecy, readers: str = "") -> str:
    """The register's line in words."""
    return f"{gone.what}；{gone.place}；{graded(grade, readers)}；{gone.copies} 份"


def write_file(store: Store, gone: Leaving, path: Path, data: bytes, *, by: By) -> int:
    """Write a file whole or not at all, and record it; returns its size."""
    hand_out(store, gone, lambda: write_whole(path, data), by=by)
    return len(data)
