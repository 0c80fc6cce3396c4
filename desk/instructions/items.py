"""What an instruction can be on: printed items, drafts, or any title."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from desk.compiling import name_of
from desk.drafts import Draft, DraftQuery
from desk.issues import Issue
from desk.office_clock import day_of
from desk.publications import Publication
from desk.store import Work

_RECENT = timedelta(days=28)
_ISSUES = 60
MOST = 40


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to choose; ``carrier`` is the issue that printed it, "" of a draft."""

    draft_id: int
    title: str
    day: date
    units: str = ""
    carrier: str = ""
    issue_id: int = 0
    publication_id: int = 0

    def holds(self, words: Iterable[str]) -> bool:
        """Whether it is told of by all of these words."""
        told = f"{self.title}{self.units}{self.carrier}"
        return all(word in told for word in words)


def choices(work: Work, words: str, now: datetime) -> list[Item]:
    """What fits some words: what the last weeks have printed, then all drafts. Newest first."""
    asked = words.split()
    printed = [one for one in _printed(work, day_of(now)) if one.holds(asked)]
    seen = {one.draft_id for one in printed}
    if not asked or len(printed) >= MOST:
        return printed[:MOST]
    ids = work.drafts.ids(DraftQuery(words=words, limit=MOST))
    found = [one for one in work.drafts.several(ids) if one.id not in seen]
    return [*printed, *_told(work, found)][:MOST]


def item_of(work: Work, draft_id: int, issue_id: int = 0) -> Item:
    """A draft as an item, with the issue that printed it last. Raises NotFoundError."""
    draft = work.drafts.get(draft_id)
    return next(iter(_told(work, [draft], issue_id)))


def _printed(work: Work, today: date) -> Iterator[Item]:
    publications, shorts = _publications(work), _shorts(work)
    issues = work.issues.frozen(_ISSUES, today - _RECENT)
    ids = list(dict.fromkeys(entry.draft_id for one in issues for entry in one.entries))
    drafts = {one.id: one for one in work.drafts.several(ids)}
    for issue in issues:
        held = [drafts[entry.draft_id] for entry in issue.entries]
        yield from _of_issue(issue, held, publications, shorts)


def _of_issue(
    issue: Issue,
    drafts: Iterable[Draft],
    publications: dict[int, Publication],
    shorts: dict[int, str],
) -> Iterator[Item]:
    publication = publications[issue.publication_id]
    headings = {entry.draft_id: entry.heading for entry in issue.entries}
    for draft in drafts:
        yield Item(
            draft.item_id,
            headings[draft.id] or draft.title,
            issue.day,
            _units(draft, shorts),
            name_of(publication, issue),
            issue.id,
            publication.id,
        )


def _told(work: Work, drafts: Iterable[Draft], issue_id: int = 0) -> Iterator[Item]:
    publications, shorts = _publications(work), _shorts(work)
    for draft in drafts:
        holding = [one for one in work.issues.holding(draft.id) if one.is_frozen]
        meant = [one for one in holding if one.id == issue_id] or holding
        if meant:
            yield from _of_issue(meant[0], [draft], publications, shorts)
        else:
            day = day_of(draft.received)
            yield Item(draft.item_id, draft.title, day, _units(draft, shorts))


def _units(draft: Draft, shorts: dict[int, str]) -> str:
    return "、".join(shorts.get(one, "") for one in draft.unit_ids)


def _publications(work: Work) -> dict[int, Publication]:
    return {one.id: one for one in work.catalogue.publications()}


def _shorts(work: Work) -> dict[int, str]:
    return {one.id: one.short for one in work.registry.units()}
