"""Tables across (汇总表): units down, carriers or months across; each cell becomes records."""

import re
from collections.abc import Iterator, Mapping, Sequence

from desk.importing import values
from desk.importing.past import cells
from desk.importing.past.guide import Cell, Guide
from desk.importing.past.heads import Head
from desk.importing.past.rows import MATTERS, PROBLEM
from desk.importing.registry import Carriers
from desk.importing.tables import Record, plain_label

BESIDE = ("单位", "日期", "期号", "备注")  # what a table across may tell of a whole line
OLD_POINTS = "导入的旧得分"
_NO_VALUE = re.compile(
    r"合计|小计|总计|总分|累计|排名|名次|序号|目标|任务|完成|占比|采用率|录用率|得分|平均|分组|类别"
)
_NUMERIC = re.compile(r"[+-]?[\d,]+(?:\.\d+)?(?:条|分|次|篇)?")
_MOST = 2000  # items in one cell


def crossed_records(
    record: Record, row: Sequence[str], head: Head, guide: Guide
) -> Iterator[Record]:
    """The records of one line: so many untitled ones for a cell of 条数, one 调整 for 得分.

    A cell that is no number makes a record with that problem.
    """
    for column, label in enumerate(head.labels):
        said = guide.crossed.get(label)
        text = row[column] if column < len(row) else ""
        if said is None or text in ("", "-", "—", "/"):
            continue
        own = {name: cell for name, cell in record.cells.items() if cell} | dict(said)
        if guide.cell is Cell.POINTS:
            if cells.signed(text) != 0:
                why = "；".join(filter(None, (f"{OLD_POINTS}：{label}", own.get("备注", ""))))
                own |= {"事项": "调整", "核定分": text, "备注": why}
                yield Record(record.number, own, record.sheet, label)
            continue
        count = values.count(text.removesuffix("篇").removesuffix("次"))
        if count is None or count > _MOST:
            own[PROBLEM] = f"“{label}”一格是“{text}”，不是条数"
            yield Record(record.number, own, record.sheet, label)
            continue
        own.setdefault("事项", "采用")
        for _each in range(count):
            yield Record(record.number, own, record.sheet, label)


def guessed_columns(
    rows: Sequence[Sequence[str]], head: Head, carriers: Carriers, year: int | None
) -> dict[str, dict[str, str]]:
    """What the columns of numbers are probably about; those of totals are left out."""
    found = {}
    for column, label in enumerate(head.labels):
        said = [row[column] for row in rows if row[column]]
        if head.meaning(column) in BESIDE or not said:
            continue
        if _is_numeric(said) and (own := _guess(label, carriers, year)):
            found[label] = own
    return found


def _guess(label: str, carriers: Carriers, year: int | None) -> dict[str, str]:
    """A carrier with its section, a month, or another matter, as a header names it."""
    parts = [plain_label(part) for part in label.split("/")]
    whole = "".join(parts)
    if place := carriers.within(parts):
        return place | {"事项": "采用"}
    if cells.month_end(parts[-1], year):
        return {"日期": parts[-1]}
    if "批示" in whole:
        return {"事项": "批示", "批示": whole}
    if _NO_VALUE.search(parts[-1]):
        return {}
    word = next((word for word in MATTERS if word in whole), "")
    return {"事项": MATTERS[word].value} if word else {}


def is_crossed(rows: Sequence[Sequence[str]], head: Head, guessed: Mapping[str, object]) -> bool:
    """Whether a table looks like one across: units down, and nothing that tells of one item."""
    told = [
        name
        for name in ("标题", "日期", "刊物", "事项")
        if name in head.columns and not _is_numeric([row[head.columns[name]] for row in rows])
    ]
    return "单位" in head.columns and not told and bool(guessed)


def _is_numeric(texts: Sequence[str]) -> bool:
    return all(map(_NUMERIC.fullmatch, filter(None, texts)))
