"""Tables for other programs: .csv that Excel reads as UTF-8, no cell of which is a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
_BOM = "\ufeff"  # or Excel takes the file for GBK


def csv_bytes(rows: Iterable[Sequence[object]]) -> bytes:
    """The rows, the headings first; an apostrophe stands before what would be reckoned."""
    out = StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(
        [_cell(value) for value in row] for row in rows
    )
    return (_BOM + out.getvalue()).encode()


def _cell(value: object) -> str:
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
