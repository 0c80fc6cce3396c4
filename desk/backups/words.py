"""What is said of backups: their size, what they hold, what would be lost by going back."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from desk.backups.backup import Backup
from desk.office_clock import minute_words

_KB, _MB, _GB = 1_000, 1_000_000, 1_000_000_000
_NOUNS = (  # of tables whose records the clerk knows
    ("drafts", "篇来稿"),
    ("revisions", "次修改"),
    ("issues", "期刊物"),
    ("facts", "条得分"),
    ("matters", "件督办"),
    ("units", "个单位"),
    ("audit", "条操作记录"),
)
_TOLD = ("drafts", "issues", "audit")  # of what a backup holds
_SLACK = timedelta(minutes=1)


def size_words(size: int) -> str:
    """A size in MB or GB."""
    if size < _MB:
        return f"{max(1, round(size / _KB))} KB"
    return f"{size / _MB:.1f} MB" if size < _GB else f"{size / _GB:.2f} GB"


def holds_words(backup: Backup) -> str:
    """What a backup holds: 120 篇来稿、30 期刊物; "" where it does not tell."""
    if backup.is_sealed:
        return "设了口令，恢复时要输入"
    nouns = dict(_NOUNS)
    return "、".join(
        f"{backup.counts[name]:,} {nouns[name]}" for name in _TOLD if name in backup.counts
    )


def difference(then: Mapping[str, int], now: Mapping[str, int]) -> str:
    """How one state differs from now: 少 3 篇来稿、12 条操作记录; "" for not at all."""
    if not then:
        return ""
    less: list[str] = []
    more: list[str] = []
    for name, noun in _NOUNS:
        change = then.get(name, 0) - now.get(name, 0)
        if change:
            (less if change < 0 else more).append(f"{abs(change):,} {noun}")
    parts = [f"少 {'、'.join(less)}"] if less else []
    parts += [f"多 {'、'.join(more)}"] if more else []
    return "；".join(parts)


def lost_since(backup: Backup, written: datetime | None) -> str:
    """What going back to a backup loses, when the store itself can't be counted any more."""
    taken = minute_words(backup.taken)
    if written is None:
        return f"恢复到 {taken} 的状态；此后所做的改动不在这份备份里，要重新做。"
    if written - backup.taken <= _SLACK:
        return f"这份备份写在最后一次改动之后（{taken}），恢复后什么也不会少。"
    span = span_words(written - backup.taken)
    return (
        f"恢复到 {taken} 的状态；此后到 {minute_words(written)}（{span}）"
        "所做的改动不在这份备份里，要重新做，或者再从损坏的文件里尽量抢救。"
    )


def span_words(span: timedelta) -> str:
    """A span of time, roughly: 约 15 小时."""
    minutes = span // timedelta(minutes=1)
    for size, noun in ((24 * 60, "天"), (60, "小时")):
        if minutes >= size:
            return f"约 {round(minutes / size)} {noun}"
    return f"约 {max(1, minutes)} 分钟"
