"""Build the statistics tables of a survey as a layout has them."""

from dataclasses import replace

from desk.reports.statistics.by_rows import by_rows
from desk.reports.statistics.catalogue import Catalogue, catalogue
from desk.reports.statistics.layout import Form, TableLayout
from desk.reports.statistics.merging import by_figures
from desk.reports.statistics.notes import note_of
from desk.reports.statistics.parts import Laid
from desk.reports.statistics.transposing import by_columns
from desk.stat_table import StatTable
from desk.surveys.survey import Survey

_BUILD = {Form.UNITS: by_rows, Form.TRANSPOSED: by_columns, Form.MERGED: by_figures}


def statistics(survey: Survey, layout: TableLayout) -> tuple[StatTable, ...]:
    """The tables of a layout: one, or one a group."""
    return tuple(one.table for one in laid_out(catalogue(survey), layout))


def laid_out(found: Catalogue, layout: TableLayout) -> tuple[Laid, ...]:
    """The tables of a layout, with the units their rows or columns are of."""
    tables = list(_BUILD[layout.form](found, layout)) or [Laid(StatTable(layout.name, (), ()))]
    note = note_of(layout, found)
    last = replace(tables[-1].table, note="　".join(filter(None, (tables[-1].table.note, note))))
    return (*tables[:-1], replace(tables[-1], table=last))
