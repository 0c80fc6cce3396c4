"""Write tables as .xlsx: frozen head, widths, A4 across, no formula from data."""

import re
from collections.abc import Iterable
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter
from typing_extensions import override

from desk.reports.workbook import Column, Sheet, Value

HEAD_FILL = PatternFill("solid", fgColor="EEF0F2")
_THIN = Side("thin", color="B9BDC2")
BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
CENTRE = Alignment(horizontal="center", vertical="center")
_FORMULA_STARTS = ("=", "+", "-", "@")


def write(sheets: Iterable[Sheet]) -> bytes:
    """Write tables as an .xlsx file; the same tables give the same bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _fill(book.create_sheet(sheet.name), sheet)
    return saved(book)


def _fill(page: Worksheet, sheet: Sheet) -> None:
    # Cells are made at A1; append gives them their places.
    page.append([value_cell(page, sheet.title, "General")])
    page["A1"].font = Font(size=14)
    page.append([_head(page, column.head) for column in sheet.columns])
    for number, column in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(number)].width = column.width
    for row in sheet.rows:
        page.append([_boxed(page, *pair) for pair in zip(sheet.columns, row, strict=True)])
    _set_up_page(page, len(sheet.columns))


def _head(page: Worksheet, text: str) -> Cell:
    cell = value_cell(page, text, "General")  # some heads are names
    cell.font, cell.fill, cell.border = Font(bold=True), HEAD_FILL, BOX
    cell.alignment = CENTRE
    return cell


def _boxed(page: Worksheet, column: Column, value: Value) -> Cell:
    cell = value_cell(page, value, column.shown)
    cell.border = BOX
    if column.centred:
        cell.alignment = CENTRE
    return cell


def value_cell(page: Worksheet, value: Value, shown: str) -> Cell:
    """A cell at A1 that shows a value; a text is never a formula."""
    if not isinstance(value, str):
        cell = Cell(page, 1, 1, value)
        cell.number_format = "yyyy-mm-dd" if isinstance(value, date) else shown
        return cell
    cell = Cell(page, 1, 1, ILLEGAL_CHARACTERS_RE.sub("", value))
    cell.data_type = "s"  # openpyxl takes a leading "=" for a formula
    if value.startswith(_FORMULA_STARTS):
        cell.quotePrefix = True  # so that editing the cell doesn't make it one either
    return cell


def _set_up_page(page: Worksheet, width: int) -> None:
    page.freeze_panes = "A3"
    page.auto_filter.ref = f"A2:{get_column_letter(width)}{max(page.max_row, 2)}"
    page.print_title_rows = "1:2"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9  # A4
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    number_pages(page)


def number_pages(page: Worksheet) -> None:
    """第 1 页，共 3 页 at the foot of each page."""
    footer = HeaderFooterItem()
    footer.center.text = "第 &P 页，共 &N 页"
    page.HeaderFooter.oddFooter = footer


class _InMemory(ExcelWriter):
    """Writes sheets without the temporary files openpyxl would leave in plain at a kill."""

    _archive: ZipFile

    @override
    def write_worksheet(self, ws: Any) -> None:  # what openpyxl keeps in a sheet has no types
        ws._drawing = SpreadsheetDrawing()  # noqa: SLF001
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images  # noqa: SLF001
        page = BytesIO()
        writer: Any = WorksheetWriter(ws, page)
        writer.write()
        ws._rels = writer._rels  # noqa: SLF001
        self._archive.writestr(ws.path[1:], page.getvalue())
        self.manifest.append(ws)


def saved(book: Workbook) -> bytes:
    """The file of a workbook, made in memory alone; the same cells give the same bytes."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        _InMemory(book, archive).save()
    return _timeless(buffer)


def _timeless(source: BytesIO) -> bytes:
    """Pack the file again without the times of packing."""
    target = BytesIO()
    with ZipFile(source) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z", data)
            entry = ZipInfo(name)
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, data)
    return target.getvalue()
