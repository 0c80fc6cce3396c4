"""What fills an issue: combinations of usable drafts, proved by laying the pages out."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from desk.compiling import content_of
from desk.fitting import Choice, best_fits
from desk.issues import Entry, Issue
from desk.layout.content import IssueContent
from desk.layout.dressing import dressed
from desk.layout.fonts import Fonts
from desk.layout.grid import GRIDS
from desk.layout.pdf import lay_out
from desk.layout.positions import fill
from desk.page_fill import PageFill
from desk.settings import Settings
from desk.store import Work

_PROVED = 5  # suggestions a clerk will look at
_TRIED = 12


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Entries that go in together, the pages the issue has then and the lines left on the last."""

    entries: tuple[Entry, ...]
    pages: int
    left: int


def suggestions(
    work: Work,
    issue: Issue,
    candidates: Sequence[tuple[Entry, int]],
    target: int,
    settings: Settings,
    fonts: Fonts,
) -> list[Suggestion]:
    """What fills the last page, or the pages up to ``target``; the fewest lines left first.

    ``candidates`` are possible entries with their lines, the preferred ones first. A title in the
    contents list takes a line too, so that each is tried with the engine that prints.
    """
    now = _fill(content_of(work, issue, settings), target, fonts)
    most = max(len(now.taken), target)
    held = {entry.draft_id: entry for entry, _ in candidates}
    tried = [keys for extra in (0, 1) for keys in _combinations(candidates, extra, now.room)]
    every = [held[key] for key in {key for keys in tried for key in keys}]
    content = content_of(work, replace(issue, entries=(*issue.entries, *every)), settings)
    printed = {entry.draft_id for entry in issue.entries}
    found: dict[tuple[int, ...], Suggestion] = {}
    for keys in tried:
        if len(found) < 2 * _PROVED and keys not in found:
            after = _fill(_only(content, printed | set(keys)), target, fonts)
            if len(after.taken) <= most:
                entries = tuple(held[key] for key in keys)
                found[keys] = Suggestion(entries, len(after.taken), after.free)
    return _best(found.values())


def _combinations(
    candidates: Sequence[tuple[Entry, int]], extra: int, room: int
) -> list[tuple[int, ...]]:
    """What may fit when each takes ``extra`` lines elsewhere."""
    choices = [Choice(entry.draft_id, lines + extra) for entry, lines in candidates]
    return [fit.keys for fit in best_fits(choices, room, _TRIED)]


def _only(content: IssueContent, drafts: Collection[int]) -> IssueContent:
    """The content with the items of these drafts."""
    sections = (
        replace(one, items=tuple(item for item in one.items if int(item.key) in drafts))
        for one in content.sections
    )
    return replace(content, sections=tuple(one for one in sections if one.items))


def _best(found: Iterable[Suggestion]) -> list[Suggestion]:
    """The fullest first; where pages are still missing, the most pages."""
    return sorted(found, key=lambda one: (-one.pages, one.left, len(one.entries)))[:_PROVED]


def _fill(content: IssueContent, target: int, fonts: Fonts) -> PageFill:
    template = dressed(content)
    _, paged = lay_out(content, template, fonts)
    lines = GRIDS[template.grid].lines
    return PageFill(fill(paged, lines), lines, target)
