"""Set a table: column widths from its texts, two small lines to a grid line."""

from collections.abc import Sequence
from functools import lru_cache

from desk.body import Table
from desk.layout.fonts import Face, Fonts
from desk.layout.grid import WIDTH
from desk.layout.model import Align, Line, Look, Piece, Row, TableBlock
from desk.layout.setting import clean, set_lines

PADDING = 4.0  # on both sides of a cell's text
LINES_PER_ROW = 2  # text lines in one grid line
_SIZES = (12.0, 10.5, 9.0, 7.5)  # 小四 first; smaller where the columns would be too narrow
_NARROWEST = 3  # characters that a column should hold
_MOST_ROWS = 18  # a taller row goes on in the next one


@lru_cache(maxsize=256)
def set_table(table: Table, fonts: Fonts) -> TableBlock:
    """Set a table as wide as the text."""
    texts = [[clean(cell).strip() for cell in row] for row in table.rows]
    columns = max(len(row) for row in texts)
    texts = [row + [""] * (columns - len(row)) for row in texts]
    size = next(
        (size for size in _SIZES if columns * (_NARROWEST * size + 2 * PADDING) <= WIDTH),
        _SIZES[-1],
    )
    widths = _column_widths(texts, size, fonts)
    header = min(table.header_rows, len(texts) - 1)
    rows: list[Row] = []
    for at, row in enumerate(texts):
        face = Face.HEI if at < header else Face.FANG
        rows += _rows(
            [_cell(text, face, size, width, fonts) for text, width in zip(row, widths, strict=True)]
        )
    return TableBlock(widths, tuple(rows), header, size)


def _cell(text: str, face: Face, size: float, width: float, fonts: Fonts) -> tuple[Line, ...]:
    look = Look(size=size, tracking=0.0, align=Align.CENTER)
    return set_lines((Piece(text, face),), look, fonts, width - 2 * PADDING) if text else ()


def _rows(cells: list[tuple[Line, ...]]) -> list[Row]:
    """One row, or several where the cells hold more lines than a page takes."""
    most = _MOST_ROWS * LINES_PER_ROW
    count = max(1, *(len(cell) for cell in cells))
    parts = [tuple(cell[at : at + most] for cell in cells) for at in range(0, count, most)]
    return [
        Row(part, max(1, -(-max(len(cell) for cell in part) // LINES_PER_ROW))) for part in parts
    ]


def _column_widths(texts: Sequence[Sequence[str]], size: float, fonts: Fonts) -> tuple[float, ...]:
    """Share the width by what the columns hold, none narrower than its longest need allows."""
    wanted = [
        max(_text_width(row[at], size, fonts) for row in texts) + 2 * PADDING + size
        for at in range(len(texts[0]))
    ]
    least = min(WIDTH / len(wanted), _NARROWEST * size + 2 * PADDING)
    # A long text must not starve the others: what is beyond an even share counts less.
    share = WIDTH / len(wanted)
    weights = [max(least, min(want, share) + max(0.0, want - share) ** 0.75) for want in wanted]
    spare = WIDTH - least * len(weights)
    total = sum(weight - least for weight in weights)
    if total <= 0:
        return (share,) * len(weights)
    widths = [round(least + spare * (weight - least) / total, 2) for weight in weights]
    widths[-1] = round(WIDTH - sum(widths[:-1]), 2)
    return tuple(widths)


def _text_width(text: str, size: float, fonts: Fonts) -> float:
    return sum(fonts.advance(Face.FANG, char) for char in text) * size
