"""Use case: take over a table of phrases, all of it or nothing."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from desk.auditing import By, note
from desk.drafts import Kind
from desk.errors import FieldError
from desk.importing import values
from desk.importing.outcome import Imported, Problems
from desk.importing.tables import Header, Record, read_table
from desk.phrases import Category, Phrase, tidied
from desk.phrasing import must_have_its_own_key
from desk.store import Store

HEADERS = (
    Header("名称", ("文件标题", "标题", "姓名"), required=True),
    Header("内容", ("文号", "职务")),
    Header("类别"),
    Header("简码", ("缩写",)),
    Header("信息类型", ("类型",)),
    Header("日期", ("发文日期",)),
    Header("说明", ("来源", "依据")),
    Header("状态"),
)
_OFF = "停用"
_Held = dict[tuple[Category, str], Phrase]


def import_phrases(store: Store, category: Category, path: Path, *, by: By) -> Imported:
    """Add the phrases of a table, and change those it has by category and name.

    Rows without 类别 are of ``category``. Raises NotAllowedError with all wrong rows,
    NotReadableError for another table.
    """
    table = read_table(path, HEADERS)
    problems = Problems(table.name)
    with store.begin() as work:
        held = {(one.category, one.name): one for one in work.phrases.all()}
        before = dict(held)
        for number, row in enumerate(table.records):
            _take(row, category, number + len(before), held, problems)
        problems.refuse_any()
        changed = [one for where, one in held.items() if before.get(where) != one]
        for one in changed:
            work.phrases.save(one)
        added = sum(not one.id for one in changed)
        text = f"新增 {added} 条，更新 {len(changed) - added} 条"
        note(work, by, "导入常用语", "phrases", f"“{table.name}”{text}")
    return Imported(len(table.records), (f"“{table.name}”导入完成，{text}。",))


def _take(row: Record, category: Category, position: int, held: _Held, problems: Problems) -> None:
    """Put a row among the phrases, or say what is wrong with it."""
    kinds: Mapping[str, Kind] = {kind.value: kind for kind in Kind}
    named = row["类别"] or category.value
    written = row["日期"]
    if named not in [one.value for one in Category]:
        problems.add(row.number, f"类别“{named}”不认识，请写{'、'.join(Category)}中的一个")
    elif row["信息类型"] and row["信息类型"] not in kinds:
        problems.add(row.number, f"信息类型“{row['信息类型']}”不认识，请写“动态型”的样子")
    elif written and values.day(written) is None:
        problems.add(row.number, f"日期“{written}”不是日期，请写成“2026-3-9”的样子")
    else:
        read = Phrase(
            Category(named), row["名称"], row["内容"], row["简码"], kinds.get(row["信息类型"]),
            position, _OFF not in row["状态"], row["说明"], values.day(written),
        )  # fmt: skip
        _put(read, row.number, held, problems)


def _put(read: Phrase, number: int, held: _Held, problems: Problems) -> None:
    try:
        tidy = tidied(read)
        former = held.get((tidy.category, tidy.name))
        if former:
            tidy = replace(tidy, id=former.id, position=former.position)
        others = [one for where, one in held.items() if where != (tidy.category, tidy.name)]
        if tidy.key:
            must_have_its_own_key(replace(tidy, id=-1), others)
    except FieldError as error:
        problems.add(number, str(error))
    else:
        held[tidy.category, tidy.name] = tidy
