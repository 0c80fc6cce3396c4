"""Use case: take over a word list, all of it or nothing."""

from collections.abc import Mapping
from pathlib import Path

from desk.auditing import By, note
from desk.checks.lexicon import COLUMNS, Entry, word_lists
from desk.errors import FieldError
from desk.importing import values
from desk.importing.outcome import Imported, Problems
from desk.importing.tables import Header, Record, read_table
from desk.ruling import tidied, words_of
from desk.store import Store

_SYNONYMS = {"词": ("词语", "词条", "错误写法"), "改为": ("正确写法", "建议"), "除外": ("例外",)}
HEADERS = tuple(
    Header(name, _SYNONYMS.get(name, ()), required=name == COLUMNS[0]) for name in COLUMNS
)
_OFF = "停用"
_BAR, _COMMA = "|", "、"


def import_words(store: Store, code: str, path: Path, *, by: By) -> Imported:
    """Add the words of a table to a list, and change those it has.

    Several words in a cell are joined by “|” or “、”. A row that says what the list has is not
    judged: lists are exported, changed in places and brought back. Raises NotAllowedError with
    all wrong rows, NotReadableError for another table.
    """
    table = read_table(path, (*HEADERS, Header("状态")))
    problems = Problems(table.name)
    with store.begin() as work:
        known = {one.entry.word: one.entry for one in words_of(work, code)}
        read = [_entry(code, row, known, problems) for row in table.records]
        entries = [entry for entry in read if entry]
        problems.refuse_any()
        changed = [entry for entry in entries if known.get(entry.word) != entry]
        for entry in changed:
            work.rulebook.save_word(entry)
        added = sum(entry.word not in known for entry in changed)
        text = f"新增 {added} 条，更新 {len(changed) - added} 条"
        name = word_lists()[code].name
        note(work, by, "导入词表", f"words:{code}", f"{name}：“{table.name}”{text}")
    return Imported(len(entries), (f"“{table.name}”导入完成，{text}。",))


def _entry(
    code: str, record: Record, known: Mapping[str, Entry], problems: Problems
) -> Entry | None:
    written = record["日期"]
    day = values.day(written)
    if written and day is None:
        problems.add(record.number, f"日期“{written}”不是日期，请写成“2026-3-9”的样子")
        return None
    word = record["词"]
    entry = Entry(
        code,
        word,
        _several(record["改为"], word),
        _several(record["除外"], word),
        record["说明"],
        record["依据"],
        day,
        _OFF not in record["状态"],
    )
    if known.get(word) == entry:
        return entry
    try:
        return tidied(entry)
    except FieldError as error:
        problems.add(record.number, str(error))
        return None


def _several(cell: str, word: str) -> tuple[str, ...]:
    """The words of a cell; “、” parts them where it can't be a part of them."""
    if _COMMA not in word and _BAR not in cell:
        cell = cell.replace(_COMMA, _BAR)
    return tuple(part.strip() for part in cell.split(_BAR) if part.strip())
