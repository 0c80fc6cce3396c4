"""The columns of the list of backups."""

from desk.backups.overview import HERE, Shelved
from desk.backups.words import size_words
from desk.office_clock import minute_words
from ui import style
from ui.lists.column import Column


def _count(row: Shelved, table: str) -> str:
    return str(row.backup.counts.get(table, "")) if row.is_told else ""


def _number(row: Shelved, table: str) -> int:
    return row.backup.counts.get(table, -1)


def _differs(row: Shelved) -> str:
    if row.backup.fault:
        return row.backup.fault
    if row.backup.is_sealed:
        return "设了口令，恢复时要输入"
    if not row.is_told:
        return "旧版程序写的，恢复时再核对"
    return row.differs or "和现在一样"


def _kept(row: Shelved) -> str:
    return "、".join(row.kept_for) or ("下次备份时清理" if row.where == HERE else "")


def _state(row: Shelved) -> str:
    return "✗ 不能用" if row.backup.fault else "✓ 已校验"


COLUMNS: tuple[Column[Shelved], ...] = (
    Column("taken", "时间", lambda row: minute_words(row.backup.taken), 140),
    Column("reason", "原因", lambda row: str(row.backup.reason or ""), 112),
    Column("where", "在哪里", lambda row: row.where, 76),
    Column(
        "size",
        "大小",
        lambda row: size_words(row.backup.size),
        78,
        sort=lambda row: row.backup.size,
        right=True,
    ),
    Column(
        "drafts",
        "来稿",
        lambda row: _count(row, "drafts"),
        60,
        sort=lambda row: _number(row, "drafts"),
        right=True,
    ),
    Column(
        "issues",
        "刊物",
        lambda row: _count(row, "issues"),
        56,
        sort=lambda row: _number(row, "issues"),
        right=True,
    ),
    Column(
        "differs",
        "和现在比",
        _differs,
        240,
        tip=_differs,
        stretch=True,
        colour=lambda row: style.RED if row.backup.fault else None,
    ),
    Column(
        "state",
        "校验",
        _state,
        80,
        colour=lambda row: style.RED if row.backup.fault else style.GREEN,
    ),
    Column(
        "kept",
        "留作",
        _kept,
        96,
        tip=_kept,
    ),
)
