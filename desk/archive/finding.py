"""Search what was printed: the item, the place in its text, and the page it stands on."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.archive.printed import PrintedItem, Shelved
from desk.searching import Span, spans_of, words_of
from desk.store import Work

MOST = 200  # hits that are listed
_WIDTH, _LEAD = 72, 12  # of an excerpt, and before its first hit, in characters


@dataclass(frozen=True, slots=True)
class PrintedHit:
    """An item that holds the words; ``page`` is that of the excerpt, 0 where it is unknown."""

    item: PrintedItem
    issue: Shelved
    publication: str
    title_spans: tuple[Span, ...]
    excerpt: str
    spans: tuple[Span, ...]
    page: int
    is_cut_before: bool
    is_cut_after: bool

    @property
    def name(self) -> str:
        """The issue as the office calls it."""
        return f"《{self.publication}》{self.issue.full_number}"


def find_printed(
    work: Work, query: str, publication_id: int = 0, year: int = 0
) -> list[PrintedHit]:
    """The newest items that hold all words of a query, ``MOST`` at most."""
    words = words_of(query)
    if not words:
        return []
    items = work.printed.find(words, publication_id, year, limit=MOST)
    shelf = {row.id: row for row in work.printed.some(sorted({item.issue_id for item in items}))}
    names = {one.id: one.name for one in work.catalogue.publications()}
    return [
        _hit(item, shelf[item.issue_id], names[shelf[item.issue_id].publication_id], words)
        for item in items
    ]


def _hit(item: PrintedItem, issue: Shelved, name: str, words: Sequence[str]) -> PrintedHit:
    found = spans_of(item.text, words)
    begun = _best(found)
    start = max(0, min(begun - _LEAD, len(item.text) - _WIDTH))
    end = min(len(item.text), start + _WIDTH)
    inside = [(max(first, start), min(last, end)) for first, last in found]
    return PrintedHit(
        item=item,
        issue=issue,
        publication=name,
        title_spans=spans_of(item.title, words),
        excerpt=item.text[start:end],
        spans=tuple((first - start, last - start) for first, last in inside if first < last),
        page=item.page_at(begun),
        is_cut_before=start > 0,
        is_cut_after=end < len(item.text),
    )


def _best(found: Sequence[Span]) -> int:
    """Where the excerpt with most hits begins; 0 without any."""
    return max(
        (first for first, _ in found),
        key=lambda at: sum(last - first for first, last in found if at <= first <= at + _WIDTH),
        default=0,
    )
