"""Tables for an .xlsx file; the writer comes when one is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desk.stat_table import Value

__all__ = ("Column", "Sheet", "Value", "workbook_bytes")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in characters, how its numbers are shown, where they stand."""

    head: str
    width: float
    shown: str = "General"
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table under a title line."""

    name: str
    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Value]]


def workbook_bytes(sheets: Iterable[Sheet]) -> bytes:
    """Write tables as an .xlsx file; the same tables give the same bytes."""
    from desk.reports import workbook_file  # noqa: PLC0415 - brings openpyxl, loaded on use

    return workbook_file.write(sheets)
