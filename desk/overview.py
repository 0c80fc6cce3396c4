"""What the clerk should know on opening the window (今日)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from desk.approval_queue import QueueRow, waiting_rows
from desk.drafts import DraftQuery, DraftRow, Status
from desk.issues import Issue, IssueStatus
from desk.office_clock import day_of
from desk.publications import Publication
from desk.scheduling import Missing, all_missing
from desk.store import Store, Work

WAITING = timedelta(hours=4)  # design §5: drafts waiting longer than this are named
_NEWEST = 200


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts by status, what waits, what is at approval, the issues that are open or missing."""

    counts: dict[Status, int]
    waiting: tuple[DraftRow, ...]
    submitted: tuple[QueueRow, ...]
    issues: tuple[tuple[Publication, Issue], ...]
    missing: tuple[Missing, ...] = ()


def overview(store: Store, now: datetime) -> Overview:
    """Look at the desk as it is now."""
    with store.read() as work:
        publications = {one.id: one for one in work.catalogue.publications()}
        news = _rows(work, Status.NEW)
        return Overview(
            counts=work.drafts.counts(),
            waiting=tuple(row for row in news if now - row.received > WAITING),
            submitted=tuple(waiting_rows(work, now)),
            issues=tuple(
                (publications[issue.publication_id], issue)
                for issue in work.issues.all(status=IssueStatus.OPEN)
            ),
            missing=tuple(all_missing(work, publications.values(), day_of(now))),
        )


def _rows(work: Work, status: Status) -> list[DraftRow]:
    """The drafts of a status, the longest waiting first."""
    query = DraftQuery(statuses=frozenset({status}), descending=False, limit=_NEWEST)
    return work.drafts.rows(work.drafts.ids(query))
