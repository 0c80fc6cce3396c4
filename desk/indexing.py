"""Use case: index anew the drafts whose words an earlier version has kept in another form."""

from desk.jobs import Job, Progress
from desk.store import Store

_AT_ONCE = 20  # drafts a unit of work, so that nobody's save waits long for it


def index_some(store: Store) -> int:
    """Index the newest drafts that wait; returns how many still do."""
    with store.read() as work:
        left = work.drafts.unindexed()
    if not left:
        return 0
    with store.begin() as work:
        work.drafts.reindex(_AT_ONCE)
        return work.drafts.unindexed()


def index_all(store: Store) -> Job[None]:
    """Index all that wait; what is done stays done when the job is closed."""
    with store.read() as work:
        total = work.drafts.unindexed()
    left = total
    while left:
        yield Progress(total - left, total, "正在更新检索目录")
        left = index_some(store)
