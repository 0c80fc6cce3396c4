"""A table as numbers: its totals by row and column, and its shares."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from desk.checks.sheets import Cell, Sheet
from desk.checks.sums import decimal

_NUMBER = re.compile(
    r"[约近]?(?P<digits>-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?P<rate>[%％])?[^\d%％./:：—～~-]{0,4}"
)
_EMPTY = re.compile(r"[\s\u3000—\-－/0无]*")
_SUM = re.compile(r"[（(]?(?:合|总|共|累)?\s*计[）)]?|总\s*数|合计数|总\s*量|共\s*计")
_SUBTOTAL = re.compile(r"小\s*计|[（(]?小计[）)]?")
_PART_OF = re.compile(r"[\s\u3000]*(?:其中|#|＃)")
_NO_SUM = re.compile(
    r"率|比|[%％‰]|均|增[长幅速]|降幅|排名|名次|位次|得分|分值|评分|序号|编号|年龄|指数|价|日期|年份|年度|时间|电话|同期|单位|等次|距离|倍"
)
_SHARE = re.compile(r"占比|比重|构成|份额|占总|占全")
_MEASURED = re.compile(r"[万亿]|吨|亩|公里|公顷|平方|立方|米|公斤|升")
_HEAD = re.compile(r"(?P<name>[^（(\d]{2,12})[（(](?P<unit>[^）)\d]{1,4})[）)]")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A cell that the others contradict; ``made`` is what they make."""

    cell: Cell
    parts: tuple[Cell, ...]
    label: str
    arithmetic: str
    made: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A number of a table with what its row and column are called."""

    cell: Cell
    value: Fraction
    slack: Fraction
    head: str  # of the column, without its unit
    unit: str  # printed with the head: 万元
    row: str  # "" for the total of the table


@dataclass(frozen=True, slots=True)
class _Figure:
    """The number of a cell; an empty one counts nothing."""

    cell: Cell
    value: Fraction
    slack: Fraction
    places: int
    is_rate: bool


@dataclass(frozen=True, slots=True)
class _Line:
    """A total with its parts along a row or a column."""

    whole: _Figure
    parts: tuple[_Figure, ...]
    label: str
    is_rounded: bool

    @property
    def made(self) -> Fraction:
        """What the parts make."""
        return sum((one.value for one in self.parts), Fraction(0))

    @property
    def fits(self) -> bool:
        """Whether the total is within what the printed precision allows."""
        slack = self.whole.slack + sum((one.slack for one in self.parts), Fraction(0))
        return abs(self.made - self.whole.value) <= (slack if self.is_rounded else 0)

    def mismatch(self) -> Mismatch:
        """The finding it makes."""
        parts = tuple(one for one in self.parts if one.value)
        made = decimal(self.made, max(one.places for one in (self.whole, *parts)))
        sum_ = "+".join(_printed(one) for one in parts)
        arithmetic = f"{sum_}={made}≠{_printed(self.whole)}"
        return Mismatch(
            self.whole.cell,
            tuple(one.cell for one in parts),
            self.label,
            arithmetic,
            self.whole.cell.text.replace(_printed(self.whole), made),
        )


def totals_in(sheet: Sheet) -> Iterator[Mismatch]:
    """Yield the totals of a table, by column and by row, that their parts don't make."""
    body = sheet.rows[sheet.header_rows :]
    if not body:
        return
    heads = tuple(_head(sheet, column) for column in range(len(sheet.rows[0])))
    found: dict[Cell, Mismatch] = {}
    for lines in (_by_column(sheet, body, heads), *_by_row(sheet, body, heads)):
        wrong = [line for line in lines if not line.fits]
        if len(wrong) * _LEAST <= len(lines) or (len(lines) <= _LEAST and _are_near(wrong)):
            for line in wrong:
                found.setdefault(line.whole.cell, line.mismatch())
    yield from found.values()


def shares_in(sheet: Sheet) -> Iterator[Mismatch]:
    """Yield the shares that aren't what part and total make, or that don't make 100 %."""
    body = sheet.rows[sheet.header_rows :]
    heads = tuple(_head(sheet, column) for column in range(len(sheet.rows[0]) if sheet.rows else 0))
    wholes = [row for row in body if _is_total(row)]
    rows = [row for row in body if not _is_total(row) and not _is_other(row)]
    if len(wholes) != 1 or len(rows) < _LEAST:
        return
    for column, head in enumerate(heads):
        base = _base_of(heads, column)
        if _SHARE.search(head) and base is not None:
            yield from _wrong_shares(rows, wholes[0], base, column)


def entries_in(sheet: Sheet) -> Iterator[Entry]:
    """Yield the numbers of a table whose columns are named and have a unit."""
    for column in range(1, len(sheet.rows[0]) if sheet.rows else 0):
        head = _head(sheet, column)
        named = _HEAD.fullmatch(head)
        if named is None or _NO_SUM.search(named["name"]):
            continue
        for row in sheet.rows[sheet.header_rows :]:
            figure = _figure(row[column])
            if figure and figure.value and not _is_other(row):
                label = "" if _is_total(row) else _label(row)
                yield Entry(
                    row[column], figure.value, figure.slack, named["name"], named["unit"], label
                )


def _head(sheet: Sheet, column: int) -> str:
    texts = [row[column].text for row in sheet.rows[: sheet.header_rows]]
    return "".join(dict.fromkeys(text.strip() for text in texts))


def _figure(cell: Cell) -> _Figure | None:
    """The number of a cell, nothing for a dash, None where it holds words."""
    text = cell.text.strip()
    if _EMPTY.fullmatch(text):
        return _Figure(cell, Fraction(0), Fraction(0), 0, is_rate=False)
    match = _NUMBER.fullmatch(text)
    if not match:
        return None
    digits = match["digits"].replace(",", "")
    places = len(digits.partition(".")[2])
    return _Figure(cell, Fraction(digits), Fraction(1, 2 * 10**places), places, bool(match["rate"]))


def _printed(figure: _Figure) -> str:
    match = _NUMBER.fullmatch(figure.cell.text.strip())
    return match["digits"] if match else "0"


def _label(row: Sequence[Cell]) -> str:
    """The words a row begins with; a number of its own comes first in many tables."""
    texts = [cell.text.strip() for cell in row[:2]]
    return next((text for text in texts if text and not text.isdecimal()), "")


def _is_total(row: Sequence[Cell]) -> bool:
    return bool(_SUM.fullmatch(_label(row)))


def _is_subtotal(row: Sequence[Cell]) -> bool:
    return any(_SUBTOTAL.fullmatch(cell.text.strip()) for cell in row[:2])


def _is_other(row: Sequence[Cell]) -> bool:
    """Whether a row is a subtotal or tells a part of the row above."""
    return _is_subtotal(row) or bool(_PART_OF.match(_label(row)))


def _by_column(sheet: Sheet, body: Sequence[tuple[Cell, ...]], heads: Sequence[str]) -> list[_Line]:
    """The totals at the foot or head of the columns, subtotals among them."""
    lines: list[_Line] = []
    details = [row for row in body if not _is_total(row) and not _is_other(row)]
    for whole in (row for row in body if _is_total(row)):
        lines += _lines_of(sheet, heads, whole, details)
    since = 0
    for place, row in enumerate(body):
        if _is_subtotal(row):
            above = [one for one in body[since:place] if one in details]
            lines += _lines_of(sheet, heads, row, above)
            since = place + 1
    return lines


def _lines_of(
    sheet: Sheet,
    heads: Sequence[str],
    whole: tuple[Cell, ...],
    details: Sequence[tuple[Cell, ...]],
) -> Iterator[_Line]:
    for column, head in enumerate(heads):
        if not column or _NO_SUM.search(head):
            continue
        line = _line(
            whole[column],
            [row[column] for row in details],
            f"{head.strip() or '该列'}{_label(whole)}",
            is_rounded=_is_measured(sheet, head),
        )
        if line:
            yield line


def _by_row(
    sheet: Sheet, body: Sequence[tuple[Cell, ...]], heads: Sequence[str]
) -> Iterator[list[_Line]]:
    """The totals of each row, for every column of totals."""
    for column, head in enumerate(heads):
        if not (_SUM.fullmatch(head) or _SUBTOTAL.fullmatch(head)):
            continue
        parts = _parts_of(heads, column)
        if len(parts) < _LEAST:
            continue
        lines = [
            _line(
                row[column],
                [row[part] for part in parts],
                f"{_label(row)}{head}",
                is_rounded=_is_measured(sheet, "".join(heads[part] for part in parts)),
            )
            for row in body
        ]
        yield [line for line in lines if line]


def _parts_of(heads: Sequence[str], column: int) -> list[int]:
    """The columns a total column may add: those behind it, else those in front."""
    behind: list[int] = []
    for place in range(column + 1, len(heads)):
        if _NO_SUM.search(heads[place]) or _SUM.search(heads[place]):
            break
        behind.append(place)
    if len(behind) >= _LEAST:
        return behind
    front: list[int] = []
    for place in range(column - 1, 0, -1):
        if _NO_SUM.search(heads[place]) or _SUM.search(heads[place]):
            break
        front.insert(0, place)
    return front


def _line(whole: Cell, parts: Sequence[Cell], label: str, *, is_rounded: bool) -> _Line | None:
    figure, figures = _figure(whole), [_figure(cell) for cell in parts]
    known = [one for one in figures if one is not None]
    if figure is None or len(known) < max(_LEAST, len(figures)) or not figure.value:
        return None
    if figure.is_rate or any(one.is_rate for one in known):
        return None
    if sum(bool(one.value) for one in known) < _LEAST:
        return None
    rounded = is_rounded or any(one.places for one in (figure, *known))
    return _Line(figure, tuple(known), label, rounded)


def _is_measured(sheet: Sheet, head: str) -> bool:
    """Whether figures are measured and may be rounded, and not counted."""
    return bool(_MEASURED.search(head) or re.search(r"单位[：:][^）)]*[万亿]", sheet.caption.text))


def _are_near(lines: Sequence[_Line]) -> bool:
    fifth = Fraction(1, 5)
    return all(abs(line.made - line.whole.value) <= fifth * abs(line.whole.value) for line in lines)


def _base_of(heads: Sequence[str], column: int) -> int | None:
    """The column a share is taken of: the nearest one in front that can be summed."""
    for place in range(column - 1, 0, -1):
        if not _NO_SUM.search(heads[place]):
            return place
    return None


def _wrong_shares(
    rows: Sequence[tuple[Cell, ...]], whole: tuple[Cell, ...], base: int, column: int
) -> Iterator[Mismatch]:
    """Where most rows show their share of the total, those that don't."""
    total = _figure(whole[base])
    if total is None or not total.value:
        return
    wrong: list[Mismatch] = []
    right = 0
    for row in rows:
        part, share = _figure(row[base]), _figure(row[column])
        if part is None or share is None or not share.value:
            continue
        low = (part.value - part.slack) / (total.value + total.slack) * 100
        high = (part.value + part.slack) / (total.value - total.slack) * 100
        if low - share.slack <= share.value <= high + share.slack:
            right += 1
            continue
        made = decimal(part.value / total.value * 100, share.places)
        arithmetic = f"{_printed(part)}÷{_printed(total)}={made}%≠{_printed(share)}%"
        written = share.cell.text.replace(_printed(share), made)
        cells = (part.cell, total.cell)
        wrong.append(Mismatch(share.cell, cells, f"{_label(row)}占比", arithmetic, written))
    if right >= _LEAST and len(wrong) < right:
        yield from wrong
