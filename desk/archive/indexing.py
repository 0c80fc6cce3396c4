"""Use case: read a released issue into the archive, when it is released or later."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desk.archive.page_lines import Stretch, lines_of, stretches
from desk.archive.printed import PrintedIssue, PrintedItem
from desk.compiling import copies_of, publication_of
from desk.freezing import thaw
from desk.issues import Issue
from desk.jobs import Job, Progress
from desk.layout.pdfium import page_texts
from desk.publications import Publication
from desk.store import Store, Work

_AT_ONCE = 2  # issues of a unit of work, so that nobody's save waits long for it


def index_issue(work: Work, issue: Issue) -> None:
    """Keep the text of a released issue's own pages findable, and what was decided about it.

    The pages are read, not the drafts, which may have changed since.
    """
    publication = publication_of(work, issue.publication_id)
    pages = page_texts(work.files.get(issue.pdf)) if work.files.has(issue.pdf) else []
    copies = copies_of(publication, issue)
    kept = PrintedIssue(issue.id, len(pages), copies, publication.retention)
    work.printed.put(kept, list(_items(work, issue, publication, pages)))


def index_some(store: Store) -> int:
    """Read the newest issues that wait; returns how many still do."""
    with store.read() as work:
        waiting = work.printed.waiting(_AT_ONCE)
    if not waiting:
        return 0
    with store.begin() as work:
        for issue_id in waiting:
            index_issue(work, work.issues.get(issue_id))
        return work.printed.count_waiting()


def index_all(store: Store) -> Job[None]:
    """Read all issues that wait; what is done stays done when the job is closed."""
    with store.read() as work:
        total = left = work.printed.count_waiting()
    while left:
        yield Progress(total - left, total, "正在读入往期")
        left = index_some(store)


def _items(
    work: Work, issue: Issue, publication: Publication, pages: Sequence[str]
) -> Iterator[PrintedItem]:
    """The instruction and the note, then the items."""
    matter = issue.matter
    for place, (name, body) in enumerate((("批示", matter.instruction), ("编者按", matter.note))):
        if body.text:
            yield PrintedItem(issue.id, place - 2, None, "", name, "", int(bool(pages)), body.text)
    named = list(_named(work, issue, publication))
    headings = {one.section for one in named} | {one.name for one in publication.sections}
    found = stretches(lines_of(pages), [one.title for one in named], headings)
    for place, (one, stretch) in enumerate(zip(named, found, strict=True)):
        under = stretch or Stretch(0, "" if pages else one.text, ())
        yield PrintedItem(
            *(issue.id, place, one.draft_id, one.section, one.title, one.units),
            *(under.page, under.text, under.turns),
        )


@dataclass(frozen=True, slots=True)
class _Named:
    """An item by what is known of it beside the pages; its text stands in for missing pages."""

    draft_id: int
    section: str
    title: str
    units: str
    text: str


def _named(work: Work, issue: Issue, publication: Publication) -> Iterator[_Named]:
    """The items as they were frozen; of an issue that was not frozen as data, the drafts."""
    if issue.data and work.files.has(issue.data):
        for section in thaw(work.files.get(issue.data)).content.sections:
            for item in section.items:
                units, name = "、".join(item.units), section.heading or section.name
                yield _Named(int(item.key), name, item.title, units, item.body.text)
        return
    names = {section.id: section.name for section in publication.sections}
    names |= {at: heading for at, heading in issue.matter.headings if heading}
    shorts = {unit.id: unit.short for unit in work.registry.units()}
    drafts = work.drafts.several([entry.draft_id for entry in issue.entries])
    for entry, draft in zip(issue.entries, drafts, strict=True):
        told = "、".join(shorts[one] for one in draft.unit_ids if one in shorts)
        title = entry.heading or draft.title
        yield _Named(draft.id, names.get(entry.section_id, ""), title, told, draft.body.text)
