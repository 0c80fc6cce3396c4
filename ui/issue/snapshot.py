"""What the 编刊 page shows, read in one look at the store."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from desk.compiling import PRINTABLE, name_of
from desk.drafts import Draft, Status
from desk.issues import Issue, IssueStatus
from desk.publications import Publication
from desk.store import Store, Work
from ui.issue.pool import PoolRow


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All issues, the one that is open on the page, and what may still go into it."""

    issues: list[Issue] = field(default_factory=list)
    publications: Mapping[int, Publication] = field(default_factory=dict)
    issue: Issue | None = None
    titles: Mapping[int, str] = field(default_factory=dict)  # of its entries, by draft id
    pool: list[PoolRow] = field(default_factory=list)


def read(store: Store, issue_id: int) -> Snapshot:
    """Look at the store; without that issue the newest open one is shown, else the newest."""
    with store.read() as work:
        issues = work.issues.all()
        publications = {one.id: one for one in work.catalogue.publications()}
        issue = _pick(issues, issue_id)
        entries = issue.entries if issue else ()
        drafts = work.drafts.several([entry.draft_id for entry in entries])
        titles = {draft.id: draft.title for draft in drafts}
        others = [one for one in issues if one is not issue]
        pool = _pool(work, issue, drafts, _elsewhere(others, publications))
    return Snapshot(issues, publications, issue, titles, pool)


def _pick(issues: list[Issue], issue_id: int) -> Issue | None:
    asked = next((one for one in issues if one.id == issue_id), None)
    is_open = next((one for one in issues if one.status is IssueStatus.OPEN), None)
    return asked or is_open or next(iter(issues), None)


def _elsewhere(issues: Iterable[Issue], publications: Mapping[int, Publication]) -> dict[int, str]:
    """The open issues that drafts stand in, by draft id."""
    return {
        entry.draft_id: name_of(publications[issue.publication_id], issue)
        for issue in issues
        if issue.status is IssueStatus.OPEN
        for entry in issue.entries
    }


def _pool(
    work: Work, issue: Issue | None, placed: Iterable[Draft], elsewhere: Mapping[int, str]
) -> list[PoolRow]:
    """Approved drafts that are not placed yet; those in another open issue come last.

    Where the publication has a version of one, it is offered instead, and until it is approved
    it says so.
    """
    units = {unit.id: unit.short for unit in work.registry.units()}
    here = {draft.item_id for draft in placed}
    rows = [
        replace(row, units=_named(row.draft, units), elsewhere=elsewhere.get(row.draft.id, ""))
        for row in _offers(work, issue.publication_id if issue else 0)
        if row.draft.item_id not in here
    ]
    return sorted(rows, key=lambda row: (bool(row.elsewhere), bool(row.waits)))


def _offers(work: Work, publication_id: int) -> Iterator[PoolRow]:
    made = work.drafts.versions_for(publication_id) if publication_id else {}
    for draft in work.drafts.with_status(Status.READY):
        if draft.version_of and draft.carrier_id == publication_id:
            yield PoolRow(draft, "", original=work.drafts.get(draft.version_of))
        elif draft.id in made:
            yield from _waiting(work.drafts.get(made[draft.id]), draft)
        elif not draft.version_of:
            yield PoolRow(draft, "")


def _waiting(version: Draft, original: Draft) -> Iterator[PoolRow]:
    """A version that is not approved yet; an approved one is offered, a printed one is done."""
    if version.status not in PRINTABLE:
        waits = f"这一版还是“{version.status}”，审签通过后才能编入"
        yield PoolRow(version, "", original=original, waits=waits)


def _named(draft: Draft, units: Mapping[int, str]) -> str:
    return "、".join(units[one] for one in draft.unit_ids if one in units)
