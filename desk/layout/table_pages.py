"""Statistics tables alone on A4 pages: each from a new page on, wide ones across."""

import json
from collections.abc import Sequence
from datetime import date

from desk.layout.content import About
from desk.layout.drawing import Mark, draw
from desk.layout.fonts import Fonts, installed_fonts
from desk.layout.grid import ACROSS, UPRIGHT, Grid
from desk.layout.model import Layout
from desk.layout.paging import paginate
from desk.layout.pdf import engine, page_data
from desk.layout.stat_columns import TRIES, fit
from desk.layout.stat_tables import stat_blocks
from desk.paths import RESOURCES
from desk.stat_table import StatTable

_TEMPLATES = RESOURCES / "templates"
_PAGE = _TEMPLATES / "_document" / "page.typ"
_READABLE = 10.5  # points that a table should have on an upright page, else it lies across


def tables_pdf(tables: Sequence[StatTable], office: str, day: date) -> bytes:
    """Print tables as PDF/A-2b; needs at least one with columns. Equal input, equal bytes."""
    fonts = installed_fonts()
    pages: list[Mark] = []
    for table in tables:
        grid = _grid(table, fonts)
        paged = paginate(Layout(stat_blocks(table, fonts, grid), ()), grid.lines)
        drawn = draw(paged, grid, fonts, len(pages) + 1)
        pages += [page | {"paper": grid.paper_mm} for page in drawn]
    data = page_data(About(tables[0].title, office, day), pages, fonts)
    inputs = {"issue": json.dumps(data, ensure_ascii=False)}
    return engine(fonts, _TEMPLATES).compile(_PAGE, inputs, day)


def _grid(table: StatTable, fonts: Fonts) -> Grid:
    found = fit(table, fonts, UPRIGHT.width)
    return UPRIGHT if found and TRIES[found[0]][0] >= _READABLE else ACROSS
