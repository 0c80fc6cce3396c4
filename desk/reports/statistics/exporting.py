"""Statistics tables of one layout or of all in a workbook."""

from collections.abc import Iterable, Iterator

from desk.jobs import Job, Progress, finish
from desk.reports.stat_workbook import TableSheet, writing
from desk.reports.statistics.building import laid_out
from desk.reports.statistics.catalogue import Catalogue, catalogue
from desk.reports.statistics.graphs import graphs
from desk.reports.statistics.layout import TableLayout
from desk.surveys.survey import Survey


def all_tables(survey: Survey, layouts: Iterable[TableLayout]) -> bytes:
    """The tables of layouts with native charts in one workbook."""
    return finish(exporting(survey, layouts))


def exporting(survey: Survey, layouts: Iterable[TableLayout], *, charts: bool = True) -> Job[bytes]:
    """The same step by step; without charts where they are not wanted."""
    yield Progress(0, 1, "正在排统计表")
    found = catalogue(survey)
    sheets = [sheet for layout in layouts for sheet in sheets_of(found, layout)]
    return (yield from writing(sheets, graphs(survey) if charts else ()))


def sheets_of(found: Catalogue, layout: TableLayout) -> Iterator[TableSheet]:
    """The tables of a layout as sheets: named by it, and by group where there are several."""
    tables = laid_out(found, layout)
    for at, one in enumerate(tables, start=1):
        name = layout.name if len(tables) == 1 else f"{layout.name}{at}"
        yield TableSheet(name, one.table)
