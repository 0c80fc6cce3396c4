"""Statistics tables as an .xlsx file, with native charts; the writer comes when one is written."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from desk.jobs import Job, finish
from desk.stat_table import StatTable

_FORBIDDEN = re.compile(r"[\[\]:*?/\\：＊？／＼\x00-\x1f\x7f]")  # in the name of a sheet
_LONGEST = 31


class Kind(Enum):
    """What a graph is drawn as; ``COMPARED`` has its last column as a line."""

    BARS = "bars"
    COMPARED = "compared"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Graph:
    """A native chart of a small table: names in its first column, a series in each other one."""

    table: StatTable
    kind: Kind


@dataclass(frozen=True, slots=True)
class TableSheet:
    """A table with the name its sheet should have."""

    name: str
    table: StatTable


def stat_workbook(sheets: Sequence[TableSheet], graphs: Sequence[Graph] = ()) -> bytes:
    """Write tables, each on a sheet, and charts behind them; the same give the same bytes."""
    return finish(writing(sheets, graphs))


def writing(sheets: Sequence[TableSheet], graphs: Sequence[Graph] = ()) -> Job[bytes]:
    """The same, step by step."""
    from desk.reports import stat_workbook_file  # noqa: PLC0415 - brings openpyxl, loaded on use

    return (yield from stat_workbook_file.writing(list(named(sheets)), graphs))


def named(sheets: Iterable[TableSheet]) -> Iterator[TableSheet]:
    """The sheets under names that Excel takes: short, without some signs, each once."""
    taken = {"history"}  # Excel keeps that name for itself
    for one in sheets:
        plain = _FORBIDDEN.sub("_", one.name)[:_LONGEST].strip("'") or "表"
        name, times = plain, 1
        while name.casefold() in taken:
            times += 1
            mark = f"（{times}）"
            name = plain[: _LONGEST - len(mark)] + mark
        taken.add(name.casefold())
        yield TableSheet(name, one.table)
