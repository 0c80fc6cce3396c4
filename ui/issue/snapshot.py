"""What the 编刊 page shows, read in one look at the store."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desk.compiling import readers_of
from desk.drafts import Secrecy
from desk.errors import NotFoundError
from desk.issues import Issue, IssueStatus
from desk.pool import Pool
from desk.publications import Publication
from desk.secrecy.grades import grade_of_issue
from desk.store import Store, Work
from ui.issue.pool import PoolRow

_RELEASED = 30  # issues offered beside the open ones; older ones are in the archive


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The issues at hand, the one that is on the page, and what may still go into it."""

    issues: list[Issue] = field(default_factory=list)  # open ones and the newest released ones
    publications: Mapping[int, Publication] = field(default_factory=dict)
    issue: Issue | None = None
    titles: Mapping[int, str] = field(default_factory=dict)  # of its entries, by draft id
    pool: list[PoolRow] = field(default_factory=list)
    grade: Secrecy = Secrecy.NONE  # the issue's: the highest of its entries and its mark

    @property
    def readers(self) -> str:
        """Who may know the issue."""
        issue = self.issue
        return readers_of(self.publications[issue.publication_id], issue) if issue else ""

    @property
    def open_issues(self) -> list[Issue]:
        """The issues in work, the first to come out first."""
        found = [one for one in self.issues if one.status is IssueStatus.OPEN]
        return sorted(found, key=lambda one: (one.day, one.publication_id, one.number, one.id))


def read(store: Store, issue_id: int, now: datetime) -> Snapshot:
    """Look at the store; without that issue the newest open one is shown, else the newest."""
    with store.read() as work:
        issues = _issues(work, issue_id)
        publications = {one.id: one for one in work.catalogue.publications()}
        issue = _pick(issues, issue_id)
        ids = [entry.draft_id for entry in issue.entries] if issue else []
        placed = work.drafts.candidates(ids)
        titles = {draft.id: draft.title for draft in placed}
        usable = Pool(work, issue, publications, now).usable(issues, placed)
        grade = grade_of_issue(work, issue.id) if issue else Secrecy.NONE
        pool = [PoolRow.of(one) for one in usable]
    return Snapshot(issues, publications, issue, titles, pool, grade)


def _issues(work: Work, issue_id: int) -> list[Issue]:
    """Those in work, the newest released ones, and the one asked for."""
    found = work.issues.all(status=IssueStatus.OPEN) + work.issues.frozen(_RELEASED)
    if issue_id and all(one.id != issue_id for one in found):
        try:
            found.append(work.issues.get(issue_id))
        except NotFoundError:
            return found  # it was given up
    return found


def _pick(issues: list[Issue], issue_id: int) -> Issue | None:
    asked = next((one for one in issues if one.id == issue_id), None)
    is_open = next((one for one in issues if one.status is IssueStatus.OPEN), None)
    return asked or is_open or next(iter(issues), None)
