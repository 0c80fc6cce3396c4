"""Tables as one .xlsx workbook, a sheet each; every line is whole, so that it can be filtered."""

import re
from collections.abc import Iterator, Sequence

from desk.reports.register import Register
from desk.reports.workbook import Column, Sheet, workbook_bytes

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")  # in the name of a sheet
_CHARACTERS = 31
_MM_A_CHARACTER = 1.9
_FREE = 60.0


def register_workbook(registers: Sequence[tuple[str, Register]]) -> bytes:
    """Write tables under the names of their sheets."""
    names = sheet_names([name for name, _ in registers])
    sheets = []
    for name, (_, register) in zip(names, registers, strict=True):
        columns = [
            Column(one.text, _width(one.width), centred=one.centred) for one in register.headings
        ]
        lines = [line for part in register.parts for line in part.lines]
        sheets.append(Sheet(name, register.title, columns, lines))
    return workbook_bytes(sheets)


def sheet_names(names: Sequence[str]) -> Iterator[str]:
    """Names that a workbook takes: short, without some signs, each once."""
    given: set[str] = set()
    for wanted in names:
        plain = _FORBIDDEN.sub("_", wanted).strip("'")[:_CHARACTERS] or "表"
        name, again = plain, 2
        while name.casefold() in given:
            mark = f"（{again}）"
            name, again = plain[: _CHARACTERS - len(mark)] + mark, again + 1
        given.add(name.casefold())
        yield name


def _width(mm: float) -> float:
    return round(mm / _MM_A_CHARACTER + 2, 1) if mm else _FREE
