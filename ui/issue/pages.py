"""An issue's pages for the window: laid out when it is open, read back when it is released."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from desk.compiling import content_of, pictures_of
from desk.errors import DeskError
from desk.freezing import seal_of, thaw
from desk.issues import Issue
from desk.layout.dressing import dressed
from desk.layout.fonts import installed_fonts
from desk.layout.grid import GRIDS
from desk.layout.pdf import lay_out, render_pdf
from desk.layout.positions import Place, places
from desk.layout.preview import page_count
from desk.layout.word import render_docx
from desk.preflight.remark import Remark
from desk.preflight.run import remarks
from desk.releasing import reprint
from desk.settings import Settings
from desk.store import Store, Work


@dataclass(frozen=True, slots=True)
class Shown:
    """The pages on the screen; ``docx`` makes the same pages as a Word file when asked."""

    pdf: bytes
    docx: Callable[[], bytes]
    count: int
    starts: Mapping[str, int]  # draft id as text → page from 1
    meter: str
    warnings: tuple[str, ...]  # what the page engine could not do as it should
    places: Mapping[str, Place] = field(default_factory=dict)  # by draft id as text
    fill: tuple[int, ...] = ()  # grid lines taken of each page; () is not known
    lines: int = 0  # of a page


NOTHING = Shown(b"", bytes, 0, {}, "", ())


def build_pages(store: Store, issue_id: int, settings: Settings) -> Shown:
    """Lay out an open issue."""
    with store.read() as work:
        issue = work.issues.get(issue_id)
        content = content_of(work, issue, settings)
        pictures = pictures_of(work, content)
    pages = render_pdf(content, pictures)
    meter = f"本期 {pages.page_count} 页，末页余 {pages.lines_left_on_last_page} 行"
    docx = partial(render_docx, content, pictures, pages)
    return Shown(
        pages.pdf,
        docx,
        pages.page_count,
        pages.starts,
        meter,
        pages.warnings,
        pages.places,
        pages.fill,
        pages.lines,
    )


def look_over(store: Store, issue_id: int, settings: Settings, today: date) -> list[Remark]:
    """What stands against releasing an issue; it takes longer than its pages."""
    with store.read() as work:
        return remarks(work, work.issues.get(issue_id), settings, today)


def frozen_pages(store: Store, issue_id: int) -> Shown:
    """The very pages that were released."""
    pdf, docx = reprint(store, issue_id)
    with store.read() as work:
        issue = work.issues.get(issue_id)
    count = page_count(pdf)
    meter = f"{issue.status}，共 {count} 页（定版 {seal_of(issue)}）"
    with store.read() as work:
        found = _frozen_places(work, issue, count)
    starts = {key: place.page for key, place in found.items()}
    return Shown(pdf, lambda: docx, count, starts, meter, (), found)


def _frozen_places(work: Work, issue: Issue, count: int) -> Mapping[str, Place]:
    """Where its items stand, from what was kept of it; nothing where that sets other pages now."""
    if not issue.data or not work.files.has(issue.data):
        return {}
    content = thaw(work.files.get(issue.data)).content
    try:
        template = dressed(content)
        layout, paged = lay_out(content, template, installed_fonts())
    except DeskError:
        return {}  # its template is gone
    return places(layout, paged, GRIDS[template.grid]) if len(paged.pages) == count else {}
