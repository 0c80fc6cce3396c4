"""Use case: say that the program ended in the middle, and which step was the last that is kept."""

from desk.audit import AuditQuery
from desk.auditing import By, note
from desk.office_clock import minute_words
from desk.store import Store

UNCLEAN = "上次没有正常结束"


def note_loss(store: Store, *, by: By) -> None:
    """Record it where steps were lost when the log was read; else nothing."""
    if not store.unrecorded:
        return
    with store.begin() as work:
        last = next(iter(work.audit.records(limit=1)), None)
        kept = "没有记下任何一步"
        if last:
            kept = f"最后记下的是 {minute_words(last.when)} {last.who}“{last.action}”"
        note(
            work,
            by,
            UNCLEAN,
            "store",
            f"日志末尾读不出来，至少最后 {store.unrecorded} 步可能没有记下；{kept}",
        )


def told(store: Store) -> str:
    """The sentence for the clerk; "" where nothing was lost."""
    if not store.unrecorded:
        return ""
    with store.read() as work:
        found = work.audit.page(work.audit.ids(AuditQuery(action=UNCLEAN), limit=1))
    detail = found[0].detail if found else "日志末尾读不出来"
    return (
        f"{UNCLEAN}（断电或磁盘出错）：{detail}。请从那时起核对一遍，缺的补上；"
        "正在编辑的稿件看一看文字是不是最新的。"
    )
