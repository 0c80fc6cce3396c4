"""Read the upper level's list of what it used: a table, a file, or lines of titles as pasted."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from io import StringIO

from desk.errors import NotFoundError, NotReadableError
from desk.forwardings.entries import as_number
from desk.importing import values
from desk.importing.batches import Sort
from desk.importing.past import cells
from desk.importing.past.context import tidied
from desk.importing.past.grid import Grid, grid
from desk.importing.past.guide import Guide
from desk.importing.past.lines import lines
from desk.importing.past.rehearsal import Book, ground_of, open_book, pages
from desk.importing.past.rows import Ground
from desk.importing.sheets import Sheet
from desk.importing.tables import Record
from desk.publications import Publication
from desk.store import Work

_NUMBERING = re.compile(
    r"^\s*(?:[（(]?\d{1,3}[）)]|\d{1,3}\s*[.．、](?!\d)|[①-⑳]|[（(]?[一二三四五六七八九十]{1,3}[）)]?、)\s*"
)
_ASIDE = re.compile(r"\s*[（(]([^（）()]{1,20})[）)]\s*$")
_QUOTES = "《》“”\"'「」"
_LEAST = 4  # characters of a title
_MOST = 5_000


@dataclass(frozen=True, slots=True)
class Line:
    """One adoption that the list names; ``problem`` is what of it could not be understood."""

    number: int
    title: str
    publication_id: int
    day: date
    issue_number: str = ""
    section_id: int | None = None
    external: Decimal | None = None
    unit: str = ""
    is_composite: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What holds for lines that don't say it: whose list it is, and of which day."""

    carrier: Publication
    day: date
    issue_number: str = ""

    @property
    def section_id(self) -> int | None:
        """The carrier's section where it has only one."""
        sections = self.carrier.sections
        return sections[0].id if len(sections) == 1 else None


def read_pasted(work: Work, text: str, asked: Asked) -> tuple[Line, ...]:
    """The lines of a pasted list: a table copied from a sheet, or a title a line."""
    if "\t" in text:
        try:
            rows = [list(row) for row in csv.reader(StringIO(text, newline=""), delimiter="\t")]
        except csv.Error as error:
            raise NotReadableError(
                "粘贴的表格读不出来：有一格太长，或者引号没有成对。请从 Excel 里重新复制后再粘贴。"
            ) from error
        return _read(work, Book("粘贴", text.encode(), (grid(Sheet("", rows)),)), asked)
    return _capped(_titles(enumerate(text.splitlines(), 1), asked))


def read_file(work: Work, data: bytes, name: str, asked: Asked) -> tuple[Line, ...]:
    """The lines of an .xlsx, .csv or .txt file. Raises NotReadableError."""
    if name.lower().endswith(".txt"):
        from desk.intake.encoding import decode  # noqa: PLC0415 - loaded on use

        return read_pasted(work, decode(data, name), asked)
    return _read(work, open_book(data, name), asked)


def _read(work: Work, book: Book, asked: Asked) -> tuple[Line, ...]:
    """The lines under headers, where there are some; else the longest column is the titles."""
    fixed = {"刊物": asked.carrier.name, "日期": f"{asked.day:%Y-%m-%d}"}
    guide = Guide(sort=Sort.UPPER, fixed=fixed, year=asked.day.year)
    ground = ground_of(work, guide, "")
    found: list[Line] = []
    for page in pages(book, guide, ground.carriers, ground.names):
        if page.head is None or page.why:
            continue
        for record in lines(page.grid, page.head, page.guide, "").records:
            tidy = tidied(record, ground.carriers)
            if len(_title(tidy["标题"])) >= _LEAST:
                found.append(_line(tidy, page.guide, ground, asked))
    if not found:
        found = [one for sheet in book.grids for one in _titles(_longest(sheet), asked)]
    return _capped(found)


def _line(record: Record, guide: Guide, ground: Ground, asked: Asked) -> Line:
    problems = []
    day = cells.day(record["日期"], guide.year, guide.month)
    day = day or cells.month_end(record["日期"], guide.year)
    if day is None:
        problems.append(f"日期“{record['日期']}”认不出来，按 {asked.day:%Y-%m-%d} 登记")
    publication_id, section_id = asked.carrier.id, None
    try:
        publication_id, section_id = ground.carriers.find(record["刊物"], "")
        _id, section_id = ground.carriers.find(record["刊物"], record["栏目"])
    except NotFoundError as error:
        problems.append(str(error))
    external = values.points(record["外部分"]) if record["外部分"] else None
    return Line(
        record.number,
        _title(record["标题"]),
        publication_id,
        min(day, asked.day) if day else asked.day,
        as_number(record["期号"]) or asked.issue_number,
        section_id or (asked.section_id if publication_id == asked.carrier.id else None),
        external,
        record["单位"],
        is_composite="综" in record["方式"] or "合编" in record["方式"],
        problem="；".join(problems),
    )


def _titles(
    texts: Sequence[tuple[int, str]] | Iterator[tuple[int, str]], asked: Asked
) -> list[Line]:
    found = []
    for number, text in texts:
        plain = _NUMBERING.sub("", text.strip())
        aside = _ASIDE.search(plain)
        line = Line(
            number,
            _title(plain[: aside.start()] if aside else plain),
            asked.carrier.id,
            asked.day,
            asked.issue_number,
            asked.section_id,
            unit=aside[1] if aside else "",
            is_composite=bool(aside and "综合" in aside[1]),
        )
        if len(line.title) >= _LEAST:
            found.append(line)
    return found


def _longest(sheet: Grid) -> Iterator[tuple[int, str]]:
    """The column that holds the longest texts, row by row."""
    width = max((len(row) for row in sheet.rows), default=0)
    sums = [sum(len(row[at]) for row in sheet.rows) for at in range(width)]
    at = sums.index(max(sums)) if sums else 0
    return ((number, row[at]) for number, row in enumerate(sheet.rows, 1) if row)


def _title(text: str) -> str:
    return " ".join(text.strip().strip(_QUOTES).split())


def _capped(found: list[Line]) -> tuple[Line, ...]:
    if not found:
        raise NotReadableError("没有读出一条标题。请粘贴标题（一行一条），或者带“标题”一列的表格。")
    if len(found) > _MOST:
        raise NotReadableError(f"一次最多核对 {_MOST} 条，这里有 {len(found)} 条。请分几次导入。")
    return tuple(replace(one, number=at) for at, one in enumerate(found, 1))
