"""Charts of a row for each unit: name, bars on a common axis, figures in columns; many pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

from desk.reports.charts.axis import Axis, Number
from desk.reports.charts.canvas import Canvas
from desk.reports.charts.chart import Page, Paper
from desk.reports.charts.dealing import HEADING, Block, Column, Heading, deal, height
from desk.reports.charts.measure import elided, ems, width
from desk.reports.charts.style import Fill, Sizes, sizes
from desk.reports.charts.surroundings import Area, Around, area, empty_page, opened
from desk.reports.sheet import DARK, INK, LIGHT
from desk.surveys.survey import Survey

T = TypeVar("T")

_NOBODY = "这个时段没有可以画的单位。请先在“资料”里登记单位，或换一个时段。"
_ROW_LEAST, _ROW_MOST = 1.16, 3.2  # ems
_MARK = 0.9  # ems of a mark before a figure
_HEADS, _GUTTER, _GAP = 1.5, 2.5, 0.9  # ems: line of heads, between columns of rows, of figures


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure as printed; ``mark`` is a shape before it."""

    text: str
    colour: str = INK
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Row(Generic[T]):
    """One line: ``before`` stands left of the name, ``cells`` right of the bars.

    ``days`` are those of the lines behind it, the survey's own unless told otherwise.
    """

    name: str
    told: str  # what hovering tells
    value: T
    unit_id: int = 0
    before: tuple[Cell, ...] = ()
    cells: tuple[Cell, ...] = ()
    days: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class Strip:
    """Where the bars of a row stand, in mm: from ``left`` to ``right`` around a middle height."""

    axis: Axis
    left: float
    right: float
    y: float
    row: float  # height of the row

    def x(self, value: Number) -> float:
        """Where a value stands; what lies beyond an end stands at it."""
        part = (float(value) - self.axis.low) / (self.axis.high - self.axis.low)
        return self.left + min(max(part, 0.0), 1.0) * (self.right - self.left)

    def beyond(self, value: Number) -> bool:
        """Whether a value lies beyond an end, so that its bar is cut."""
        return not self.axis.low - 1e-9 <= float(value) <= self.axis.high + 1e-9


@dataclass(frozen=True, slots=True)
class Plot(Generic[T]):
    """How rows are drawn: heads of the figures, the axis, and what draws the bars of a row."""

    axis: Axis
    draw: Callable[[Canvas, Strip, T], None]
    heads: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    least: float = 12.0  # ems that the bars need
    ticks: bool = True


@dataclass(frozen=True, slots=True)
class _Frame:
    """The widths all columns of rows share, in ems, and how many of them a page has."""

    em: float
    area: Area
    before: tuple[float, ...]
    names: float
    cells: tuple[float, ...]
    count: int

    @property
    def tall(self) -> float:
        """What a column's rows have of the page's height, in mm."""
        return self.area.height - _HEADS * self.em

    @property
    def wide(self) -> float:
        """The width of a column in mm."""
        return (self.area.width - (self.count - 1) * _GUTTER * self.em) / self.count

    def left(self, at: int) -> float:
        """Where a column of the page begins."""
        return self.area.left + at * (self.wide + _GUTTER * self.em)

    @property
    def bars(self) -> tuple[float, float]:
        """Where the bars begin and end, in mm from a column's left edge."""
        begin = sum(self.before) + _GAP * len(self.before) + self.names + _GAP
        end = sum(self.cells) + _GAP * len(self.cells)
        return begin * self.em, self.wide - end * self.em


def row_pages(
    survey: Survey,
    paper: Paper,
    around: Around,
    blocks: Sequence[Block[Row[T]]],
    plot: Plot[T],
    note: Callable[[Sequence[Row[T]]], str],
) -> list[Page]:
    """Draw all rows on as many pages as they need; ``note`` is told the rows of each page."""
    if not any(block.rows for block in blocks):
        return [empty_page(survey, paper, around.title, _NOBODY)]
    frame = _frame(paper, around, blocks, plot)
    pages = deal(blocks, frame.tall / (_ROW_LEAST * frame.em), frame.count)
    frame = replace(frame, count=len(pages[0]))
    tallest = max(height(column) for page in pages for column in page)
    row = min(_ROW_MOST * frame.em, frame.tall / max(tallest, 1))
    days = survey.stretch.first, survey.stretch.last
    drawn = []
    for number, columns in enumerate(pages, 1):
        canvas = opened(survey, paper, around, number, len(pages))
        for at, column in enumerate(columns):
            _Column(canvas, frame, plot, frame.left(at), row, days).draw(column)
        rows = [line for column in columns for line in column if isinstance(line, Row)]
        drawn.append(canvas.page(note(rows)))
    return drawn


def bar(canvas: Canvas, strip: Strip, value: Number, tall: float, fill: Fill) -> None:
    """Draw a bar from zero, ``tall`` parts of the row high; white strokes where it goes on."""
    end = strip.x(value)
    canvas.bar(strip.x(0), end, strip.y, tall * strip.row, fill)
    if strip.beyond(value):
        canvas.cut(end, strip.y, tall * strip.row)


def stroke(canvas: Canvas, strip: Strip, value: Number, tall: float) -> None:
    """Draw the upright stroke of a target."""
    x, half = strip.x(value), tall * strip.row / 2
    ends = [(x, strip.y - half), (x, strip.y + half)]
    canvas.line(ends, colour=INK, width_pt=canvas.sizes.body * 0.18)


def _frame(paper: Paper, around: Around, blocks: Sequence[Block[Row[T]]], plot: Plot[T]) -> _Frame:
    rows = [row for block in blocks for row in block.rows]
    size, room = sizes(paper), area(paper, around)
    head = size.small / size.body
    before = _widths(plot.before, [row.before for row in rows], head)
    cells = _widths(plot.heads, [row.cells for row in rows], head)
    names = max((ems(row.name) for row in rows), default=0)
    figures = sum(before) + sum(cells) + _GAP * (len(before) + len(cells) + 1)
    heads = max((_heading_width(block, size) for block in blocks), default=0)
    need = max((names + figures + plot.least) * size.em, heads)
    gutter = _GUTTER * size.em
    count = max(1, min(3, int((room.width + gutter) // (need + gutter))))
    return _Frame(size.em, room, before, names, cells, count)


def _heading_width(block: Block[Row[T]], size: Sizes) -> float:
    """The width of a block's heading, as it begins and as it goes on, in mm."""
    begins = width(block.heading, size.head) + width(block.detail, size.small)
    return max(begins, width(f"{block.heading}（续）", size.head)) + size.em


def _widths(
    heads: tuple[str, ...], rows: Sequence[tuple[Cell, ...]], head: float
) -> tuple[float, ...]:
    """The width of each column of figures: of the widest one, or of its head."""
    return tuple(
        max([ems(name) * head, *(_cell_width(row[at]) for row in rows)])
        for at, name in enumerate(heads)
    )


def _cell_width(cell: Cell) -> float:
    return ems(cell.text) + (_MARK if cell.mark else 0)


@dataclass(frozen=True, slots=True)
class _Column(Generic[T]):
    """One column of rows being drawn."""

    canvas: Canvas
    frame: _Frame
    plot: Plot[T]
    left: float
    row: float
    days: tuple[date, date]

    def draw(self, lines: Column[Row[T]]) -> None:
        """Draw the heads, then every line below the other."""
        top = self.frame.area.top + _HEADS * self.frame.em
        self._heads(top - 0.75 * self.frame.em)
        if self.plot.ticks:
            self._ticks(lines, top)
        y = top
        for line in lines:
            if isinstance(line, Heading):
                self._heading(line, y)
                y += HEADING * self.row
            else:
                self._line(line, y + self.row / 2)
                y += self.row

    @property
    def _bars(self) -> tuple[float, float]:
        begin, end = self.frame.bars
        return self.left + begin, self.left + end

    def _heads(self, y: float) -> None:
        small = self.canvas.sizes.small
        for words, x in zip(self.plot.before, self._before(), strict=True):
            self.canvas.text(x, y, words, size=small, colour=DARK, side="right")
        for words, x in zip(self.plot.heads, self._cells(), strict=True):
            self.canvas.text(x, y, words, size=small, colour=DARK, side="right")

    def _ticks(self, lines: Column[Row[T]], top: float) -> None:
        left, right = self._bars
        em = self.frame.em
        strip = Strip(self.plot.axis, left, right, top, self.row)
        bottom = top + height(lines) * self.row
        widest = max(len(words) for _at, words in self.plot.axis.ticks(4))
        said = list(self.plot.axis.ticks(int((right - left) / em / max(3.5, widest * 0.8))))
        for value, words in said:
            x = strip.x(value)
            colour = DARK if value == 0 else LIGHT
            self.canvas.line([(x, top), (x, bottom)], colour=colour, width_pt=0.7, under=True)
            small = self.canvas.sizes.small
            clear = not self.frame.cells or x + width(words, small) / 2 < right
            if clear:  # else it would read as one with the head of the figures beside it
                self.canvas.text(x, top - 0.75 * em, words, size=small, colour=DARK, side="center")

    def _heading(self, heading: Heading, y: float) -> None:
        foot = y + HEADING * self.row
        size, right = self.canvas.sizes, self.left + self.frame.wide
        tall = min(HEADING * self.row, 1.5 * self.frame.em)
        name = elided(heading.text, self.frame.wide, size.head)
        behind = self.left + width(name, size.head) + 0.4 * self.frame.em
        end = behind + width(heading.detail, size.small)
        self.canvas.bar(self.left, end, foot - tall / 2, tall, Fill("white"))
        middle = foot - tall / 2 - 0.1 * self.frame.em
        self.canvas.text(self.left, middle, name, size=size.head)
        room = right - behind
        if heading.detail and room > 0:
            detail = self.canvas.sizes.small
            self.canvas.text(behind, middle, heading.detail, size=detail, colour=DARK, room=room)
        self.canvas.line([(self.left, foot - 0.2), (right, foot - 0.2)], width_pt=0.8)

    def _line(self, row: Row[T], y: float) -> None:
        left, right = self._bars
        self.canvas.spot(
            self.left, y, self.frame.wide, self.row, row.told, row.unit_id, row.days or self.days
        )
        self.canvas.text(left - _GAP * self.frame.em, y, row.name, side="right")
        for cell, x in zip(row.before, self._before(), strict=True):
            self._cell(cell, x, y)
        self.plot.draw(self.canvas, Strip(self.plot.axis, left, right, y, self.row), row.value)
        for cell, x in zip(row.cells, self._cells(), strict=True):
            self._cell(cell, x, y)

    def _cell(self, cell: Cell, x: float, y: float) -> None:
        self.canvas.text(x, y, cell.text, colour=cell.colour, side="right")
        if cell.mark:
            at = x - (ems(cell.text) + _MARK / 2) * self.frame.em
            self.canvas.mark(at, y, cell.mark, colour=cell.colour)

    def _before(self) -> list[float]:
        """The right edges of the figures left of the name."""
        return list(self._edges(self.left, self.frame.before, before=True))

    def _cells(self) -> list[float]:
        """The right edges of the figures right of the bars."""
        return list(self._edges(self._bars[1], self.frame.cells, before=False))

    def _edges(self, x: float, widths: tuple[float, ...], *, before: bool) -> Iterator[float]:
        for wide in widths:
            x += (wide if before else wide + _GAP) * self.frame.em
            yield x
            x += (_GAP if before else 0) * self.frame.em
