"""Use case: read a released issue into the archive, when it is released or later."""

from collections.abc import Iterator, Sequence

from desk.archive.page_lines import Stretch, lines_of, stretches
from desk.archive.page_text import page_texts
from desk.archive.printed import PrintedIssue, PrintedItem
from desk.drafts import Draft
from desk.issues import Issue
from desk.jobs import Job, Progress
from desk.publications import Publication
from desk.store import Store, Work

_AT_ONCE = 4  # issues of a unit of work, so that nobody's save waits long for it
_NO_TEXT = Stretch(0, "", ())


def index_issue(work: Work, issue: Issue) -> None:
    """Keep the text of a released issue's own pages findable, and what was decided about it.

    The pages are read, not the drafts, which may have changed since.
    """
    publication = next(
        one for one in work.catalogue.publications() if one.id == issue.publication_id
    )
    pages = page_texts(work.files.get(issue.pdf)) if work.files.has(issue.pdf) else []
    copies = publication.copies if issue.matter.copies is None else issue.matter.copies
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
    """The note and the instruction, then the items."""
    matter = issue.matter
    for place, (name, body) in enumerate((("批示", matter.instruction), ("编者按", matter.note))):
        if body.text:
            yield PrintedItem(issue.id, place - 2, None, "", name, "", int(bool(pages)), body.text)
    names = {section.id: section.name for section in publication.sections}
    printed = names | {at: heading for at, heading in matter.headings if heading}
    drafts = work.drafts.several([entry.draft_id for entry in issue.entries])
    titles = [
        entry.heading or draft.title for entry, draft in zip(issue.entries, drafts, strict=True)
    ]
    found = stretches(lines_of(pages), titles, set(printed.values()))
    units = {unit.id: unit.short for unit in work.registry.units()}
    for place, (entry, draft) in enumerate(zip(issue.entries, drafts, strict=True)):
        stretch = found[place] or _unread(draft, pages)
        named = "、".join(units[one] for one in draft.unit_ids if one in units)
        section = printed.get(entry.section_id, "")
        yield PrintedItem(
            *(issue.id, place, draft.id, section, titles[place], named),
            *(stretch.page, stretch.text, stretch.turns),
        )


def _unread(draft: Draft, pages: Sequence[str]) -> Stretch:
    """The draft's own text stands in only where no pages were kept at all."""
    return _NO_TEXT if pages else Stretch(0, draft.body.text, ())
