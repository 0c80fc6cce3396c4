"""Set the form of an approval slip: rows of cells with broken lines, in points, on its pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from desk.layout.fonts import Face, Fonts
from desk.layout.grid import MM, WIDTH
from desk.layout.model import PADDING, Align, Line, Look, Piece
from desk.layout.setting import clean, set_lines, trim
from desk.office_clock import minute_words
from desk.reports.approval_slip import (
    LONGEST_OPINION,
    LONGEST_REMARK,
    Box,
    Slip,
    shortened,
    signature,
)

TOP, BOTTOM = 22 * MM, 23 * MM  # margins of the form's pages
ROOM = 297 * MM - TOP - BOTTOM
LINE = 1.32  # from line to line in a cell, in em
AIR = 5.0  # above and below a cell's text
HEAD_GAP, META_GAP = 6.0, 4.0
_LABEL, _HALF = 74.0, 147.1
_SIZE, _TITLE_SIZE, _SMALL = 12.0, 14.0, 10.5
_HEAD_SIZES = (22.0, 20.0, 18.0, 16.0)
_ROW, _BOX, _REMARK = 26.0, 58.0, 34.0  # least heights
_TALLEST_ROW, _TALLEST_BOX, _TALLEST_REMARK = 36.0, 210.0, 130.0
_DEEDS = ("审核", "审签", "审定", "审阅", "签发", "会签")  # what stages end with: kept in one line


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph in a cell: its look and its lines."""

    pieces: tuple[Piece, ...]
    look: Look
    lines: tuple[Line, ...]

    @property
    def pitch(self) -> float:
        """From line to line, in points."""
        return self.look.size * LINE

    @property
    def height(self) -> float:
        """All its lines, in points."""
        return self.pitch * len(self.lines)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; ``foot`` stands at its lower edge, and then the rest at its upper one."""

    width: float
    words: tuple[Words, ...]
    foot: Words | None = None

    @property
    def height(self) -> float:
        """The least height that holds it."""
        parts = (*self.words, *((self.foot,) if self.foot else ()))
        return 2 * AIR + sum((part.height for part in parts), 0.0)


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of the form."""

    cells: tuple[Cell, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Form:
    """The form: its heading, the line below it, and its rows on one page or more."""

    heading: Words
    meta: tuple[Words, Words]
    pages: tuple[tuple[FormRow, ...], ...]

    @property
    def top(self) -> float:
        """From the upper margin to the first row of the first page."""
        return self.heading.height + HEAD_GAP + self.meta[0].height + META_GAP


def set_form(slip: Slip, fonts: Fonts) -> Form:
    """Set the form of a slip; where it fills no page, the boxes grow."""
    setter = _Setter(fonts)
    heading = setter.heading(clean(slip.heading))
    meta = (
        setter.words(f"编号：{slip.number}", WIDTH / 2, Look(_SMALL, 0.0, Align.LEFT)),
        setter.words(
            f"打印时间：{minute_words(slip.printed)}",
            WIDTH / 2,
            Look(_SMALL, 0.0, Align.RIGHT),
        ),
    )
    form = Form(heading, meta, ())
    fields = [setter.field_row(row) for row in slip.fields]
    boxes = [setter.box_row(box) for box in slip.boxes]
    remark = setter.remark_row(slip.remark)
    rows = _grown(fields, boxes, remark, ROOM - form.top)
    pages = tuple(_pages(rows, form.top))
    if not slip.remark and pages[-1] == (remark,):  # an empty row is not worth a sheet
        pages = pages[:-1]
    return replace(form, pages=pages)


def _grown(
    fields: list[FormRow], boxes: list[FormRow], remark: FormRow, room: float
) -> list[FormRow]:
    """All rows, higher where there is room: most of it goes to those who sign."""
    spare = room - sum(row.height for row in (*fields, *boxes, remark)) - 1.0
    share = max(0.0, spare) / (len(boxes) + 1)
    boxes = [_stretched(row, share, _TALLEST_BOX) for row in boxes]
    remark = _stretched(remark, share, _TALLEST_REMARK)
    left = room - sum(row.height for row in (*fields, *boxes, remark)) - 1.0
    fields = [_stretched(row, max(0.0, left) / len(fields), _TALLEST_ROW) for row in fields]
    return [*fields, *boxes, remark]


def _stretched(row: FormRow, by: float, most: float) -> FormRow:
    return replace(row, height=round(max(row.height, min(row.height + by, most)), 2))


def _pages(rows: Iterable[FormRow], top: float) -> Iterator[tuple[FormRow, ...]]:
    """The rows page by page; none is cut."""
    page: list[FormRow] = []
    used = top
    for row in rows:
        if page and used + row.height > ROOM:
            yield tuple(page)
            page, used = [], 0.0
        page.append(row)
        used += row.height
    yield tuple(page)


@dataclass(frozen=True, slots=True)
class _Setter:
    """Breaks texts into the lines of their cells."""

    fonts: Fonts

    def words(self, text: str, width: float, look: Look, face: Face = Face.FANG) -> Words:
        pieces = trim([Piece(clean(text), face)])
        return Words(pieces, look, set_lines(pieces, look, self.fonts, width) if pieces else ())

    def heading(self, text: str) -> Words:
        """The form's name in the largest size that one line holds."""
        tries = [
            self.words(text, WIDTH, Look(size, 0.0, Align.CENTER), Face.TITLE)
            for size in _HEAD_SIZES
        ]
        return next((one for one in tries if len(one.lines) == 1), tries[-1])

    def field_row(self, fields: tuple[tuple[str, str], ...]) -> FormRow:
        width = _HALF if len(fields) > 1 else WIDTH - _LABEL
        cells: list[Cell] = []
        for label, value in fields:
            is_title = not cells and label == "标　　题"
            look = Look(_TITLE_SIZE if is_title else _SIZE, 0.0, Align.LEFT)
            face = Face.TITLE if is_title else Face.FANG
            words = self.words(value, width - 2 * PADDING, look, face)
            cells += [self._label(label), Cell(width, (words,) if words.lines else ())]
        return _row(cells, _ROW)

    def box_row(self, box: Box) -> FormRow:
        width = WIDTH - _LABEL
        room = width - 2 * PADDING
        left = Look(_SIZE, 0.0, Align.LEFT)
        opinion = self.words(shortened(box.opinion, LONGEST_OPINION), room, left)
        foot = self.words(signature(box), room, Look(_SIZE, 0.0, Align.RIGHT, right=_SIZE))
        value = Cell(width, (opinion,) if opinion.lines else (), foot)
        return _row([self._label(box.stage, box.asked), value], _BOX)

    def remark_row(self, remark: str) -> FormRow:
        width = WIDTH - _LABEL
        look = Look(_SIZE, 0.0, Align.LEFT)
        words = self.words(shortened(remark, LONGEST_REMARK), width - 2 * PADDING, look)
        cell = Cell(width, (words,) if words.lines else ())
        return _row([self._label("备　　注"), cell], _REMARK)

    def _label(self, text: str, below: str = "") -> Cell:
        room = _LABEL - 2 * PADDING
        name = self._name(text, room)
        small = Look(_SMALL, 0.0, Align.CENTER)
        asked = self.words(f"（{below}）" if below else "", room, small, Face.KAI)
        return Cell(_LABEL, tuple(one for one in (*name, asked) if one.lines))

    def _name(self, text: str, room: float) -> list[Words]:
        """A stage's name in a line, else its desk in one and its deed below: 办公室主任／审签."""
        head = text[:-2] if text.endswith(_DEEDS) else text
        looks = [Look(size, 0.0, Align.CENTER) for size in (_SIZE, _SMALL)]
        whole = self.words(text, room, looks[0], Face.HEI)
        if len(whole.lines) <= 1:
            return [whole]
        for look in looks:
            parts = [self.words(part, room, look, Face.HEI) for part in (head, text[len(head) :])]
            if all(len(part.lines) <= 1 for part in parts):
                return parts
        return [whole]


def _row(cells: list[Cell], least: float) -> FormRow:
    return FormRow(tuple(cells), round(max(least, *(cell.height for cell in cells)), 2))
