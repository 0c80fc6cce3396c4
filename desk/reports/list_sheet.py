"""Any list on the screen as an .xlsx workbook."""

import re
from collections.abc import Sequence

from desk.reports.workbook import Column, Sheet, workbook_bytes

_WIDEST = 60
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")  # in the name of a sheet


def list_workbook(title: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """One sheet with the list's texts under its headings."""
    columns = [
        Column(heading, _width([heading, *(row[place] for row in rows)]))
        for place, heading in enumerate(headings)
    ]
    return workbook_bytes([Sheet(_FORBIDDEN.sub("_", title)[:31], title, columns, rows)])


def _width(texts: Sequence[str]) -> float:
    """Wide enough for the longest text, in half characters."""
    return min(_WIDEST, 2 * max(map(len, texts)) + 2)
