"""Native Excel charts: their figures on one sheet, the charts that refer to them on another."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.legend import Legend
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.title import title_maker
from openpyxl.drawing.line import LineProperties
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from desk.reports.stat_workbook import Graph, Kind
from desk.reports.workbook_file import BOX, CENTRE, HEAD_FILL, number_pages, value_cell
from desk.stat_table import PERCENT

CHARTS, FIGURES = "图表", "图表数据"
_COLOURS = ("1F5FA8", "C9CED6", "D9822B")  # apart in grey too
_LINES = ("1F5FA8", "6B7480", "D9822B")
_WIDTH, _HEIGHT, _LEAST = 25, 11, 9  # cm
_ROW = 0.53  # cm, a row of the sheet
_SCALE, _PAGE = 65, 37  # percent, and cm of charts on a page of that scale

Chart = BarChart | LineChart


def add(book: Workbook, graphs: Sequence[Graph]) -> None:
    """Add the sheet of charts and that of their figures to a workbook."""
    charts = book.create_sheet(CHARTS)
    figures = book.create_sheet(FIGURES)
    place, used = 1, 0.0
    for graph in graphs:
        top = 1 if figures.max_row == 1 else figures.max_row + 2
        _put_figures(figures, graph, top)
        chart = _chart(graph, figures, top + 1)
        if used and used + chart.height > _PAGE:
            charts.row_breaks.append(Break(id=place - 2))
            used = 0.0
        charts.add_chart(chart, f"A{place}")
        place += round(chart.height / _ROW) + 2
        used += chart.height + 1
    _set_up(charts, figures)


def _set_up(charts: Worksheet, figures: Worksheet) -> None:
    """Charts keep their breaks, which fitting to a page would drop."""
    charts.sheet_view.showGridLines = False
    charts.page_setup.scale = _SCALE
    charts.page_margins.left = charts.page_margins.right = 0.5
    figures.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    figures.page_setup.fitToWidth, figures.page_setup.fitToHeight = 1, 0
    for page in (charts, figures):
        page.page_setup.paperSize, page.page_setup.orientation = 9, "portrait"
        number_pages(page)


def _put_figures(page: Worksheet, graph: Graph, top: int) -> None:
    table = graph.table
    _put(page.cell(top, 1), value_cell(page, table.title, "General"))
    page.cell(top, 1).font = Font(bold=True)
    for column, head in enumerate(table.columns, start=1):
        letter = get_column_letter(column)
        page.column_dimensions[letter].width = max(12, head.width)
        headed = page.cell(top + 1, column)
        _put(headed, value_cell(page, head.text, "General"))
        headed.fill, headed.border, headed.alignment = HEAD_FILL, BOX, CENTRE
    for at, row in enumerate(table.rows):
        for column, (head, value) in enumerate(zip(table.columns, row, strict=True), start=1):
            made = value_cell(page, value, head.shown)
            cell = page.cell(top + 2 + at, column)
            _put(cell, made)
            cell.border = BOX


def _put(cell: Cell | MergedCell, made: Cell) -> None:
    """Show in a cell what another has, a text that begins with = as text."""
    cell.value, cell.data_type = made.value, made.data_type
    cell.number_format, cell.quotePrefix = made.number_format, made.quotePrefix


def _chart(graph: Graph, page: Worksheet, head_row: int) -> Chart:
    table = graph.table
    count, series = len(table.rows), len(table.columns) - 1
    chart: Chart = LineChart() if graph.kind is Kind.LINES else BarChart()
    first = series if graph.kind is not Kind.COMPARED else series - 1
    _add_series(chart, page, head_row, (2, 1 + first), count)
    chart.title, chart.legend = title_maker(table.title), Legend(legendPos="b")
    chart.title.overlay = False  # else some programs draw the bars below it
    chart.width, chart.height = _WIDTH, _HEIGHT
    is_rate = table.columns[1].shown.endswith("%")
    for axis in (chart.x_axis, chart.y_axis):
        axis.delete = False  # openpyxl leaves axes out unless told
    chart.x_axis.tickLblPos = "low"  # beside the chart, not on bars below zero
    chart.y_axis.number_format = PERCENT.replace(".0", "") if is_rate else "General"
    chart.y_axis.majorGridlines = _grid()
    if isinstance(chart, BarChart):
        _bars(chart, graph, count)
    if graph.kind is Kind.COMPARED:
        _line_over(chart, page, head_row, 2 + first, count)
    return chart


def _add_series(
    chart: Chart, page: Worksheet, head_row: int, columns: tuple[int, int], count: int
) -> None:
    last = head_row + count
    data = Reference(page, min_col=columns[0], max_col=columns[1], min_row=head_row, max_row=last)
    chart.add_data(data, titles_from_data=True)
    colours = _LINES if isinstance(chart, LineChart) else _COLOURS
    chart.set_categories(Reference(page, min_col=1, min_row=head_row + 1, max_row=last))
    for one, colour in zip(chart.series, colours, strict=False):
        one.graphicalProperties = GraphicalProperties(
            solidFill=colour, ln=LineProperties(solidFill=colour, w=22000)
        )
        one.smooth = False


def _bars(chart: BarChart, graph: Graph, count: int) -> None:
    chart.gapWidth = 40
    if graph.kind is Kind.BARS:
        chart.type = "bar"  # lying, so that long names stand in full
        chart.height = max(_LEAST, 4 + count * 3 // 4)
        chart.x_axis.scaling.orientation = "maxMin"  # the first one on top
        chart.y_axis.crosses = "max"
        chart.series[0].dLbls = DataLabelList(showVal=True, showSerName=False, showCatName=False,
                                         showLegendKey=False)  # fmt: skip


def _line_over(chart: Chart, page: Worksheet, head_row: int, column: int, count: int) -> None:
    """The last column as a line over the bars, as the pace that all are measured by."""
    line = LineChart()
    _add_series(line, page, head_row, (column, column), count)
    line.series[0].graphicalProperties = GraphicalProperties(
        ln=LineProperties(solidFill=_COLOURS[2], w=28000, prstDash="dash")
    )
    chart += line


def _grid() -> ChartLines:
    return ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill="E3E6EA", w=6000)))
