"""Use case: export a year as a folder for the archives (年度归档)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desk.archive.folder import (
    INDEX,
    LIST,
    README,
    SUMS,
    Filed,
    file_stem,
    list_csv,
    readme,
)
from desk.archive.printed import Shelved
from desk.archive.yearly import index_of, read_year
from desk.auditing import By, note
from desk.errors import NotFoundError
from desk.jobs import Job, Progress
from desk.reports.register_sheet import register_workbook
from desk.secrecy.grades import grade_of
from desk.store import Store, Work
from desk.whole_folder import checked, put, safe_name, sums_file, whole_folder


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: files that were read again and found the same, and issues left out."""

    folder: Path
    issues: int
    files: int
    left_out: tuple[str, ...]


def export_year(store: Store, year: int, folder: Path, office: str, *, by: By) -> Job[Exported]:
    """Write a year's released, withdrawn and corrected issues into a folder that is not there yet.

    Until the end it bears 未完成 in its name; cancelled, it is removed again. Raises DeskError
    where the folder is there or a file reads back otherwise than it was written.
    """
    with whole_folder(folder) as half:
        yield from read_year(store, year)
        filed, left_out = yield from _write(store, year, half, office, by.today)
        yield from checked(half, filed)
    issues = {one.row.id for one in filed if one.row}
    with store.begin() as work:
        grade = grade_of(work, [f"issue:{one}" for one in issues])
        said = f"{len(issues)} 期，{len(filed)} 个文件 {folder}；密级：{grade}"
        note(work, by, "导出年度归档", f"year:{year}", said)
    return Exported(folder, len(issues), len(filed), tuple(left_out))


def _write(
    store: Store, year: int, folder: Path, office: str, today: date
) -> Job[tuple[list[Filed], list[str]]]:
    """Write everything; returns what was written, and the issues that have no files."""
    with store.read() as work:
        rows = list(reversed(work.printed.shelf(0, year)))
        names = {one.id: one.name for one in work.catalogue.publications()}
    if not rows:
        raise NotFoundError(f"{year}年没有印发过刊物，没有可以导出的。请另选年度。")
    filed: list[Filed] = []
    left_out: list[str] = []
    for done, row in enumerate(rows):
        yield Progress(done, len(rows), f"正在导出{year}年的刊物")
        name = names[row.publication_id]
        with store.read() as work:
            written = _write_issue(work, folder, name, row)
        filed += written
        if not written:
            left_out.append(f"《{name}》{row.full_number}")
    with store.read() as work:
        index = _index(work, rows, names, year, today)
    filed.append(_filed(folder, INDEX, index))
    filed.append(_filed(folder, README, readme(office, year, filed, left_out, today)))
    put(folder, LIST, list_csv(filed))
    put(folder, SUMS, sums_file(filed))
    return filed, left_out


def _write_issue(work: Work, folder: Path, name: str, row: Shelved) -> list[Filed]:
    stem, place = file_stem(name, row), safe_name(name)
    if (folder / place / f"{stem}.pdf").exists():  # a name differs in signs Windows forbids
        stem += f"_{row.id}"
    written = []
    for digest, suffix in ((row.pdf, ".pdf"), (row.docx, ".docx")):
        if digest and work.files.has(digest):
            data = work.files.get(digest)
            (folder / place).mkdir(exist_ok=True)
            path = f"{place}/{stem}{suffix}"
            (folder / path).write_bytes(data)
            written.append(Filed(path, digest, len(data), name, row))
    return written


def _index(
    work: Work, rows: Sequence[Shelved], names: dict[int, str], year: int, today: date
) -> bytes:
    registers = []
    for publication_id in dict.fromkeys(row.publication_id for row in rows):
        mine = [row for row in reversed(rows) if row.publication_id == publication_id]
        name = names[publication_id]
        registers.append((name, index_of(work, name, year, mine, today)))
    return register_workbook(registers)


def _filed(folder: Path, name: str, data: bytes) -> Filed:
    written = put(folder, name, data)
    return Filed(written.path, written.digest, written.size)
