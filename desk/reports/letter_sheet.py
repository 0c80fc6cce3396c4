"""A letter to a unit as an .xlsx sheet, for units that keep their own tables."""

from collections.abc import Iterator

from desk.reports.letter import Letter, LineKind
from desk.reports.workbook import Column, Sheet, workbook_bytes


def letter_xlsx(letter: Letter) -> bytes:
    """One sheet: the part a line belongs to, and the line; equal letters give equal bytes."""
    columns = (Column("部分", 24), Column("内容", 110))
    title = f"{letter.title}　{letter.to}"
    return workbook_bytes([Sheet(letter.title[:10], title, columns, _rows(letter))])


def _rows(letter: Letter) -> Iterator[tuple[str, str]]:
    part = "情况"
    for line in letter.lines:
        if line.kind is LineKind.HEADING:
            part = line.text
        else:
            yield part, line.text
    yield "落款", f"{letter.office}　{letter.dated}"
