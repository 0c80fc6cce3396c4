"""Charts of units against months or topics: a cell each, numbers printed in it; many pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import ceil

from desk.reports.charts.canvas import Canvas
from desk.reports.charts.chart import Page, Paper
from desk.reports.charts.dealing import HEADING, Block, Column, Heading, deal, height
from desk.reports.charts.measure import elided, ems, width, wrapped
from desk.reports.charts.style import Fill, sizes
from desk.reports.charts.surroundings import Area, Around, area, empty_page, opened
from desk.reports.sheet import DARK, INK, LIGHT, MIDDLE, MM_PER_POINT
from desk.surveys.survey import Survey

_NOBODY = "这个时段没有可以画的单位。请先在“资料”里登记单位，或换一个时段。"
_ROW_LEAST, _ROW_MOST = 1.3, 2.4  # ems
_CELL_LEAST, _CELL_MOST = 2.3, 5.0  # ems
_GAP, _GUTTER = 0.8, 2.5  # ems
_LINE, _LINES = 1.15, 4  # of a head: ems a line, lines at most
_WHITE = 0.35  # mm between cells


@dataclass(frozen=True, slots=True)
class Field:
    """One cell; without a fill it is white, ``mark`` is a shape in its middle."""

    text: str = ""
    fill: Fill | None = None
    mark: str = ""
    told: str = ""
    days: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A unit's cells; ``sums`` stand behind them."""

    name: str
    told: str
    unit_id: int
    fields: tuple[Field, ...]
    sums: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heads:
    """What stands above the cells and the sums."""

    fields: tuple[str, ...]
    sums: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Frame:
    """The widths of a column of lines in mm, the cells ``begin`` to ``end`` of each line."""

    area: Area
    em: float
    small: float
    names: float
    cell: float
    sums: tuple[float, ...]
    begin: int
    end: int
    head: float
    count: int = 1

    @property
    def tall(self) -> float:
        """What the lines have of the page's height."""
        return self.area.height - self.head

    @property
    def wide(self) -> float:
        """The width of one column of lines."""
        gap = _GAP * self.em
        cells = self.cell * (self.end - self.begin)
        return self.names + gap + cells + sum(self.sums) + gap * len(self.sums)


def matrix_pages(
    survey: Survey,
    paper: Paper,
    around: Around,
    blocks: Sequence[Block[Line]],
    heads: Heads,
    note: Callable[[Sequence[Line]], str],
) -> list[Page]:
    """Draw all lines, on as many pages as they and their cells need."""
    if not any(block.rows for block in blocks) or not heads.fields:
        return [empty_page(survey, paper, around.title, _NOBODY)]
    frames = _frames(paper, around, blocks, heads)
    sets = [(one, _dealt(one, blocks)) for one in frames]
    count, number = sum(len(pages) for _frame, pages in sets), 0
    drawn = []
    days = survey.stretch.first, survey.stretch.last
    for frame, pages in sets:
        tallest = max(height(column) for page in pages for column in page)
        row = min(_ROW_MOST * frame.em, frame.tall / max(tallest, 1))
        for columns in pages:
            number += 1
            canvas = opened(survey, paper, around, number, count)
            used = len(columns) * (frame.wide + _GUTTER * frame.em) - _GUTTER * frame.em
            left = frame.area.left + (frame.area.width - used) / 2
            for at, column in enumerate(columns):
                x = left + at * (frame.wide + _GUTTER * frame.em)
                _Column(canvas, frame, heads, x, row, days).draw(column)
            lines = [one for column in columns for one in column if isinstance(one, Line)]
            drawn.append(canvas.page(note(lines)))
    return drawn


def _dealt(frame: _Frame, blocks: Sequence[Block[Line]]) -> tuple[tuple[Column[Line], ...], ...]:
    return deal(blocks, frame.tall / (_ROW_LEAST * frame.em), frame.count)


def _frames(
    paper: Paper, around: Around, blocks: Sequence[Block[Line]], heads: Heads
) -> list[_Frame]:
    """One frame, or several that show a part of the cells each."""
    lines = [line for block in blocks for line in block.rows]
    size, room = sizes(paper), area(paper, around)
    em, gap = size.em, _GAP * size.em
    names = max(width(line.name, size.body) for line in lines)
    sums = tuple(
        max([width(head, size.small), *(width(line.sums[at], size.small) for line in lines)])
        for at, head in enumerate(heads.sums)
    )
    texts = max((width(one.text, size.small) for line in lines for one in line.fields), default=0)
    least = max(texts + 0.6 * em, _CELL_LEAST * em)
    left = room.width - names - gap - sum(sums) - gap * len(sums)
    parts = ceil(len(heads.fields) / max(1, int(left / least)))
    each = ceil(len(heads.fields) / parts)
    frames = []
    for begin in range(0, len(heads.fields), each):
        end = min(begin + each, len(heads.fields))
        frame = _Frame(room, em, size.small, names, least, sums, begin, end, 0)
        columns = max(1, int((room.width + _GUTTER * em) / (frame.wide + _GUTTER * em)))
        columns = min(columns, 3)
        spare = (room.width - (columns - 1) * _GUTTER * em) / columns - frame.wide
        cell = min(least + max(spare, 0) / (end - begin), max(_CELL_MOST * em, least))
        told = [_head(head, cell, size.small) for head in heads.fields]
        head = (max(map(len, told)) * _LINE + 0.5) * size.small / size.body * em
        frames.append(replace(frame, cell=cell, head=head, count=columns))
    return frames


def _head(words: str, cell: float, size: float) -> list[str]:
    """A head in lines as wide as its cells; what is too long ends with an ellipsis."""
    room = cell - 0.6 * size * MM_PER_POINT
    lines = wrapped(words, room, size)
    even = ceil(ems(words) / len(lines)) * size * MM_PER_POINT  # no last line of one character
    lines = wrapped(words, max(min(room, even + 0.01), 0), size)
    if len(lines) > _LINES:
        lines[_LINES - 1] = elided(f"{lines[_LINES - 1]}…", room, size)
        lines[_LINES - 1] = f"{lines[_LINES - 1].rstrip('…')[:1]}…"
    return lines[:_LINES]


@dataclass(frozen=True, slots=True)
class _Column:
    """One column of lines being drawn."""

    canvas: Canvas
    frame: _Frame
    heads: Heads
    left: float
    row: float
    days: tuple[date, date]

    def draw(self, lines: Column[Line]) -> None:
        """Draw the heads, then every line below the other."""
        y = self.frame.area.top + self.frame.head
        self._heads(y)
        for line in lines:
            if isinstance(line, Heading):
                self._heading(line, y)
                y += HEADING * self.row
            else:
                self._line(line, y + self.row / 2)
                y += self.row

    @property
    def _cells(self) -> float:
        return self.left + self.frame.names + _GAP * self.frame.em

    def _heads(self, bottom: float) -> None:
        frame, step = self.frame, _LINE * self.frame.small * MM_PER_POINT
        for at, head in enumerate(self.heads.fields[frame.begin : frame.end]):
            x = self._cells + (at + 0.5) * frame.cell
            lines = _head(head, frame.cell, frame.small)
            for back, words in enumerate(reversed(lines)):
                y = bottom - 0.3 * frame.em - (back + 0.5) * step
                self.canvas.text(x, y, words, size=frame.small, colour=DARK, side="center")
        for x, head in zip(self._sums(), self.heads.sums, strict=True):
            y = bottom - 0.3 * frame.em - 0.5 * step
            self.canvas.text(x, y, head, size=frame.small, colour=DARK, side="right")

    def _heading(self, heading: Heading, y: float) -> None:
        canvas, frame = self.canvas, self.frame
        foot, right = y + HEADING * self.row, self.left + frame.wide
        middle = foot - min(HEADING * self.row, 1.5 * frame.em) / 2 - 0.1 * frame.em
        size = canvas.sizes
        name = elided(heading.text, frame.wide, size.head)
        canvas.text(self.left, middle, name, size=size.head)
        behind = self.left + width(name, size.head) + 0.4 * frame.em
        if heading.detail and right - behind > 3 * frame.em:
            room = right - behind
            canvas.text(behind, middle, heading.detail, size=size.small, colour=DARK, room=room)
        canvas.line([(self.left, foot - 0.2), (right, foot - 0.2)], width_pt=0.8)

    def _line(self, line: Line, y: float) -> None:
        canvas, frame = self.canvas, self.frame
        right = self._cells - _GAP * frame.em
        canvas.spot(self.left, y, frame.names, self.row, line.told, line.unit_id, self.days)
        canvas.text(right, y, line.name, side="right")
        for at, field in enumerate(line.fields[frame.begin : frame.end]):
            self._field(line, field, self._cells + at * frame.cell, y)
        for x, words in zip(self._sums(), line.sums, strict=True):
            canvas.text(x, y, words, size=frame.small, colour=INK, side="right")

    def _field(self, line: Line, field: Field, x: float, y: float) -> None:
        canvas, frame = self.canvas, self.frame
        to_x, tall = x + frame.cell - _WHITE, self.row - _WHITE
        fill = field.fill or Fill("white")
        canvas.bar(x, to_x, y, tall, fill)
        if not field.fill:
            canvas.outline(x, to_x, y, tall, LIGHT)
        middle = (x + to_x) / 2
        if field.mark:
            size = canvas.sizes.small * 0.45
            canvas.mark(middle, y, field.mark, size=size, colour=MIDDLE, hollow=True)
        if field.text:
            canvas.label(middle, y, field.text, fill, size=frame.small)
        if field.told:
            days = field.days or self.days
            canvas.spot(x, y, to_x - x, tall, field.told, line.unit_id, days)

    def _sums(self) -> list[float]:
        """The right edges of the sums."""
        x = self._cells + self.frame.cell * (self.frame.end - self.frame.begin)
        edges = []
        for wide in self.frame.sums:
            x += wide + _GAP * self.frame.em
            edges.append(x)
        return edges
