"""Turn pages of blocks into marks at fixed places: what page.typ draws, in points."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from itertools import accumulate
from typing import Any

from desk.layout.boxes import BOTTOM, TOP
from desk.layout.fonts import Face, Fonts
from desk.layout.grid import ASCENT, INNER_MM, MM, Grid
from desk.layout.model import (
    Align,
    Line,
    Look,
    PictureBlock,
    Piece,
    Span,
    Strip,
    TableBlock,
    TextBlock,
)
from desk.layout.paging import Paged, Placed
from desk.layout.runs import gaps_in, run_mark
from desk.layout.setting import text_of, widths_of
from desk.layout.tables import LINE

Mark = dict[str, Any]

RED, BLACK = "red", "black"
RED_RULE = 2.25
RED_RULE_GAP = 4 * MM  # under the characters of the line that it closes
_THIN, _FRAME = 0.75, 0.5


@dataclass(slots=True)
class Page:
    """The marks of one page."""

    texts: list[Mark] = field(default_factory=list)
    rules: list[Mark] = field(default_factory=list)
    pictures: list[Mark] = field(default_factory=list)
    bookmarks: list[Mark] = field(default_factory=list)
    jumps: list[Mark] = field(default_factory=list)

    def data(self) -> Mark:
        """The page as Typst reads it."""
        return {item.name: getattr(self, item.name) for item in fields(self)}


def draw(paged: Paged, grid: Grid, fonts: Fonts, first: int = 1) -> list[Mark]:
    """Draw every page with its number, beginning at ``first``."""
    drawer = _Drawer(grid, fonts, paged.starts)
    return [drawer.page(number, page) for number, page in enumerate(paged.pages, first)]


def draw_unnumbered(paged: Paged, grid: Grid, fonts: Fonts) -> list[Page]:
    """Draw every page without its number, all bound at the left."""
    drawer = _Drawer(grid, fonts, paged.starts)
    return [drawer.marks(INNER_MM * MM, page) for page in paged.pages]


@dataclass(frozen=True, slots=True)
class _Drawer:
    grid: Grid
    fonts: Fonts
    starts: dict[str, int]

    def page(self, number: int, placed: Iterable[Placed]) -> Mark:
        left = self.grid.sides_mm(number)[0] * MM
        page = self.marks(left, placed)
        self._folio(page, left, number)
        return page.data()

    def marks(self, left: float, placed: Iterable[Placed]) -> Page:
        page = Page()
        for part in placed:
            block = part.block
            if isinstance(block, TextBlock):
                self._text(page, left, part, block)
            elif isinstance(block, Strip):
                self._strip(page, left, part.row, block)
            elif isinstance(block, TableBlock):
                self._table(page, left, part, block)
            else:
                self._picture(page, left, part.row, block)
        return page

    def _text(self, page: Page, left: float, part: Placed, block: TextBlock) -> None:
        look = block.look
        if block.rule_above and part.start == 0:
            page.rules.append(rule(left, self._edge(part.row), self.grid.wide, _THIN))
        for at, line in enumerate(block.lines[part.start : part.end]):
            y = self._y(part.row + at * look.rows, look)
            page.texts.append(self._line(left, y, line, look))
        if block.frame:
            page.rules += self._frame(left, part, block)
        if block.key and part.start == 0:
            y = self._edge(part.row)
            page.bookmarks.append({"x": left, "y": y, "title": block.title or block.text})
        if block.entry:
            height = (part.end - part.start) * self.grid.pitch
            page.jumps.append(
                {"x": left, "y": self._edge(part.row), "w": self.grid.wide, "h": height}
                | {"page": self.starts[block.entry], "to": 0}
            )
        if block.entry and part.end == len(block.lines):
            y = self._y(part.row + (part.end - part.start - 1) * look.rows, look)
            self._leader(page, left, y, block)

    def _frame(self, left: float, part: Placed, block: TextBlock) -> Iterator[Mark]:
        """The edges of a box; one that goes on over the page is open there."""
        top = self._edge(part.row)
        bottom = self._edge(part.row + (part.end - part.start) * block.look.rows)
        for x in (left + _THIN / 2, left + self.grid.wide - _THIN / 2):
            yield upright(x, top, bottom - top, _THIN)
        if TOP in block.frame and part.start == 0:
            yield rule(left, top, self.grid.wide, _THIN)
        if BOTTOM in block.frame and part.end == len(block.lines):
            yield rule(left, bottom, self.grid.wide, _THIN)

    def _leader(self, page: Page, left: float, y: float, block: TextBlock) -> None:
        """The dots and the page number of a contents line."""
        plain = Look(block.look.size, 0.0)
        number = (Piece(str(self.starts[block.entry]), Face.FANG),)
        width = sum(widths_of(number, plain, self.fonts))
        page.texts.append(self._run(left + self.grid.wide - width, y, number, plain))
        if not block.leader:
            return
        size = block.look.size
        begin = block.lines[-1].width + block.look.tracking + size / 2
        dot = self.fonts.advance(Face.FANG, "…") * size
        count = int((self.grid.wide - width - size / 2 - begin) / dot)
        dots = (Piece("…" * count, Face.FANG),)
        if count > 0:
            x = left + self.grid.wide - width - size / 2 - count * dot
            page.texts.append(self._run(x, y, dots, plain))

    def _strip(self, page: Page, left: float, row: int, strip: Strip) -> None:
        look = strip.look
        y = self._y(row, look)
        for pieces, share in ((strip.left, 0.0), (strip.center, 0.5), (strip.right, 1.0)):
            if not text_of(pieces):
                continue
            width = sum(widths_of(pieces, look, self.fonts)) - look.tracking
            room = self.grid.wide - look.left - look.right
            page.texts.append(self._run(left + look.left + (room - width) * share, y, pieces, look))
        if strip.rule == RED:
            bottom = self._edge(row + look.rows) - (self.grid.line - self.grid.size) / 2
            bottom += RED_RULE_GAP
            page.rules.append(rule(left, bottom + RED_RULE / 2, self.grid.wide, RED_RULE, RED))
        if strip.rule_above:
            page.rules.append(rule(left, self._edge(row), self.grid.wide, _THIN))
        if strip.rule == BLACK:
            page.rules.append(rule(left, self._edge(row + look.rows), self.grid.wide, _THIN))

    def _table(self, page: Page, left: float, part: Placed, block: TableBlock) -> None:
        rows = list(enumerate(block.table))
        shown = (rows[: block.header] if part.head else []) + rows[part.start : part.end]
        edges = [*accumulate(block.widths, initial=left)]
        y = self._edge(part.row)
        tops: dict[int, float] = {}
        ruled = [at for at, row in shown if row.cells]
        for at, row in shown:
            tops[at] = y
            height = row.rows * self.grid.pitch
            if row.cells:
                page.rules.append(rule(left, y, self.grid.wide, _FRAME))
            for column, cell in enumerate(row.cells):
                share = 0.5 if at < block.header or block.centred(column, cell) else 0.0
                begin, end = edges[column : column + 2]
                self._cell(page, cell, (begin, end, share), (y, height), block)
            y += height
        page.rules.append(rule(left, y, self.grid.wide, _FRAME))
        if ruled:
            page.rules += [upright(x, tops[ruled[0]], y - tops[ruled[0]], _FRAME) for x in edges]
        for span in block.spans:
            if span.row in tops:
                self._span(page, span, edges, tops, block)

    def _span(
        self,
        page: Page,
        span: Span,
        edges: list[float],
        tops: dict[int, float],
        block: TableBlock,
    ) -> None:
        """A merged cell with its own rules above and on both sides."""
        left, right = edges[span.column], edges[span.column + span.across]
        top = tops[span.row]
        taken = block.table[span.row : span.row + span.down]
        height = sum(row.rows for row in taken) * self.grid.pitch
        page.rules.append(rule(left, top, right - left, _FRAME))
        page.rules += [upright(x, top, height, _FRAME) for x in (left, right)]
        self._cell(page, span.lines, (left, right, 0.5), (top, height), block)

    def _cell(
        self,
        page: Page,
        lines: tuple[Line, ...],
        across: tuple[float, float, float],
        down: tuple[float, float],
        block: TableBlock,
    ) -> None:
        size = block.size
        pitch = size * LINE
        y = down[0] + (down[1] - pitch * len(lines)) / 2 + (pitch - size) / 2
        look = Look(size, 0.0, Align.CENTER)
        padding = block.padding
        for at, line in enumerate(lines):
            room = across[1] - across[0] - 2 * padding
            x = across[0] + padding + (room - line.width) * across[2]
            page.texts.append(self._run(x, y + at * pitch, line.pieces, look))

    def _picture(self, page: Page, left: float, row: int, block: PictureBlock) -> None:
        x = left + (self.grid.wide - block.width) / 2
        y = self._edge(row) + (block.rows * self.grid.pitch - block.height) / 2
        page.pictures.append(
            {"x": x, "y": y, "w": block.width, "h": block.height, "digest": block.digest}
        )

    def _folio(self, page: Page, left: float, number: int) -> None:
        """— 1 —, one character in from the outer edge."""
        size = self.grid.folio
        look = Look(size, 0.0)
        pieces = (Piece(f"— {number} —", Face.SONG),)
        width = sum(widths_of(pieces, look, self.fonts))
        x = left + self.grid.wide - size - width if number % 2 else left + size
        y = self.grid.folio_mm * MM - ASCENT * size
        page.texts.append(self._run(x, y, pieces, look))

    def _line(self, left: float, y: float, line: Line, look: Look) -> Mark:
        room = self.grid.wide - look.left - look.right - line.indent
        x = left + look.left + line.indent
        spare = room - line.width
        if look.align is Align.JUSTIFY and spare > 0:
            return self._run(x, y, line.pieces, look, self._widened(line, look, spare))
        share = {Align.CENTER: 0.5, Align.RIGHT: 1.0}.get(look.align, 0.0)
        return self._run(x + spare * share, y, line.pieces, look)

    def _widened(self, line: Line, look: Look, spare: float) -> float:
        """What is added to a line; the last one of body text keeps to the columns above it."""
        if not line.last:
            return spare
        if look.size != self.grid.size:
            return 0.0
        return min(spare, gaps_in(line.pieces) * (self.grid.gap - look.tracking))

    def _run(
        self, x: float, y: float, pieces: tuple[Piece, ...], look: Look, spare: float = 0.0
    ) -> Mark:
        return run_mark((x, y), pieces, look, self.fonts, spare)

    def _y(self, row: int, look: Look) -> float:
        """The upper edge of characters that stand in the middle of their grid lines."""
        middle = (look.rows - 1) * self.grid.pitch + self.grid.size
        return self.grid.y(row) + (middle - look.size) / 2

    def _edge(self, row: int) -> float:
        """The upper edge of a grid line, half-way between characters."""
        return self.grid.y(row) - (self.grid.pitch - self.grid.size) / 2


def rule(x: float, y: float, length: float, thick: float, colour: str = BLACK) -> Mark:
    """A level rule from its left end; lengths in points."""
    return {"x": x, "y": y, "length": length, "thick": thick, "red": colour == RED, "down": False}


def upright(x: float, y: float, length: float, thick: float) -> Mark:
    """A rule down from its upper end."""
    return rule(x, y, length, thick) | {"down": True}
