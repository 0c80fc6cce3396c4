"""Use case: the yearly index of a publication (年度目录)."""

from collections.abc import Sequence
from datetime import date

from desk.archive.indexing import index_issue
from desk.archive.printed import PrintedItem, Shelved
from desk.jobs import Job, Progress
from desk.reports.issue_index import Printing, issue_index
from desk.reports.register import Register
from desk.store import Store, Work

_AT_ONCE = 4  # issues of a unit of work


def read_year(store: Store, year: int, publication_id: int = 0) -> Job[None]:
    """Read in what of a year's issues (of a publication, 0: of all) is not in the archive yet."""
    with store.read() as work:
        waiting = set(work.printed.waiting())
        missing = [row.id for row in work.printed.shelf(publication_id, year) if row.id in waiting]
    for start in range(0, len(missing), _AT_ONCE):
        yield Progress(start, len(missing), "正在读入往期")
        with store.begin() as work:
            for issue_id in missing[start : start + _AT_ONCE]:
                index_issue(work, work.issues.get(issue_id))


def yearly_index(store: Store, publication_id: int, year: int, day: date) -> Job[Register]:
    """Make the index of a publication's year."""
    yield from read_year(store, year, publication_id)
    with store.read() as work:
        name = {one.id: one.name for one in work.catalogue.publications()}[publication_id]
        return index_of(work, name, year, work.printed.shelf(publication_id, year), day)


def index_of(work: Work, name: str, year: int, rows: Sequence[Shelved], day: date) -> Register:
    """The index of issues that are read in."""
    held: dict[int, list[PrintedItem]] = {row.id: [] for row in rows}
    for item in work.printed.items(list(held)):
        held[item.issue_id].append(item)
    return issue_index(name, year, [Printing(row, held[row.id]) for row in rows], day)
