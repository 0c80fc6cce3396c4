"""Look an issue over before release, as grave as the office takes each concern."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from desk.calendar import by_day
from desk.checking import check_draft
from desk.checks.office import Level
from desk.compiling import content_of, pictures_of, publication_of
from desk.issues import Issue
from desk.knowing import known_in
from desk.layout.content import IssueContent
from desk.layout.dressing import dressed, name_warnings
from desk.layout.fonts import installed_fonts
from desk.layout.grid import GRIDS
from desk.layout.inspecting import Flaw, PageFlaw, page_flaws
from desk.layout.pdf import lay_out
from desk.preflight import frame, history, pages, texts
from desk.preflight.remark import Remark
from desk.preflight.subject import Concern, Item, Subject
from desk.settings import Settings
from desk.store import Work


@cache
def concerns() -> dict[str, Concern]:
    """Every concern by its code, those about the issue first."""
    families = (frame.CONCERNS, texts.CONCERNS, history.CONCERNS, pages.CONCERNS)
    return {one.code: one for family in families for one in family}


def remarks(work: Work, issue: Issue, settings: Settings, today: date) -> list[Remark]:
    """What stands against releasing an issue: what blocks first, then in printing order."""
    subject = subject_of(work, issue, settings, today)
    levels = work.rulebook.levels() | work.rulebook.levels(issue.publication_id)
    places = {item.draft.id: at for at, item in enumerate(subject.items)}
    found = [one for concern in concerns().values() for one in _of(concern, subject, levels)]
    grades = list(Level)
    return sorted(found, key=lambda one: (grades.index(one.level), places.get(one.draft_id, -1)))


def level_of(concern: Concern, levels: dict[str, Level]) -> Level:
    """How grave a concern is taken."""
    return concern.level if concern.is_fixed else levels.get(concern.code, concern.level)


def _of(concern: Concern, subject: Subject, levels: dict[str, Level]) -> Iterator[Remark]:
    level = level_of(concern, levels)
    if level is Level.OFF:
        return
    for found in concern.find(subject):
        yield Remark(found.text, concern.code, level, concern.place, found.draft_id)


def subject_of(work: Work, issue: Issue, settings: Settings, today: date) -> Subject:
    """Gather what the concerns ask."""
    content = content_of(work, issue, settings)
    checked = known_in(work, issue)
    items = [
        Item(entry, draft, check_draft(draft, knowledge))
        for entry, (draft, knowledge) in zip(issue.entries, checked, strict=True)
    ]
    return Subject(
        work,
        issue,
        publication_of(work, issue.publication_id),
        settings,
        content,
        items,
        _flaws(work, content) if items else [],
        by_day(work.lists.special_days()),
        today,
    )


def _flaws(work: Work, content: IssueContent) -> list[PageFlaw]:
    fonts = installed_fonts()
    template = dressed(content)
    laid = lay_out(content, template, fonts)
    name = [PageFlaw(Flaw.NAME, text) for text in name_warnings(content, template, laid[0])]
    pictures, grid = pictures_of(work, content), GRIDS[template.grid]
    return [*name, *page_flaws(content, pictures, laid, grid, fonts)]
