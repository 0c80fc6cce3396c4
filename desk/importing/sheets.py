"""The cells of a .xlsx or .csv file as texts; what the file is, its bytes decide."""

import csv
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO, StringIO
from zipfile import BadZipFile, ZipFile

from desk.errors import NotReadableError
from desk.importing.merges import Merge, merges
from desk.intake import magic
from desk.intake.encoding import decode
from desk.intake.preflight import CHUNK, check_chunk, check_size

MAX_ROWS = 200_000
_MAX_UNPACKED = 200 << 20
_MAX_PARTS = 2_000
_BROKEN = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
# What openpyxl raises on files that are damaged or only look like a workbook.
_DAMAGE = (*_BROKEN, SyntaxError, LookupError, TypeError, AttributeError, ArithmeticError)

Row = list[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a file, row by row from the first; ``merges`` are its merged cells."""

    name: str
    rows: list[Row]
    merges: tuple[Merge, ...] = ()
    is_hidden: bool = False


def sheets(data: bytes, name: str) -> list[list[Row]]:
    """All sheets of a file, row by row from the first; empty cells as "".

    Dates are 2026-03-09, with a time of day 2026-03-09 08:30:00.
    Raises NotReadableError where the file is no table, damaged, or dangerous.
    """
    return [sheet.rows for sheet in named_sheets(data, name)]


def named_sheets(data: bytes, name: str) -> list[Sheet]:
    """All sheets of a file with their names and merged cells, read as ``sheets`` does."""
    check_size(len(data), name)
    if data.startswith(magic.ZIP):
        _check_package(data, name)
        return _workbook(data, name)
    if known := magic.nature(data):
        raise NotReadableError(
            f"“{name}”不是 .xlsx 或 .csv 表格，而是{known[0]}。"
            "请用 WPS 或 Excel 打开后另存为 .xlsx，再重新导入。"
        )
    return [Sheet("", _comma_separated(decode(data, name), name))]


def _workbook(data: bytes, name: str) -> list[Sheet]:
    import openpyxl  # noqa: PLC0415 - heavy, loaded on use

    try:
        book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
        merged, found = merges(data), []
        for page in book.worksheets:
            page.reset_dimensions()  # some programs write a wrong extent
            rows = page.iter_rows(values_only=True)
            texts = _limited(([_text(cell) for cell in row] for row in rows), name)
            blocks = tuple(merged.get(page.title, ()))
            found.append(Sheet(page.title, texts, blocks, page.sheet_state != "visible"))
    except _DAMAGE as error:
        raise NotReadableError(
            f"“{name}”不完整或已损坏，读不出来。请用 WPS 或 Excel 打开后另存为 .xlsx，再重新导入。"
        ) from error
    return found


def _comma_separated(text: str, name: str) -> list[Row]:
    first = text.partition("\n")[0]
    mark = max(",\t;，", key=first.count)
    try:
        return _limited(csv.reader(StringIO(text, newline=""), delimiter=mark), name)
    except csv.Error as error:
        raise NotReadableError(
            f"“{name}”不是规范的 .csv 表格，读不出来。请用 WPS 或 Excel 打开后另存为 .xlsx，"
            "再重新导入。"
        ) from error


def _limited(rows: Iterable[Row], name: str) -> list[Row]:
    """All rows; those that are empty at the end are left out."""
    kept: list[Row] = []
    full = 0
    for row in rows:
        kept.append(row)
        if any(row):
            full = len(kept)
        if full > MAX_ROWS:
            raise NotReadableError(
                f"“{name}”超过 {MAX_ROWS} 行，装不下。请按年度分成几个文件，再分别导入。"
            )
    return kept[:full]


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        whole = cell.time() == time()
        return cell.date().isoformat() if whole else cell.isoformat(" ", "seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _check_package(data: bytes, name: str) -> None:
    """Refuse bombs and entity tricks; Python's zipfile holds parts to the sizes they declare."""
    try:
        with ZipFile(BytesIO(data)) as package:
            entries = package.infolist()
            total = sum(entry.file_size for entry in entries)
            if len(entries) > _MAX_PARTS or total > _MAX_UNPACKED:
                raise _dangerous(name, "解压后会膨胀到几百兆")
            for chunk in _markup(package):
                if b"<!DOCTYPE" in chunk:
                    raise _dangerous(name, "里面有正常表格不会有的声明")
                check_chunk(chunk, name)
            if "xl/workbook.xml" not in package.namelist():
                raise NotReadableError(
                    f"“{name}”不是 Excel 表格。请用 WPS 或 Excel 另存为 .xlsx，再重新导入。"
                )
    except _BROKEN as error:
        raise NotReadableError(
            f"“{name}”不完整、已损坏或有密码，读不出来。请去掉密码另存一份，再重新导入。"
        ) from error


def _markup(package: ZipFile) -> Iterator[bytes]:
    """The XML of all parts, piece by piece; a bomb is known by the first of its own."""
    for entry in package.infolist():
        if entry.filename.endswith((".xml", ".rels")):
            with package.open(entry) as part:
                while chunk := part.read(CHUNK):
                    yield chunk


def _dangerous(name: str, why: str) -> NotReadableError:
    return NotReadableError(
        f"“{name}”可能有危险，没有打开：{why}。请用 WPS 或 Excel 打开原表另存一份，再重新导入。"
    )
