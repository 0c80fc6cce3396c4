"""Write statistics tables as .xlsx: merged heads, frozen panes, print titles, charts on cells."""

from collections.abc import Sequence
from copy import copy
from datetime import date
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from desk.jobs import Job, Progress
from desk.reports.stat_workbook import Graph, TableSheet
from desk.reports.workbook_file import BOX, CENTRE, HEAD_FILL, number_pages, saved, value_cell
from desk.stat_table import HeadCell, StatTable

_HEAD_ALIGNED = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
_NOTE = Alignment(horizontal="left", vertical="top", wrap_text=True)
_SUM_FILL = PatternFill("solid", fgColor="F6F7F8")
_FACE = "宋体"
_TITLE, _SMALL = Font(name="黑体", size=16), Font(name=_FACE, size=10)
_PLAIN, _STRONG = Font(name=_FACE, size=11), Font(name=_FACE, size=11, bold=True)
_LINE = 15.0  # points, the height of a line
_A4, _A3 = 9, 8
_WIDE = "\u2e80"  # from here on signs are as wide as two digits
_UPRIGHT, _ACROSS = 100, 200  # widths that A4 takes without becoming too small to read


def writing(sheets: Sequence[TableSheet], graphs: Sequence[Graph]) -> Job[bytes]:
    """Write the file sheet by sheet; the same tables and graphs give the same bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for at, one in enumerate(sheets):
        yield Progress(at, len(sheets) + 1, f"正在写{one.name}")
        fill(book.create_sheet(one.name), one.table)
    yield Progress(len(sheets), len(sheets) + 1, "正在写文件")
    if graphs:
        from desk.reports import stat_workbook_charts as charts  # noqa: PLC0415 - only where asked for

        charts.add(book, graphs)
    if not book.worksheets:
        book.create_sheet("表")
    return saved(book)


def fill(page: Worksheet, table: StatTable) -> None:
    """Put a table on a sheet: title, heads, rows, note."""
    width = max(1, len(table.columns))
    for at, head in enumerate(table.columns, start=1):
        page.column_dimensions[get_column_letter(at)].width = head.width + 1
    _merge(page, (1, 1, width), table.title, _TITLE, CENTRE)
    page.row_dimensions[1].height = 30
    _heads(page, table)
    _rows(page, table)
    if table.note:
        _note(page, table, 2 + table.head_rows + len(table.rows), width)
    _set_up(page, table, width)


def _heads(page: Worksheet, table: StatTable) -> None:
    for at in range(table.head_rows):
        page.row_dimensions[2 + at].height = _head_height(table, at)
        for column in range(len(table.columns)):
            _head_look(page.cell(2 + at, 1 + column))
    for one in table.head_cells:
        row, column = 2 + one.row, 1 + one.column
        cell = page.cell(row, column)
        made = value_cell(page, one.text, "General")
        cell.value, cell.data_type, cell.quotePrefix = made.value, "s", made.quotePrefix
        if one.across > 1 or one.down > 1:
            page.merge_cells(
                start_row=row,
                start_column=column,
                end_row=row + one.down - 1,
                end_column=column + one.across - 1,
            )


def _head_look(cell: Cell | MergedCell) -> None:
    cell.font, cell.fill, cell.border = _STRONG, HEAD_FILL, BOX
    cell.alignment = _HEAD_ALIGNED


def _head_height(table: StatTable, row: int) -> float:
    """Room for the longest head of a row, broken where its columns end."""
    needed = [
        ceil(_lines(one.text, _width(table, one)) / one.down)
        for one in table.head_cells
        if one.row <= row < one.row + one.down
    ]
    return 4 + _LINE * max(needed, default=1)


def _width(table: StatTable, one: HeadCell) -> float:
    return sum(head.width for head in table.columns[one.column : one.column + one.across])


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column: a Chinese character is as wide as two digits."""
    wide = sum(2.0 if sign >= _WIDE else 1.05 for sign in text)
    return max(1, ceil(wide / max(1.0, width + 0.5)))


def _rows(page: Worksheet, table: StatTable) -> None:
    """All rows; cells that look alike share a style, which takes long to make."""
    heads, first = table.columns, 2 + table.head_rows
    looks: dict[tuple[object, ...], StyleArray] = {}
    for at, row in enumerate(table.rows):
        strong, shown, lines = at in table.strong, table.shown_in(at), 1
        for column, (head, value) in enumerate(zip(heads, row, strict=True), start=1):
            made = value_cell(page, value, "General")
            cell: Any = page.cell(first + at, column)  # the stubs know of no _style
            cell.value, cell.data_type = made.value, made.data_type
            form = made.number_format if isinstance(value, date) else shown or head.shown
            key = form, head.left, strong, made.quotePrefix
            if key not in looks:
                looks[key] = _look(page, form, left=head.left, strong=strong)
                looks[key].quotePrefix = int(made.quotePrefix)
            cell._style = looks[key]  # noqa: SLF001 - no call sets all of a cell's looks at once
            if isinstance(value, str):
                lines = max(lines, _lines(value, head.width))
        page.row_dimensions[first + at].height = 3 + _LINE * lines


def _look(page: Worksheet, shown: str, *, left: bool, strong: bool) -> StyleArray:
    """What cells of a kind look like."""
    cell: Any = Cell(page, 1, 1)
    cell.number_format, cell.border = shown, BOX
    cell.alignment, cell.font = _LEFT if left else CENTRE, _STRONG if strong else _PLAIN
    if strong:
        cell.fill = _SUM_FILL
    found: StyleArray = copy(cell._style)  # noqa: SLF001 - as above
    return found


def _note(page: Worksheet, table: StatTable, row: int, width: int) -> None:
    room = sum(head.width + 1 for head in table.columns)
    _merge(page, (row, 1, width), f"注：{table.note}", _SMALL, _NOTE)
    page.row_dimensions[row].height = 4 + _LINE * _lines(table.note, room * 1.05)


def _merge(
    page: Worksheet, place: tuple[int, int, int], text: str, font: Font, alignment: Alignment
) -> None:
    """A text over several columns of a row: its row, first and last column."""
    row, first, last = place
    made = value_cell(page, text, "General")
    cell = page.cell(row, first)
    cell.value, cell.data_type, cell.quotePrefix = made.value, made.data_type, made.quotePrefix
    cell.font, cell.alignment = font, alignment
    if last > first:
        page.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)


def _set_up(page: Worksheet, table: StatTable, width: int) -> None:
    named = next((at for at, head in enumerate(table.columns[:3], start=1) if head.left), 0)
    first = 2 + table.head_rows
    page.freeze_panes = f"{get_column_letter(named + 1)}{first}"
    page.print_title_rows = f"1:{first - 1}"
    if named:
        page.print_title_cols = f"A:{get_column_letter(named)}"
    room = sum(head.width + 1 for head in table.columns)
    page.page_setup.orientation = "portrait" if room <= _UPRIGHT else "landscape"
    page.page_setup.paperSize = _A4 if room <= _ACROSS else _A3
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.page_margins.left = page.page_margins.right = 0.4
    page.print_options.horizontalCentered = True
    page.print_area = f"A1:{get_column_letter(width)}{page.max_row}"
    number_pages(page)
