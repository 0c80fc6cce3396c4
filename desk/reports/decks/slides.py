"""The slides of a deck, drawn part by part."""

from collections.abc import Sequence
from datetime import date

from desk.jobs import Job, Progress
from desk.reports.charts.catalogue import chart_of
from desk.reports.charts.chart import Page, Paper
from desk.reports.decks.plan import CHART, CLOSING, SUM, TABLE, TITLE, DeckPlan, offered
from desk.reports.decks.slide import Slide
from desk.surveys.survey import Survey


def part_slides(key: str, survey: Survey, paper: Paper) -> tuple[Slide, ...]:
    """Draw a part of a plan; it takes a while, and brings matplotlib."""
    words = next(one.words for one in offered() if one.key == key)
    return tuple(Slide(key, words, page) for page in _pages(key, survey, paper))


def line_slides(
    survey: Survey, paper: Paper, unit_id: int, first: date, last: date
) -> tuple[Slide, ...]:
    """Draw the lines behind a unit's figure, as slides beside the deck."""
    from desk.reports.decks import table_slides, tables  # noqa: PLC0415 - brings matplotlib

    held = tables.unit_lines(survey, unit_id, first, last)
    pages = table_slides.table_pages(survey, paper, held)
    return tuple(Slide("", held.table.title, page) for page in pages)


def drawn_deck(survey: Survey, plan: DeckPlan, paper: Paper) -> Job[tuple[Slide, ...]]:
    """Draw a whole deck, part by part."""
    slides: list[Slide] = []
    for done, key in enumerate(plan.parts):
        yield Progress(done, len(plan.parts), "正在画会议用的页")
        slides.extend(part_slides(key, survey, paper))
    return tuple(slides)


def _pages(key: str, survey: Survey, paper: Paper) -> Sequence[Page]:
    from desk.reports.decks import table_slides, tables, word_slides  # noqa: PLC0415 - matplotlib

    if key.startswith(CHART):
        return chart_of(key.removeprefix(CHART)).draw(survey, paper)
    if key.startswith(TABLE):
        return [
            page
            for held in tables.deck_tables(key.removeprefix(TABLE), survey)
            for page in table_slides.table_pages(survey, paper, held)
        ]
    words = {
        TITLE: word_slides.title_pages,
        SUM: word_slides.sum_pages,
        CLOSING: word_slides.closing_pages,
    }
    return words[key](survey, paper)
