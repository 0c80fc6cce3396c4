"""The yearly file (年度批示汇编): one document with an index, and a folder with the scans."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePath

from desk.auditing import By, note
from desk.body import Level, Paragraph, Run
from desk.dates import full_date
from desk.errors import NotFoundError
from desk.instructions.instruction import Instruction
from desk.instructions.listing import InstructionRow, rows
from desk.instructions.papers import month_list
from desk.jobs import Job, Progress
from desk.layout.document import document_docx, document_pdf
from desk.layout.document_parts import Document, Part
from desk.office_clock import office_time
from desk.reports.register_sheet import register_workbook
from desk.repositories.matters import MatterQuery
from desk.secrecy.grades import grade_of
from desk.stat_table import Head, StatTable
from desk.store import Store
from desk.whole_folder import Written, checked, put, safe_name, sums_file, whole_folder

SUMS = "校验值.sha256"
_INDEX = (
    Head("序号", width=5),
    Head("编号", width=14, left=True),
    Head("批示日期", width=10),
    Head("批示领导", width=10, left=True),
    Head("信息标题", width=34, left=True),
)


@dataclass(frozen=True, slots=True)
class Yearbook:
    """What was written: files that were read again and found the same."""

    folder: Path
    instructions: int
    scans: int
    files: int


@dataclass(frozen=True, slots=True)
class _Year:
    year: int
    found: Sequence[InstructionRow]
    names: Mapping[int, str]
    office: str
    by: By


def yearbook(
    office: str, year: int, found: Sequence[InstructionRow], names: Mapping[int, str], day: date
) -> Document:
    """The instructions of a year in one document, behind their index."""
    held = _in_order(found)
    lines = tuple(
        (at, one.number, f"{one.day:%Y-%m-%d}", one.leader, one.title)
        for at, one in enumerate(held, 1)
    )
    index = StatTable("目录", _INDEX, lines)
    parts: list[Part] = [index]
    for at, one in enumerate(held, 1):
        parts += _chapter(at, one, names)
    return Document(
        f"{year}年领导批示汇编", office, day, tuple(parts), signed=(office, full_date(day))
    )


def export_year(store: Store, year: int, folder: Path, office: str, *, by: By) -> Job[Yearbook]:
    """Write the yearly file into a folder that is not there yet, with every scan.

    Raises NotFoundError for a year without instructions.
    """
    with store.read() as work:
        query = MatterQuery(first=date(year, 1, 1), last=date(year, 12, 31))
        found = [row for row in rows(work, by.now, query) if not row.instruction.is_awaited]
        names = {one.id: one.name for one in work.registry.units()}
    if not found:
        raise NotFoundError(f"{year}年没有登记过批示，没有可以汇编的。请另选年度。")
    with whole_folder(folder) as half:
        year_found = _Year(year, found, names, office, by)
        written = yield from _write(store, half, year_found)
        put(half, SUMS, sums_file(written))
        yield from checked(half, written)
    scans = sum(len(row.instruction.scans) for row in found)
    with store.begin() as work:
        grade = grade_of(work, [row.instruction.subject for row in found])
        said = f"{len(found)} 件，扫描件 {scans} 个；密级：{grade}"
        note(work, by, "导出年度批示汇编", f"year:{year}", said)
    return Yearbook(folder, len(found), scans, len(written) + 1)


def _write(store: Store, folder: Path, told: _Year) -> Job[list[Written]]:
    found, names, by = told.found, told.names, told.by
    book = yearbook(told.office, told.year, found, names, by.today)
    yield Progress(0, 3, "正在排年度批示汇编")
    written = [put(folder, f"{book.title}.pdf", document_pdf(book))]
    yield Progress(1, 3, "正在写 Word 文件")
    written.append(put(folder, f"{book.title}.docx", document_docx(book)))
    made = f"{by.today:%Y-%m-%d} {by.who} 制表"
    register = month_list(f"{told.year}年领导批示登记表", found, names, by.now, made)
    sheet = register_workbook([("批示登记", register)])
    written.append(put(folder, "登记表.xlsx", sheet))
    held = _in_order(found)
    for at, one in enumerate(held, 1):
        yield Progress(at, len(held), "正在写扫描件")
        for page, scan in enumerate(one.scans, 1):
            suffix = PurePath(scan.name).suffix or ".pdf"
            name = safe_name(f"{at:03} {one.number} {one.leader} {page}")
            with store.read() as work:
                data = work.files.get(scan.digest)
            written.append(put(folder, f"扫描件/{name}{suffix}", data))
    return written


def _in_order(found: Sequence[InstructionRow]) -> list[Instruction]:
    held = (row.instruction for row in found if not row.instruction.is_awaited)
    return sorted(held, key=lambda one: (one.day, one.id))


def _chapter(at: int, one: Instruction, names: Mapping[int, str]) -> Iterator[Part]:
    yield Paragraph((Run(f"{at}．{one.title}"),), Level.FIRST)
    carrier = f"，{one.carrier}" if one.carrier else ""
    who = f"{one.level}{one.rank}" or "领导"
    number = f"{one.number}，" if one.number else ""
    yield _plain(f"{number}{one.signatory}（{who}）{full_date(one.day)}批示{carrier}。")
    yield from (_plain(line) for line in f"“{one.text}”".splitlines() if line.strip())
    for task in one.assignments:
        handed = f"{office_time(task.handed):%m-%d}{task.way}交办" if task.handed else "未交办"
        answered = _answered(task.answered)
        yield _plain(f"{names.get(task.unit_id, '')}：{handed}{answered}。")
    if one.closed is not None:
        yield _plain(f"办理结果（{office_time(one.closed):%m-%d}办结）：{one.result}")


def _answered(when: datetime | None) -> str:
    return f"，{office_time(when):%m-%d}反馈" if when else ""


def _plain(text: str) -> Paragraph:
    return Paragraph((Run(text),))
