"""Lists of drafts (.xlsx): a row is a draft, its columns are named by a head like 标题 单位 内容.

Bounds: 2,000 rows a sheet, 60 columns, the head within the first 20 rows; the package itself
within those of a .docx. Formulas give the values they had when the list was saved.
"""

import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from desk.body import Run
from desk.dates import full_date
from desk.errors import NotReadableError
from desk.intake.document import Enclosed, Line, ReadDocument
from desk.intake.format import Format
from desk.intake.preflight import inspect
from desk.intake.recognition.label_words import Label
from desk.intake.recognition.labels import word_label
from desk.intake.zipped import Kind, kind

_MOST_ROWS = 2_000
_MOST_COLUMNS = 60
_MOST_SHEETS = 20
_HEAD_ROWS = 20
_FEWEST = 2  # known words that make a row a head
_NAMED = 20  # rows that a refusal names
_ASIDE = re.compile(r"[（(].*?[）)]|[\s*＊:：【】\[\]]+")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]|_x000[dD]_")
_WANTED = (
    "一行一篇的表要有“标题”和“内容”（或“正文”）两列，"
    "还可以有单位、作者、电话、类型、日期、审核等列。请补上表头再导入。"
)
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Head:
    """The row that names the columns; ``number`` counts from 1."""

    number: int
    words: Row
    title: int
    text: int


def unpack(data: bytes, name: str) -> Iterator[ReadDocument | Enclosed]:
    """Read each row as a draft; raises NotReadableError when no sheet is such a list."""
    package = inspect(data, name, "xl/")
    sheets = list(_sheets(data))
    lists = [(title, rows, head) for title, rows in sheets if (head := _head(rows))]
    if not lists:
        raise NotReadableError(f"“{name}”没有登记：{_why_not(sheets)}{_WANTED}")
    notes = package.notes
    for title, rows, head in lists:
        mark = f"{title} " if len(lists) > 1 else ""
        above = (title, *("　".join(filter(None, row)) for row in rows[: head.number - 1]))
        for item in _drafts(rows, head, mark, name, above):
            is_first = bool(notes) and isinstance(item, ReadDocument)
            yield replace(item, notes=notes) if is_first else item
            notes = () if is_first else notes
        if len(rows) > _MOST_ROWS + head.number:
            said = f"“{name}”{mark}超过 {_MOST_ROWS} 行，后面的没有读。请分成几个表再导入。"
            yield Enclosed(name, b"", refusal=said)
    left_out = "、".join(f"“{title}”" for title, rows in sheets if not _head(rows) and any(rows))
    if left_out:
        said = f"“{name}”的工作表{left_out}没有读入：里面没有“标题”和“内容”两列。"
        yield Enclosed(name, b"", refusal=said)


def _sheets(data: bytes) -> Iterator[tuple[str, list[Row]]]:
    """The title and the rows of each sheet that is shown; empty rows stay in their places."""
    from openpyxl import load_workbook  # noqa: PLC0415 - heavy, loaded on use

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of styles that other programs write
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        for sheet in shown[:_MOST_SHEETS]:
            yield sheet.title.replace("/", "／"), _rows(sheet)
        book.close()


def _rows(sheet: Any) -> list[Row]:  # noqa: ANN401 - openpyxl types only its other worksheet
    sheet.reset_dimensions()  # what the file says of its size may be wrong
    values = sheet.iter_rows(
        max_row=_HEAD_ROWS + _MOST_ROWS + 1, max_col=_MOST_COLUMNS, values_only=True
    )
    rows = [tuple(map(_text, row)) for row in values]
    rows = [row if any(row) else () for row in rows]
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _text(value: object) -> str:
    """A cell as its reader sees it."""
    if isinstance(value, datetime) and value.time() == time(0):
        value = value.date()
    if isinstance(value, date) and not isinstance(value, datetime):
        return full_date(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = "" if value is None else _UNPRINTABLE.sub("", str(value)).strip()
    return "" if text.startswith("#") and text.isupper() else text  # #N/A, #REF!


def _head(rows: Sequence[Row]) -> _Head | None:
    """The first row that names a column of titles and one of texts."""
    for number, row in enumerate(rows[:_HEAD_ROWS], start=1):
        labels = _labels(row)
        if Label.TITLE in labels and Label.BODY in labels:
            words = tuple(_ASIDE.sub("", word) for word in row)
            return _Head(number, words, labels.index(Label.TITLE), labels.index(Label.BODY))
    return None


def _labels(row: Row) -> list[Label | None]:
    return [word_label(_ASIDE.sub("", word)) if word else None for word in row]


def _why_not(sheets: Sequence[tuple[str, list[Row]]]) -> str:
    """What the row that comes nearest to a head lacks."""
    rows = [_labels(row) for _title, rows in sheets for row in rows[:_HEAD_ROWS]]
    best = max(rows, key=lambda labels: sum(map(bool, labels)), default=[])
    if sum(map(bool, best)) < _FEWEST:
        return "没有找到表头。" if any(rows) else "表里没有内容。"
    lacking = [
        word for word, label in (("标题", Label.TITLE), ("内容", Label.BODY)) if label not in best
    ]
    return f"表头里没有“{'”和“'.join(lacking)}”列。"


def _drafts(
    rows: Sequence[Row], head: _Head, mark: str, name: str, above: tuple[str, ...]
) -> Iterator[ReadDocument | Enclosed]:
    """The rows below the head; those that lack something are named together at the end."""
    lacking: list[int] = []
    for number, row in enumerate(rows[head.number : head.number + _MOST_ROWS], head.number + 1):
        if row and row[head.title] and row[head.text]:
            document = _document(row, head, f"{mark}第{number}行")
            yield replace(document, margins=tuple(filter(None, above)))
        elif row:
            lacking.append(number)
    if lacking:
        named = "、".join(map(str, lacking[:_NAMED]))
        more = f"等 {len(lacking)} 行" if len(lacking) > _NAMED else ""
        said = f"“{name}”{mark}第 {named} 行{more}没有标题或内容，没有登记。请补上后再导入这几行。"
        yield Enclosed(name, b"", refusal=said)


def _document(row: Row, head: _Head, place: str) -> ReadDocument:
    lines = (line.strip() for line in row[head.text].splitlines())
    labels = (
        (word, value)
        for column, (word, value) in enumerate(zip(head.words, row, strict=False))
        if word and value and column != head.text
    )
    return ReadDocument(
        tuple(Line((Run(line),)) for line in lines if line), labels=tuple(labels), place=place
    )


FORMAT = Format(
    label="Excel 表格",
    suffixes=(".xlsx", ".xlsm"),
    accepts=lambda data: kind(data) in {Kind.SHEET, Kind.BROKEN},
    unpack=unpack,
)
