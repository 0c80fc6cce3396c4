"""What stands around a chart on each of its pages: title, sentence, legend, footer."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desk.dates import full_date
from desk.reports.charts.canvas import Canvas, blank_canvas
from desk.reports.charts.chart import Page, Paper
from desk.reports.charts.measure import ems, width, wrapped
from desk.reports.charts.shapes import Dashes
from desk.reports.charts.style import MARGIN, Fill, sizes
from desk.reports.sheet import DARK, INK, MIDDLE
from desk.surveys.changed import changed_since
from desk.surveys.survey import Survey

_SAMPLE, _GAP, _BETWEEN = 2.0, 0.6, 1.8  # ems: a sample, its word's distance, the next one's
_LEADING = 1.55  # of a line of text


@dataclass(frozen=True, slots=True)
class Key:
    """A word of the legend; ``sample`` draws what it explains, 2 ems wide, from a place on."""

    words: str
    sample: Callable[[Canvas, float, float], None]


@dataclass(frozen=True, slots=True)
class Around:
    """The words around a chart; the sentence and the legend take as many lines as they need."""

    title: str
    sentence: str
    legend: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """The part of a page that is the chart's own, in mm."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


def area(paper: Paper, around: Around) -> Area:
    """What title, sentence, legend and footer leave of a page."""
    size = sizes(paper)
    lines = len(_sentence(paper, around)) + len(_rows(paper, around.legend))
    top = MARGIN * 0.8 + 1.5 * size.title / size.body * size.em + lines * _LEADING * size.em
    bottom = paper.height - MARGIN * 0.55 - 1.9 * size.em
    return Area(MARGIN, top + 0.5 * size.em, paper.width - MARGIN, bottom)


def opened(survey: Survey, paper: Paper, around: Around, number: int = 1, of: int = 1) -> Canvas:
    """Begin page ``number`` of ``of``: everything around the chart stands on it."""
    canvas = blank_canvas(paper)
    size, middle = canvas.sizes, paper.width / 2
    em = size.em
    tall = size.title / size.body * em
    y = MARGIN * 0.8 + 0.5 * tall
    room = paper.width - 2 * MARGIN
    title = min(size.title, room / max(ems(around.title), 1) / em * size.body)
    canvas.text(middle, y, around.title, size=title, side="center")
    y += tall + 0.5 * em
    for line in _sentence(paper, around):
        canvas.text(middle, y, line, colour=DARK, side="center")
        y += _LEADING * em
    for row in _rows(paper, around.legend):
        _legend(canvas, row, y)
        y += _LEADING * em
    _footer(canvas, survey, number, of)
    return canvas


def empty_page(survey: Survey, paper: Paper, title: str, words: str) -> Page:
    """The page of a chart that has nothing to show, and why."""
    canvas = opened(survey, paper, Around(title, ""))
    canvas.text(paper.width / 2, paper.height / 2, words, colour=DARK, side="center")
    return canvas.page(words)


def status(survey: Survey) -> str:
    """Whether the figures can still change: 已结账 or 未结账."""
    if survey.closing is None:
        return "未结账，数据截至制图日"
    again = survey.closing.generation
    told = "已结账" if again == 1 else f"已结账（第{again}次）"
    return f"{told}，以后有变动" if changed_since(survey) else told


def days(survey: Survey) -> str:
    """The days of a survey in figures: 2026.7.1—2026.9.30."""
    told = (survey.stretch.first, survey.stretch.last)
    return "—".join(f"{day.year}.{day.month}.{day.day}" for day in told)


def fill_key(words: str, fill: Fill, *, tall: float = 0.8) -> Key:
    """Explain a fill by a box of it; ``tall`` in ems."""

    def sample(canvas: Canvas, x: float, y: float) -> None:
        em = canvas.sizes.em
        canvas.bar(x, x + _SAMPLE * em, y, tall * em, fill)
        if not fill.hatch and fill.words == INK:
            canvas.outline(x, x + _SAMPLE * em, y, tall * em)

    return Key(words, sample)


def mark_key(words: str, shape: str, colour: str, *, hollow: bool = False) -> Key:
    """Explain a mark."""

    def sample(canvas: Canvas, x: float, y: float) -> None:
        canvas.mark(x + _SAMPLE * canvas.sizes.em / 2, y, shape, colour=colour, hollow=hollow)

    return Key(words, sample)


def line_key(words: str, colour: str, style: Dashes = "-", *, width_pt: float = 1.4) -> Key:
    """Explain a line."""

    def sample(canvas: Canvas, x: float, y: float) -> None:
        canvas.line(
            [(x, y), (x + _SAMPLE * canvas.sizes.em, y)],
            colour=colour,
            style=style,
            width_pt=width_pt,
        )

    return Key(words, sample)


def stroke_key(words: str) -> Key:
    """Explain the upright stroke of a target."""

    def sample(canvas: Canvas, x: float, y: float) -> None:
        em = canvas.sizes.em
        middle = x + _SAMPLE * em / 2
        canvas.line(
            [(middle, y - 0.5 * em), (middle, y + 0.5 * em)],
            colour=INK,
            width_pt=canvas.sizes.body * 0.18,
        )

    return Key(words, sample)


def _sentence(paper: Paper, around: Around) -> list[str]:
    size = sizes(paper)
    room = paper.width - 2 * MARGIN
    return wrapped(around.sentence, room, size.body) if around.sentence else []


def _key_width(paper: Paper, key: Key) -> float:
    size = sizes(paper)
    return (_SAMPLE + _GAP) * size.em + width(key.words, size.small)


def _rows(paper: Paper, legend: tuple[Key, ...]) -> list[list[Key]]:
    """The words of a legend in as few rows as the page's width holds, the rows of about a width."""
    room = paper.width - 2 * MARGIN
    rows = _filled(paper, legend, room)
    em = sizes(paper).em
    least = max((_key_width(paper, key) for key in legend), default=0) + _BETWEEN * em
    while len(rows) > 1 and room - em > least:
        room -= em
        even = _filled(paper, legend, room)
        if len(even) > len(rows):
            break
        rows = even
    return rows


def _filled(paper: Paper, legend: tuple[Key, ...], room: float) -> list[list[Key]]:
    rows: list[list[Key]] = []
    left = 0.0
    for key in legend:
        wide = _key_width(paper, key) + _BETWEEN * sizes(paper).em
        if not rows or wide > left:
            rows.append([])
            left = room
        rows[-1].append(key)
        left -= wide
    return rows


def _legend(canvas: Canvas, row: list[Key], y: float) -> None:
    em = canvas.sizes.em
    widths = [_key_width(canvas.paper, key) for key in row]
    x = (canvas.paper.width - sum(widths) - _BETWEEN * em * (len(row) - 1)) / 2
    for key, wide in zip(row, widths, strict=True):
        key.sample(canvas, x, y)
        canvas.text(x + (_SAMPLE + _GAP) * em, y, key.words, size=canvas.sizes.small)
        x += wide + _BETWEEN * em


def _footer(canvas: Canvas, survey: Survey, number: int, of: int) -> None:
    paper, size = canvas.paper, canvas.sizes
    y = paper.height - MARGIN * 0.55 - 0.6 * size.em
    top = y - 0.85 * size.em
    canvas.line([(MARGIN, top), (paper.width - MARGIN, top)], colour=MIDDLE)
    right = "　".join(_right(survey, number, of))
    canvas.text(paper.width - MARGIN, y, right, size=size.small, colour=DARK, side="right")
    left = f"{survey.office}　{days(survey)}　{status(survey)}"
    room = paper.width - 2 * MARGIN - width(right, size.small) - size.em
    canvas.text(MARGIN, y, left, size=size.small, colour=DARK, room=room)


def _right(survey: Survey, number: int, of: int) -> Iterator[str]:
    made = survey.today
    yield f"{full_date(made)}制"
    if of > 1:
        yield f"第{number}页，共{of}页"
