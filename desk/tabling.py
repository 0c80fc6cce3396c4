"""Change the rows and columns of a table, and carry its cells to and from other programs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape

from desk.body import Table

Rows = tuple[tuple[str, ...], ...]
MOST_ROWS, MOST_COLUMNS = 2_000, 200  # what a table of an information may hold at all
_MOST_HEADERS = 5
_BREAKS = re.compile(
    r"[ \t\xa0]*[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+[ \t\xa0]*|[\x00\ud800-\udfff]"
)
_CELL = re.compile(
    r'(?:"(?P<quoted>(?:[^"]|"")*[\t\n](?:[^"]|"")*)"(?=[\t\n]|\Z)'
    r'|"(?P<doubled>[^"\t\n]*(?:""[^"\t\n]*)+)"(?=[\t\n]|\Z)|(?P<bare>[^\t\n]*))'
    r"(?P<end>[\t\n]|\Z)"
)


def blank(rows: int, columns: int) -> Table:
    """A table of empty cells under one row of headings."""
    return Table((("",) * columns,) * rows, min(1, rows))


def plain_cell(text: str) -> str:
    """A cell's text as the model keeps it: one line, no blanks around it."""
    return _BREAKS.sub(" ", text.strip())


def with_cell(table: Table, row: int, column: int, text: str) -> Table:
    """The table with another text in one cell."""
    cells = (*table.rows[row][:column], text, *table.rows[row][column + 1 :])
    return replace(table, rows=(*table.rows[:row], cells, *table.rows[row + 1 :]))


def with_row(table: Table, at: int) -> Table:
    """The table with an empty row before row ``at``; one among the headings is a heading."""
    if len(table.rows) >= MOST_ROWS:
        return table
    rows = (*table.rows[:at], ("",) * _width(table), *table.rows[at:])
    return replace(table, rows=rows, header_rows=table.header_rows + (at < table.header_rows))


def without_rows(table: Table, chosen: Iterable[int]) -> Table:
    """The table without some of its rows; the last one stays."""
    gone = set(chosen)
    rows = tuple(row for at, row in enumerate(table.rows) if at not in gone)
    if not rows:
        return replace(table, rows=(("",) * _width(table),), header_rows=min(1, table.header_rows))
    headers = table.header_rows - sum(at in gone for at in range(table.header_rows))
    return replace(table, rows=rows, header_rows=headers)


def with_column(table: Table, at: int) -> Table:
    """The table with an empty column before column ``at``."""
    if _width(table) >= MOST_COLUMNS:
        return table
    return replace(table, rows=tuple((*row[:at], "", *row[at:]) for row in table.rows))


def without_columns(table: Table, chosen: Iterable[int]) -> Table:
    """The table without some of its columns; the last one stays."""
    gone = set(chosen)
    kept = [at for at in range(_width(table)) if at not in gone]
    if not kept:
        return replace(table, rows=(("",),) * len(table.rows))
    return replace(table, rows=tuple(tuple(row[at] for at in kept) for row in table.rows))


def with_headers(table: Table, count: int) -> Table:
    """The table with so many rows of headings."""
    return replace(table, header_rows=max(0, min(count, len(table.rows), _MOST_HEADERS)))


def with_block(table: Table, row: int, column: int, block: Rows) -> Table:
    """The table with a block of cells laid over it from one cell on; it grows where it must."""
    deep = min(len(block), MOST_ROWS - row)
    wide = min(max(map(len, block), default=0), MOST_COLUMNS - column)
    width = max(_width(table), column + wide)
    rows = [[*old, *[""] * (width - len(old))] for old in table.rows]
    rows += [[""] * width for _ in range(row + deep - len(rows))]
    for at, cells in enumerate(block[:deep], start=row):
        kept = cells[:wide]
        rows[at][column : column + len(kept)] = kept
    return replace(table, rows=tuple(map(tuple, rows)))


def cleared(table: Table, cells: Iterable[tuple[int, int]]) -> Table:
    """The table with some cells emptied."""
    rows = [list(row) for row in table.rows]
    for row, column in cells:
        rows[row][column] = ""
    return replace(table, rows=tuple(map(tuple, rows)))


def cells_of(text: str) -> Rows:
    """The cells of copied text: tabs part columns, line feeds rows.

    Spreadsheets put a cell in quotes where it holds a tab, a line feed or a quote itself.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows: list[list[str]] = [[]]
    for found in _CELL.finditer(lines):
        quoted = found["quoted"] or found["doubled"]
        rows[-1].append(plain_cell(quoted.replace('""', '"') if quoted else found["bare"]))
        if found["end"] == "\n":
            if len(rows) == MOST_ROWS:
                break
            rows.append([])
        elif not found["end"]:
            break
    return even(rows)


def even(rows: Iterable[Sequence[str]]) -> Rows:
    """Rows made equally long by empty cells."""
    found = [tuple(row[:MOST_COLUMNS]) for row in rows]
    width = max(map(len, found), default=0)
    return tuple(row + ("",) * (width - len(row)) for row in found)


def as_text(rows: Rows) -> str:
    """Cells for the clipboard, as spreadsheets take them."""
    return "\n".join("\t".join(map(_copied, row)) for row in rows)


def _copied(cell: str) -> str:
    """A cell that begins with a quote in quotes, or it would join the next ones."""
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if cell.startswith('"') else cell


def as_html(rows: Rows) -> str:
    """Cells for the clipboard, as Word and WPS take them."""
    lines = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    return f"<table border=1>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def _width(table: Table) -> int:
    return len(table.rows[0]) if table.rows else 1
