"""Say in the clerk's words what a damaged store has lost."""

from collections.abc import Iterator, Mapping

from sqlcipher3 import dbapi2

from db.salvage.trees import Table
from desk.number_runs import runs_text
from desk.salvaged import SavedTable

_HIGHEST = (1 << 63) - 1
_NAMES = {
    "drafts": "来稿",
    "originals": "原稿文字",
    "revisions": "修改稿",
    "files": "文件（原件、图片、印发的 PDF 和 Word）",
    "issues": "期",
    "entries": "期里的条目",
    "facts": "得分台账",
    "audit": "操作记录",
    "units": "单位",
    "publications": "刊物",
    "schemes": "计分办法",
    "quotas": "目标任务",
    "matters": "督办事项",
    "closings": "结账",
    "approvals": "审签",
    "copies": "份号登记",
    "bulletins": "通报",
}
_OTHER = "其他登记"
_STOOD_IN = {"drafts": "稿件", "units": "单位", "unit_groups": "单位分组", "publications": "刊物"}


def counted(tables: Mapping[str, Table], given: Mapping[str, int]) -> tuple[SavedTable, ...]:
    """How many records of each kind were found and lost; ``given``: the highest number given."""
    found: dict[str, SavedTable] = {}
    for name, table in tables.items():
        if name == "sqlite_sequence" or "_search_" in name:
            continue
        called = _NAMES.get(name, _OTHER)
        before = found.get(called, SavedTable(called, 0))
        lost, is_unknown = _lost(table, given.get(name))
        found[called] = SavedTable(
            called,
            before.found + len(table.rows),
            before.lost + len(lost) + len(table.torn),
            before.is_unknown or is_unknown,
        )
    return tuple(sorted(found.values(), key=lambda one: one.name == _OTHER))


def missing(
    connection: dbapi2.Connection,
    tables: Mapping[str, Table],
    given: Mapping[str, int],
    stood_in: list[tuple[str, int]],
) -> Iterator[str]:
    """Which drafts, issues, files and lines: to be looked at one by one."""
    for table, number in stood_in:
        title = _titled(connection, table, number)
        yield f"{_STOOD_IN[table]} {number}{title}：登记的内容丢失，只留下名称和相关记录。"
    for name, unit in (
        ("drafts", "稿件"),
        ("issues", "期"),
        ("facts", "得分台账"),
        ("audit", "操作记录"),
    ):
        lost, is_unknown = _lost(tables.get(name, Table()), given.get(name))
        gone = [one for one in lost if (name, one) not in stood_in]
        if gone:
            yield f"{unit}编号 {runs_text(gone)} 可能丢失（也可能原来就没有）。"
        if is_unknown:
            yield f"{unit}最后一部分可能丢失，丢失多少无法确定。"
    for name, what in (("revisions", "修改稿"), ("originals", "原稿文字")):
        for _, told in tables.get(name, Table()).torn:
            number = int(told[0])
            yield f"稿件 {number}{_titled(connection, 'drafts', number)}的一份{what}丢失。"
    for _, told in tables.get("files", Table()).torn:
        yield f"文件“{told[1] if len(told) > 1 else told[0]}”读不完整，没有保留。"


def _lost(table: Table, given: int | None) -> tuple[list[int], bool]:
    """The numbers that may be lost, and whether more are behind the last that is known."""
    have = {rowid for rowid, _ in (*table.rows, *table.torn)}
    lost, is_unknown = [], False
    for first, last in table.gaps:
        begin = max(first, 0)
        end = given if last == _HIGHEST and given is not None else last
        if end == _HIGHEST:
            is_unknown = True
        else:
            lost += [one for one in range(begin + 1, end + 1) if one not in have]
    return lost, is_unknown


def _titled(connection: dbapi2.Connection, table: str, number: int) -> str:
    column = "title" if table == "drafts" else "name"
    found = connection.execute(f"SELECT {column} FROM {table} WHERE id = ?", (number,)).fetchone()  # noqa: S608
    return f"《{found[0]}》" if found else ""
