"""The lines of a sheet below its headers: records, and lines that are none (合计, 注, headings)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from desk.importing.past.crosses import BESIDE, crossed_records
from desk.importing.past.grid import Grid
from desk.importing.past.guide import Guide
from desk.importing.past.heads import Head
from desk.importing.tables import Record

_TOTAL = re.compile(r"(?:本[页月季年期])?(?:合|小|总|共|累)\s*计(?:数|条数|得分)?")
# What may also be the words of a record, unless no unit stands beside it.
_LIKE_TOTAL = re.compile(r"(?:合|小|总|共|累)\s*计.{0,8}|总\s*分|平\s*均.{0,3}|.{2,12}小\s*计")
_REMARK = re.compile(
    r"(?:注|备注|说明|填表|制表|审核|统计|汇总)\S{0,3}\s*[：:].*|单位\s*[：:].*", re.DOTALL
)
_DITTO = frozenset({"同上", "〃", "″", "″″", '"', "“", "”", "~", "..", "．．"})
_WIDE = 3  # columns under one value make a heading


@dataclass(frozen=True, slots=True)
class Skipped:
    """A line that books nothing, and why."""

    number: int
    text: str
    why: str
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """What a sheet holds below its headers."""

    records: tuple[Record, ...]
    skipped: tuple[Skipped, ...]


def lines(grid: Grid, head: Head, guide: Guide, sheet: str) -> Lines:
    """Read the lines of a sheet; ``sheet`` names it where a file has several."""
    skipped: list[Skipped] = []
    found: list[tuple[Record, tuple[str, ...]]] = []
    former: dict[str, str] = {}
    columns = {
        name: column for name, column in head.columns.items() if not guide.cell or name in BESIDE
    }
    for at in range(head.last + 1, len(grid.rows)):
        row = grid.rows[at]
        cells = {name: row[column] for name, column in columns.items()}
        if not any(cells.values()):
            continue
        if why := why_skipped(grid, at, head):
            text = next(filter(None, row))
            skipped.append(Skipped(at + 1, text[:40], why, sheet))
            continue
        cells = _filled(cells, former, guide)
        former = cells
        found.append((Record(at + 1, cells, sheet), row))
    records: Iterator[Record] = (record for record, _row in found)
    if guide.cell:
        records = (
            one for record, row in found for one in crossed_records(record, row, head, guide)
        )
    return Lines(tuple(_with_fixed(one, guide) for one in records), tuple(skipped))


def _with_fixed(record: Record, guide: Guide) -> Record:
    """The record with the values that hold wherever a cell says nothing."""
    empty = {name: value for name, value in guide.fixed.items() if not record[name]}
    return replace(record, cells={**record.cells, **empty}) if empty else record


def _filled(cells: Mapping[str, str], former: Mapping[str, str], guide: Guide) -> dict[str, str]:
    """The cells with those that say 同上 as above, in words or by being empty."""
    return {
        name: former.get(name, "") if text in _DITTO or (not text and name in guide.fill) else text
        for name, text in cells.items()
    }


def why_skipped(grid: Grid, at: int, head: Head) -> str:
    """Why a line below the headers is no record; "" where it is one."""
    row = grid.rows[at]
    first = [text for text in row if text][:2]
    if not first:
        return "空行"
    unit = row[head.columns["单位"]] if "单位" in head.columns else ""
    pattern = _TOTAL if unit and not _LIKE_TOTAL.fullmatch(unit) else _LIKE_TOTAL
    if any(map(pattern.fullmatch, first)):
        return "合计行"
    if _REMARK.fullmatch(first[0]) and grid.is_spread(at):
        return "说明"
    if all(row[column] in (_head_text(grid, head, column), "") for column in head.columns.values()):
        return "重复的表头"
    wide = any(
        one.top <= at <= one.bottom and one.right - one.left + 1 >= _WIDE for one in grid.merges
    )
    return "标题行" if wide and grid.is_spread(at) else ""


def _head_text(grid: Grid, head: Head, column: int) -> str:
    """The header that stands directly above a column's cells."""
    return grid.rows[head.last][column]
