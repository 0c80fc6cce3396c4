"""A deck as files: the slides as PDF, and the presenter's notes as another."""

from collections.abc import Iterator

from desk.jobs import Job, Progress
from desk.reports.charts.canvas import Canvas, blank_canvas
from desk.reports.charts.chart import Page, Paper
from desk.reports.charts.line_text import LineText
from desk.reports.charts.measure import wrapped
from desk.reports.charts.page_bytes import pages_pdf
from desk.reports.charts.page_pixels import page_pixels
from desk.reports.charts.style import MARGIN, sizes
from desk.reports.decks.plan import DeckPlan
from desk.reports.decks.slide import Slide
from desk.reports.decks.slides import drawn_deck
from desk.reports.sheet import DARK, MIDDLE
from desk.surveys.survey import Survey

_PICTURE_MM, _PICTURE_PX = 120.0, 1000
_HEAD = 14.0  # mm, number and title of the slide above its picture
_NUMBER_MM = 5.5  # from a slide's top to the middle of its number
_LEADING = 1.6  # ems
_NO_NOTE = "这一页没有讲稿。"


def deck_pdf(survey: Survey, plan: DeckPlan, paper: Paper) -> Job[bytes]:
    """Write a deck; equal figures give equal bytes."""
    slides = yield from drawn_deck(survey, plan, paper)
    yield Progress(len(plan.parts), len(plan.parts), "正在写 PDF")
    for number, slide in enumerate(slides, 1):
        place = paper.width - MARGIN, _NUMBER_MM
        words = f"{number}/{len(slides)}"
        line = LineText(place, words, sizes(paper).small, "right")
        line.set_color(DARK)
        slide.page.sheet.axes.add_artist(line)
    return pages_pdf([one.page for one in slides])


def notes_pdf(survey: Survey, plan: DeckPlan, paper: Paper) -> Job[bytes]:
    """Write what the presenter reads: each slide small, and what to say with its evidence."""
    slides = yield from drawn_deck(survey, plan, paper)
    pages: list[Page] = []
    for number, slide in enumerate(slides, 1):
        yield Progress(number, len(slides), "正在写讲稿")
        pages.extend(_noted(survey, slide, (number, len(slides))))
    return pages_pdf(pages)


def _noted(survey: Survey, slide: Slide, place: tuple[int, int]) -> Iterator[Page]:
    """The pages of one slide's note, the picture on the first; long evidence goes on."""
    canvas = _begun(survey, slide, place)
    y = _picture(canvas, slide)
    size, room = canvas.sizes, canvas.paper.width - 2 * MARGIN
    for paragraph in (slide.told or _NO_NOTE).splitlines():
        for line in wrapped(paragraph, room, size.body):
            if y > canvas.paper.height - MARGIN - size.em:
                yield canvas.page("")
                canvas = _begun(survey, slide, place, more="（续）")
                y = MARGIN + _HEAD
            canvas.text(MARGIN, y, line)
            y += _LEADING * size.em
    yield canvas.page("")


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


def _picture(canvas: Canvas, slide: Slide) -> float:
    """Draw the slide small; returns where the text below it begins."""
    import numpy as np  # noqa: PLC0415 - comes with matplotlib

    found = page_pixels(slide.page, _PICTURE_PX)
    rows = np.frombuffer(found.data, dtype=np.uint8).reshape(found.height, found.width, 4)
    tall = _PICTURE_MM * found.height / found.width
    left, top = (canvas.paper.width - _PICTURE_MM) / 2, MARGIN + _HEAD - 4
    box = (left, left + _PICTURE_MM, top + tall, top)
    canvas.sheet.axes.imshow(rows, extent=box, aspect="auto", interpolation="lanczos", zorder=-1)
    canvas.sheet.axes.set_xlim(0, canvas.paper.width)
    canvas.sheet.axes.set_ylim(canvas.paper.height, 0)
    canvas.outline(left, left + _PICTURE_MM, top + tall / 2, tall)
    return top + tall + 2 * canvas.sizes.em
