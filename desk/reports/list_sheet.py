"""Any list on the screen as an .xlsx workbook."""

from collections.abc import Sequence
from io import BytesIO

_WIDEST = 60


def list_workbook(title: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """One sheet with a frozen heading; every cell is text, so that no draft becomes a formula."""
    from openpyxl import Workbook  # noqa: PLC0415 - heavy, loaded on use
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - heavy, loaded on use

    book = Workbook()
    sheet = book.active
    assert sheet is not None  # noqa: S101 - a new workbook has one
    sheet.title = title[:31]
    for number, line in enumerate([headings, *rows], start=1):
        for place, text in enumerate(line, start=1):
            cell = sheet.cell(number, place, text)
            cell.data_type = "s"
    sheet.freeze_panes = "A2"
    for place, heading in enumerate(headings, start=1):
        longest = max([len(heading), *(len(row[place - 1]) for row in rows[:500])])
        sheet.column_dimensions[get_column_letter(place)].width = min(_WIDEST, 2 * longest + 2)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
