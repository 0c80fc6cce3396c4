"""Find a table by its headers in a file, and give its rows by header."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desk.errors import NotFoundError, NotReadableError
from desk.importing.sheets import Row, sheets

_LINES_ABOVE = 10  # titles and notes that may stand above the headers
_DECORATION = re.compile(r"[\s\u3000*＊:：《》]+|[（(][^（）()]*[）)]")


@dataclass(frozen=True, slots=True)
class Header:
    """A column that an import knows: its name, and other names offices give it."""

    name: str
    synonyms: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a table; ``number`` counts as Excel does, columns not there are empty.

    ``sheet`` names the sheet where a file has several, ``column`` the one column it comes from.
    """

    number: int
    cells: Mapping[str, str]
    sheet: str = ""
    column: str = ""

    def __getitem__(self, header: str) -> str:
        return self.cells.get(header, "")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file that hold anything, with the file's bytes and their SHA-256."""

    name: str
    data: bytes
    digest: str
    records: tuple[Record, ...]


def read_table(path: Path, headers: Sequence[Header]) -> Table:
    """Read the first sheet that has the required headers, in one of its first ten rows.

    Raises NotFoundError where there is no file, NotReadableError where it can't be read, has no
    such table or no row in it.
    """
    data = read_bytes(path)
    known = _names(headers)
    required = {header.name for header in headers if header.required}
    for rows in sheets(data, path.name):
        found = [(place, _columns(row, known)) for place, row in enumerate(rows[:_LINES_ABOVE])]
        heads = [one for one in found if required <= one[1].keys()]
        if not heads:
            continue
        # A title above may itself be the name of a column.
        place, columns = max(heads, key=lambda one: len(one[1]))
        records = _records(rows, place + 1, columns)
        if not records:
            raise NotReadableError(f"“{path.name}”只有列名，没有一行数据。请检查后重新导入。")
        return Table(path.name, data, hashlib.sha256(data).hexdigest(), records)
    raise _no_such_table(path.name, headers)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; raises NotFoundError, or NotReadableError where it won't open."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise NotFoundError(f"找不到文件“{path.name}”。请检查路径后再试。") from error
    except OSError as error:
        raise NotReadableError(
            f"“{path.name}”打不开。请确认它是文件、没有被别的程序占用，再重新导入。"
        ) from error


def _names(headers: Sequence[Header]) -> dict[str, tuple[str, int]]:
    """From a plain column name to the header it stands for and how willingly (0 is best)."""
    known: dict[str, tuple[str, int]] = {}
    for header in headers:
        for name in header.synonyms:
            known.setdefault(plain_label(name), (header.name, 2))
    return known | {header.name: (header.name, 1) for header in headers}


def _columns(row: Row, known: Mapping[str, tuple[str, int]]) -> dict[str, int]:
    """Where each header stands; the office's own name goes before ours, ours before synonyms."""
    found = sorted(
        (known[name][1], column, known[name][0])
        for column, cell in enumerate(row)
        if (name := plain_label(cell)) in known
    )
    columns: dict[str, int] = {}
    for _preference, column, header in found:
        columns.setdefault(header, column)
    return columns


def _records(rows: Sequence[Row], start: int, columns: Mapping[str, int]) -> tuple[Record, ...]:
    records = []
    for number, row in enumerate(rows[start:], start=start + 1):
        cells = {name: row[column].strip() for name, column in columns.items() if column < len(row)}
        if any(cells.values()):
            records.append(Record(number, cells))
    return tuple(records)


def _no_such_table(name: str, headers: Sequence[Header]) -> NotReadableError:
    required = [header.name for header in headers if header.required]
    others = [header.name for header in headers if not header.required]
    return NotReadableError(
        f"“{name}”里没有找到要导入的表：前十行中要有一行列名，必须有{quoted(required)}，"
        f"可以有{quoted(others)}。请改好列名再重新导入。"
    )


def plain_label(text: str) -> str:
    """A header without blanks, brackets and marks."""
    return _DECORATION.sub("", text)


def quoted(names: Iterable[str]) -> str:
    """Names in quotation marks, one after the other."""
    return "".join(f"“{name}”" for name in names)
