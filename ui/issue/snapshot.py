"""What the 编刊 page shows, read in one look at the store."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from desk.candidates import Candidate, suggested_section
from desk.compiling import PRINTABLE, name_of
from desk.drafts import DraftQuery, Status, Urgency
from desk.errors import NotFoundError
from desk.issues import Issue, IssueStatus
from desk.publications import Publication
from desk.store import Store, Work
from ui.issue.pool import PoolRow

_RELEASED = 30  # issues offered beside the open ones; older ones are in the archive
_FRESH = timedelta(days=14)  # so long others may take over what one publication printed
_RANKS = {Urgency.EXTRA: 0, Urgency.URGENT: 1, Urgency.NORMAL: 2}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The issues at hand, the one that is on the page, and what may still go into it."""

    issues: list[Issue] = field(default_factory=list)  # open ones and the newest released ones
    publications: Mapping[int, Publication] = field(default_factory=dict)
    issue: Issue | None = None
    titles: Mapping[int, str] = field(default_factory=dict)  # of its entries, by draft id
    pool: list[PoolRow] = field(default_factory=list)

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
        pool = _Pool(work, issue, publications, now).rows(issues, placed)
    return Snapshot(issues, publications, issue, titles, pool)


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


@dataclass(frozen=True, slots=True)
class _Pool:
    """Reads what may go into an issue."""

    work: Work
    issue: Issue | None
    publications: Mapping[int, Publication]
    now: datetime

    def rows(self, issues: Iterable[Issue], placed: Iterable[Candidate]) -> list[PoolRow]:
        """Usable drafts that are not placed yet, the urgent and the old ones first.

        Those in another open issue come last, before them what another publication has printed.
        Where the publication has a version of one, it is offered instead, and until it is approved
        it says so.
        """
        units = {unit.id: unit.short for unit in self.work.registry.units()}
        elsewhere = self._elsewhere(issues)
        here = {draft.item_id for draft in placed}
        rows = [
            self._dressed(row, units, elsewhere)
            for row in (*self._usable(), *self._printed())
            if row.draft.item_id not in here
        ]
        return sorted(rows, key=_order)

    @property
    def _publication_id(self) -> int:
        return self.issue.publication_id if self.issue else 0

    def _elsewhere(self, issues: Iterable[Issue]) -> dict[int, str]:
        """The other open issues that drafts stand in, by draft id."""
        return {
            entry.draft_id: self._name(one)
            for one in issues
            if one.status is IssueStatus.OPEN and one is not self.issue
            for entry in one.entries
        }

    def _name(self, issue: Issue) -> str:
        return name_of(self.publications[issue.publication_id], issue)

    def _usable(self) -> Iterator[PoolRow]:
        drafts = self.work.drafts
        made = drafts.versions_for(self._publication_id) if self._publication_id else {}
        query = DraftQuery(statuses=frozenset({Status.READY}), with_versions=True, descending=False)
        ready = drafts.candidates(drafts.ids(query))
        held = {one.id: one for one in ready}
        for draft in ready:
            if draft.version_of and draft.carrier_id == self._publication_id:
                original = held.get(draft.version_of)
                yield PoolRow(draft, "", original=original or self._one(draft.version_of))
            elif draft.id in made:
                yield from _waiting(self._one(made[draft.id]), draft)
            elif not draft.version_of:
                yield PoolRow(draft, "")

    def _one(self, draft_id: int) -> Candidate:
        return self.work.drafts.candidates([draft_id])[0]

    def _printed(self) -> Iterator[PoolRow]:
        """What other publications have printed lately, and this one has not."""
        since = self.now.astimezone().date() - _FRESH
        by = {
            entry.draft_id: one
            for one in self.work.issues.frozen(500, since)
            if one.status is IssueStatus.RELEASED and one.publication_id != self._publication_id
            for entry in one.entries
        }
        ours = {
            entry.draft_id
            for one in self.work.issues.bearing(list(by))
            if one.publication_id == self._publication_id
            for entry in one.entries
        }
        for draft in self.work.drafts.candidates([one for one in by if one not in ours]):
            if draft.status is Status.RELEASED and not draft.version_of:
                yield PoolRow(draft, "", printed=self._name(by[draft.id]))

    def _dressed(
        self, row: PoolRow, units: Mapping[int, str], elsewhere: Mapping[int, str]
    ) -> PoolRow:
        draft, publication = row.draft, self.publications.get(self._publication_id)
        section = suggested_section(publication, draft.kind) if publication else None
        return replace(
            row,
            units="、".join(units[one] for one in draft.unit_ids if one in units),
            elsewhere=elsewhere.get(draft.id, ""),
            section=section.name if section else "",
            days=draft.days(self.now.astimezone().date()),
            is_late=draft.is_late(self.now),
        )


def _order(row: PoolRow) -> tuple[bool, bool, bool, int, datetime, int]:
    draft = row.draft
    last = (bool(row.elsewhere), bool(row.waits), bool(row.printed))
    return (*last, _RANKS[draft.urgency], draft.received, draft.id)


def _waiting(version: Candidate, original: Candidate) -> Iterator[PoolRow]:
    """A version that is not approved yet; an approved one is offered, a printed one is done."""
    if version.status not in PRINTABLE:
        waits = f"这一版还是“{version.status}”，审签通过后才能编入"
        yield PoolRow(version, "", original=original, waits=waits)
