"""The pool of an issue: the usable drafts that may go into it, and what speaks against each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from desk.candidates import Candidate, suggested_section
from desk.compiling import PRINTABLE, name_of
from desk.drafts import DraftQuery, Status, Urgency
from desk.issues import Issue, IssueStatus
from desk.office_clock import day_of
from desk.publications import Publication
from desk.store import Work

_FRESH = timedelta(days=14)  # so long others may take over what one publication printed
_NEWEST = 500  # issues that are looked through for that
_RANKS = {Urgency.EXTRA: 0, Urgency.URGENT: 1, Urgency.NORMAL: 2}


@dataclass(frozen=True, slots=True)
class Usable:
    """A draft that may go into an issue; a version stands for the ``original`` it is of."""

    draft: Candidate
    units: str = ""
    elsewhere: str = ""  # another open issue it stands in
    original: Candidate | None = None
    waits: str = ""  # why it can't go in yet
    printed: str = ""  # the issue of another publication that printed it
    section: str = ""  # where its kind suggests to put it
    days: int = 0
    is_late: bool = False

    @property
    def is_apart(self) -> bool:
        """Whether it is less than free to be used."""
        return bool(self.elsewhere or self.waits or self.printed)


@dataclass(frozen=True, slots=True)
class Pool:
    """Reads what may go into an issue; without one, all that is usable."""

    work: Work
    issue: Issue | None
    publications: Mapping[int, Publication]
    now: datetime

    def usable(self, issues: Iterable[Issue], placed: Iterable[Candidate]) -> list[Usable]:
        """Usable drafts that are not placed yet, the urgent and the old ones first.

        Those in another one of the open issues come last, before them what another publication
        has printed. Where the publication has a version of one, it is offered instead, and until
        it is approved it says so.
        """
        units = {unit.id: unit.short for unit in self.work.registry.units()}
        elsewhere = self._elsewhere(issues)
        here = {draft.item_id for draft in placed}
        found = [
            self._told(one, units, elsewhere)
            for one in (*self._ready(), *self._printed())
            if one.draft.item_id not in here
        ]
        return sorted(found, key=_order)

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

    def _ready(self) -> Iterator[Usable]:
        drafts = self.work.drafts
        made = drafts.versions_for(self._publication_id) if self._publication_id else {}
        query = DraftQuery(statuses=frozenset({Status.READY}), with_versions=True, descending=False)
        ready = drafts.candidates(drafts.ids(query))
        held = {one.id: one for one in ready}
        wanted = {one.version_of for one in ready if self._is_ours(one)}
        wanted |= {made[one] for one in held if one in made}
        held |= {one.id: one for one in drafts.candidates(sorted(wanted - held.keys()))}
        for draft in ready:
            if self._is_ours(draft):
                yield Usable(draft, original=held[draft.version_of])
            elif draft.id in made:
                yield from _waiting(held[made[draft.id]], draft)
            elif not draft.version_of:
                yield Usable(draft)

    def _is_ours(self, draft: Candidate) -> bool:
        return bool(draft.version_of) and draft.carrier_id == self._publication_id

    def _printed(self) -> Iterator[Usable]:
        """What other publications have printed lately, and this one has not."""
        since = day_of(self.now) - _FRESH
        by = {
            entry.draft_id: one
            for one in self.work.issues.frozen(_NEWEST, since)
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
                yield Usable(draft, printed=self._name(by[draft.id]))

    def _told(self, one: Usable, units: Mapping[int, str], elsewhere: Mapping[int, str]) -> Usable:
        draft, publication = one.draft, self.publications.get(self._publication_id)
        section = suggested_section(publication, draft.kind) if publication else None
        return replace(
            one,
            units="、".join(units[unit_id] for unit_id in draft.unit_ids if unit_id in units),
            elsewhere=elsewhere.get(draft.id, ""),
            section=section.name if section else "",
            days=draft.days(day_of(self.now)),
            is_late=draft.is_late(self.now),
        )


def _order(one: Usable) -> tuple[bool, bool, bool, int, datetime, int]:
    draft = one.draft
    last = (bool(one.elsewhere), bool(one.waits), bool(one.printed))
    return (*last, _RANKS[draft.urgency], draft.received, draft.id)


def _waiting(version: Candidate, original: Candidate) -> Iterator[Usable]:
    """A version that is not approved yet; an approved one is offered, a printed one is done."""
    if version.status not in PRINTABLE:
        waits = f"这一版还是“{version.status}”，审签通过后才能编入"
        yield Usable(version, original=original, waits=waits)
