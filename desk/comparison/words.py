"""A comparison in words: how much changed, and what became of each part."""

from collections.abc import Iterator

from desk.body import Paragraph
from desk.comparison.model import KINDS, Comparison, Fate, Row, Sort


def summary(comparison: Comparison) -> str:
    """How much changed: 增 N 字，删 N 字 and what else there is."""
    if comparison.is_same:
        return "没有改动"
    return "，".join(_counts(comparison))


def _counts(comparison: Comparison) -> Iterator[str]:
    come, gone = (comparison.characters(sort) for sort in (Sort.COME, Sort.GONE))
    if come or gone:
        yield f"增 {come} 字，删 {gone} 字"
    yield from _blocks(comparison)
    yield from _lines(comparison)
    if comparison.cells:
        yield f"改 {comparison.cells} 格"
    remarks = sum(bool(row.remarks) for row in comparison.changes)
    if remarks:
        yield f"改格式 {remarks} 处"


def _blocks(comparison: Comparison) -> Iterator[str]:
    for fate, verb in ((Fate.MOVED, "移动"), (Fate.ADDED, "增"), (Fate.REMOVED, "删")):
        for kind, word in KINDS:
            count = comparison.blocks(fate, kind)
            if count and (kind is not Paragraph or fate is Fate.MOVED):
                yield f"{verb} {count} {word}"


def _lines(comparison: Comparison) -> Iterator[str]:
    for fate, verb in ((Fate.ADDED, "增"), (Fate.REMOVED, "删")):
        rows = sum(row.fate is fate for grid in comparison.grids for row in grid.rows)
        columns = sum(grid.columns.count(fate) for grid in comparison.grids)
        for count, word in ((rows, "行"), (columns, "列")):
            if count:
                yield f"表格{verb} {count} {word}"


def tag(row: Row) -> str:
    """What became of a part, to stand before it; empty where its pieces say it all."""
    word = next(word for kind, word in KINDS if isinstance(row.block, kind))
    match row.fate:
        case Fate.ADDED | Fate.REMOVED:
            said = f"{row.fate}整{word}"
        case Fate.MOVED:
            said = f"移自{place(row.old_at, word)}"
        case Fate.LEFT:
            said = f"移至{place(row.new_at, word)}"
        case _:
            said = ""
    return "；".join(filter(None, (said, *row.remarks)))


def place(number: int, word: str) -> str:
    """Where a part stands: 第3段, or for a table or picture 第3段后."""
    if word == "段":
        return f"第{number}段"
    return f"第{number}段后" if number else "开头"
