"""Tables on slides: twelve rows at most on each, the heads on every one."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.reports.charts.canvas import Canvas
from desk.reports.charts.chart import Page, Paper
from desk.reports.charts.measure import elided, width, wrapped
from desk.reports.charts.style import ASKED, sizes
from desk.reports.charts.surroundings import Area, Around, area, opened
from desk.reports.decks.tables import DeckTable
from desk.reports.sheet import DARK
from desk.stat_table import Head
from desk.surveys.survey import Survey

ROWS = 12
_LINES = 2  # of a cell, at most
_PAD = 0.6  # ems, at both sides of a cell
_TALL, _LEADING = 2.05, 1.3  # of a row and of a further line, ems
_NARROWEST = 8.0  # ems, of a column of text
_LARGER = (1.4, 1.25, 1.1)
_NOTHING = "这一期没有。"


@dataclass(frozen=True, slots=True)
class _Table:
    """A table on its way to a page: where its columns begin and how high its rows are, in mm."""

    held: DeckTable
    texts: tuple[tuple[str, ...], ...]
    lefts: tuple[float, ...]  # and the right end of the last
    talls: tuple[float, ...]
    head: float  # height of one row of heads
    em: float
    body: float


def table_pages(survey: Survey, paper: Paper, held: DeckTable) -> list[Page]:
    """Draw a table; one without rows says so. The note has every row with nothing cut."""
    around = Around(held.table.title, held.table.note)
    if not held.table.rows:
        canvas = opened(survey, paper, around)
        place = paper.width / 2, paper.height / 2
        canvas.text(*place, _NOTHING, size=canvas.sizes.title, colour=DARK, side="center")
        return [canvas.page(f"{held.table.title}：{_NOTHING}")]
    room = area(paper, around)
    table = _measured(paper, held, room)
    parts = _parts(table, room.height)
    return [_page(survey, paper, table, part, (at, len(parts))) for at, part in enumerate(parts, 1)]


def _measured(paper: Paper, held: DeckTable, room: Area) -> _Table:
    """Lay a table out in the largest type that needs neither more pages nor more lines."""
    usual = _laid_out(paper, held, room, 1)
    for factor in _LARGER:
        table = _laid_out(paper, held, room, factor)
        if _roomy(table, room) and len(_parts(table, room.height)) == len(
            _parts(usual, room.height)
        ):
            return table
    return usual


def _laid_out(paper: Paper, held: DeckTable, room: Area, factor: float) -> _Table:
    size, texts = sizes(paper), held.table.texts
    em, body = size.em * factor, size.body * factor
    lefts = _lefts(held.table.columns, texts, room, em, body)
    talls = tuple(_tall(row, lefts, em, body) for row in texts)
    return _Table(held, texts, lefts, talls, _TALL * em, em, body)


def _roomy(table: _Table, room: Area) -> bool:
    """Whether every cell has its text in one line."""
    return table.lefts[-1] <= room.right + 0.1 and all(
        tall <= table.head + 0.1 for tall in table.talls
    )


def _lefts(
    heads: Sequence[Head], texts: Sequence[Sequence[str]], room: Area, em: float, body: float
) -> tuple[float, ...]:
    """Columns as wide as their words; those of text give way where that is too much."""
    wide = [
        max(width(text, body) for text in (head.text, *column)) + 2 * _PAD * em
        for head, column in zip(heads, zip(*texts, strict=True), strict=True)
    ]
    lacking = sum(wide) - room.width
    held = {at: wide[at] for at, head in enumerate(heads) if head.left}
    for at, one in held.items():
        if lacking > 0:
            wide[at] = max(_NARROWEST * em, one - lacking * one / sum(held.values()))
    stretch = room.width / sum(wide)
    lefts = [room.left]
    for one in wide:
        lefts.append(lefts[-1] + one * stretch)
    return tuple(lefts)


def _tall(texts: Sequence[str], lefts: Sequence[float], em: float, body: float) -> float:
    """The height of a row: of as many lines as its longest cell needs, up to two."""
    lines = max(
        len(wrapped(text, right - left - 2 * _PAD * em, body))
        for text, left, right in zip(texts, lefts, lefts[1:], strict=False)
    )
    return (_TALL + (min(lines, _LINES) - 1) * _LEADING) * em


def _parts(table: _Table, height: float) -> list[range]:
    """The numbers of the rows on each page, of about as many on each."""
    room = height - table.held.table.head_rows * table.head
    most = _dealt(table.talls, room, ROWS)
    even = -(-len(table.talls) // len(most))
    better = _dealt(table.talls, room, even)
    return better if len(better) == len(most) else most


def _dealt(talls: Sequence[float], room: float, rows: int) -> list[range]:
    parts: list[range] = []
    start, used = 0, 0.0
    for at, tall in enumerate(talls):
        if at > start and (used + tall > room or at - start >= rows):
            parts.append(range(start, at))
            start, used = at, 0.0
        used += tall
    return [*parts, range(start, len(talls))]


def _page(survey: Survey, paper: Paper, table: _Table, part: range, place: tuple[int, int]) -> Page:
    number, of = place
    held = table.held.table
    title = held.title if of == 1 else f"{held.title}（{number}/{of}）"
    around = Around(title, held.note)
    canvas = opened(survey, paper, around)
    top = area(paper, around).top
    for cell in held.head_cells:
        left, right = table.lefts[cell.column], table.lefts[cell.column + cell.across]
        tall = cell.down * table.head
        y = top + cell.row * table.head + tall / 2
        canvas.bar(left, right, y, tall, ASKED)
        canvas.outline(left, right, y, tall)
        _write(canvas, table, (left, right), y, cell.text)
    y = top + held.head_rows * table.head
    for at in part:
        _row(canvas, table, at, y)
        y += table.talls[at]
    return canvas.page("\n".join(filter(None, (held.note, *(_told(table, at) for at in part)))))


def _row(canvas: Canvas, table: _Table, at: int, top: float) -> None:
    tall = table.talls[at]
    middle, left, right = top + tall / 2, table.lefts[0], table.lefts[-1]
    if at in table.held.table.strong:
        canvas.bar(left, right, middle, tall, ASKED)
    for column, (head, text) in enumerate(
        zip(table.held.table.columns, table.texts[at], strict=True)
    ):
        edges = table.lefts[column], table.lefts[column + 1]
        _write(canvas, table, edges, middle, text, from_left=head.left)
    canvas.line([(left, top + tall), (right, top + tall)])
    unit_id = table.held.unit_ids[at]
    days = (table.held.first, table.held.last) if unit_id else None
    canvas.spot(left, middle, right - left, tall, _told(table, at), unit_id, days)


def _write(
    canvas: Canvas,
    table: _Table,
    edges: tuple[float, float],
    y: float,
    text: str,
    *,
    from_left: bool = False,
) -> None:
    em, (left, right) = table.em, edges
    room = right - left - 2 * _PAD * em
    lines = wrapped(text, room, table.body)
    if len(lines) > _LINES:
        rest = "".join(lines[_LINES - 1 :])
        lines = [*lines[: _LINES - 1], elided(rest, room, table.body)]
    y -= (len(lines) - 1) * _LEADING * em / 2
    for line in lines:
        if from_left:
            canvas.text(left + _PAD * em, y, line, size=table.body)
        else:
            canvas.text((left + right) / 2, y, line, size=table.body, side="center")
        y += _LEADING * em


def _told(table: _Table, at: int) -> str:
    """A row in words."""
    pairs = zip(table.held.table.columns, table.texts[at], strict=True)
    return "，".join(f"{head.text}{text}" for head, text in pairs if text)
