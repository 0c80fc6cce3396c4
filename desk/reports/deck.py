"""A deck as files: the slides as PDF, and the presenter's notes as another."""

from collections.abc import Iterator

from desk.jobs import Job, Progress
from desk.reports.charts.canvas import Canvas, blank_canvas
from desk.reports.charts.chart import Paper
from desk.reports.charts.line_text import LineText
from desk.reports.charts.measure import wrapped
from desk.reports.charts.slide_file import Noted, Shown, slides_and_notes
from desk.reports.charts.style import MARGIN, sizes
from desk.reports.decks.plan import DeckPlan
from desk.reports.decks.slide import Slide
from desk.reports.decks.slides import drawn_deck
from desk.reports.sheet import DARK, MIDDLE
from desk.surveys.survey import Survey

_SLIDE_MM = 120.0  # how wide a slide is above its note
_EDGE = 0.3  # mm from a slide to the frame around it
_HEAD = 14.0  # mm, number and title of the slide above it
_NUMBER_MM = 5.5  # from a slide's top to the middle of its number
_LEADING = 1.6  # ems
_NO_NOTE = "这一页没有讲稿。"


def deck_pdf(survey: Survey, plan: DeckPlan, paper: Paper) -> Job[bytes]:
    """Write a deck; equal figures give equal bytes."""
    deck, _notes = yield from deck_files(survey, plan, paper)
    return deck


def notes_pdf(survey: Survey, plan: DeckPlan, paper: Paper) -> Job[bytes]:
    """Write what the presenter reads: each slide small, and what to say with its evidence."""
    _deck, notes = yield from deck_files(survey, plan, paper)
    return notes


def deck_files(survey: Survey, plan: DeckPlan, paper: Paper) -> Job[tuple[bytes, bytes]]:
    """Write a deck and its notes, of slides drawn once; equal figures give equal bytes."""
    slides = yield from drawn_deck(survey, plan, paper)
    yield Progress(len(plan.parts), len(plan.parts), "正在写讲稿")
    notes: list[Noted] = []
    for number, slide in enumerate(slides, 1):
        place = paper.width - MARGIN, _NUMBER_MM
        words = f"{number}/{len(slides)}"
        line = LineText(place, words, sizes(paper).small, "right")
        line.set_color(DARK)
        slide.page.sheet.axes.add_artist(line)
        notes.extend(_noted(survey, slide, (number, len(slides))))
    yield Progress(len(plan.parts), len(plan.parts), "正在写 PDF")
    return (yield from slides_and_notes([one.page for one in slides], notes))


def _noted(survey: Survey, slide: Slide, place: tuple[int, int]) -> Iterator[Noted]:
    """The pages of one slide's note, the slide on the first; long evidence goes on."""
    canvas = _begun(survey, slide, place)
    left, top = (canvas.paper.width - _SLIDE_MM) / 2, MARGIN + _HEAD - 4
    tall = _SLIDE_MM * slide.page.sheet.height / slide.page.sheet.width
    canvas.outline(left - _EDGE, left + _SLIDE_MM + _EDGE, top + tall / 2, tall + 2 * _EDGE)
    shown: Shown | None = Shown(place[0] - 1, left, top, _SLIDE_MM)
    size, room = canvas.sizes, canvas.paper.width - 2 * MARGIN
    y = top + tall + 2 * size.em
    for paragraph in (slide.told or _NO_NOTE).splitlines():
        for line in wrapped(paragraph, room, size.body):
            if y > canvas.paper.height - MARGIN - size.em:
                yield Noted(canvas.page(""), shown)
                shown = None
                canvas = _begun(survey, slide, place, more="（续）")
                y = MARGIN + _HEAD
            canvas.text(MARGIN, y, line)
            y += _LEADING * size.em
    yield Noted(canvas.page(""), shown)


def _begun(survey: Survey, slide: Slide, place: tuple[int, int], more: str = "") -> Canvas:
    canvas = blank_canvas(Paper.UPRIGHT)
    number, of = place
    paper, size = canvas.paper, canvas.sizes
    title = f"{number}/{of}　{slide.title}{more}"
    canvas.text(MARGIN, MARGIN + 2, title, size=size.head)
    told = f"{survey.office}　{survey.stretch.name}"
    canvas.text(paper.width - MARGIN, MARGIN + 2, told, size=size.small, colour=DARK, side="right")
    canvas.line([(MARGIN, MARGIN + 6), (paper.width - MARGIN, MARGIN + 6)], colour=MIDDLE)
    return canvas
