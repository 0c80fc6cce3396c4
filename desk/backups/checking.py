"""Use case: look through an open store, from its pages to its books."""

from desk.audit_check import check_trail, known_heads
from desk.jobs import Job, Progress
from desk.soundness import unsound
from desk.store import Store


def check(store: Store) -> Job[list[str]]:
    """Sentences about what is wrong; books are only looked at where every page is whole."""
    yield Progress(0, 1, "正在逐页核对数据文件")
    found = store.verify()
    if found:
        return found
    books = yield from unsound(store)
    trail = yield from check_trail(store, known_heads(store))
    return [*books, *trail.faults]
