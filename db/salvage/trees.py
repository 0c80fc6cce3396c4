"""Tables as SQLite keeps them in pages (fileformat2), read around what is broken."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from struct import unpack_from
from typing import Any

from db.pages import USABLE
from db.salvage.image import Image

LEAF, BRANCH = 0x0D, 0x05
_HEAD, _LEAF_CELLS, _BRANCH_CELLS = 100, 8, 12
_MOST = USABLE - 35  # bytes of a record that lie in its own page
_LEAST = (USABLE - 12) * 32 // 255 - 23
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # serial type: bytes
_REAL, _ZERO, _ONE, _BLOB = 7, 8, 9, 12
_MORE = 0x80  # the bit of a varint that says so
_LOWEST, _HIGHEST = -(1 << 63), (1 << 63) - 1

Row = tuple[int, tuple[Any, ...]]


@dataclass
class Table:
    """What was read of one table: its rows, and the numbers between which some are lost."""

    rows: list[Row] = field(default_factory=list)
    gaps: list[tuple[int, int]] = field(default_factory=list)  # behind the first, up to the last
    torn: list[Row] = field(default_factory=list)  # what is left of rows that end in broken pages
    pages: set[int] = field(default_factory=set)


def read(image: Image, root: int) -> Table:
    """A table from its root on."""
    table = Table()
    _walk(image, root, table, (_LOWEST, _HIGHEST))
    return table


def read_leaf(image: Image, number: int, table: Table) -> None:
    """Add the rows of a page that belongs to a table."""
    page = image.get(number)
    assert page is not None  # noqa: S101 - only whole pages are asked for
    table.pages.add(number)
    for at in _cells(page, number, _LEAF_CELLS):
        size, start = _varint(page, at)
        rowid, start = _varint(page, start)
        record = _record(image, page, start, size, table)
        whole = len(record) == size
        (table.rows if whole else table.torn).append((rowid, values(record)))


def kind(page: bytes, number: int) -> int:
    """What a page is: LEAF, BRANCH, or another number."""
    return page[_HEAD if number == 1 else 0]


def _walk(image: Image, number: int, table: Table, span: tuple[int, int]) -> None:
    page = image.get(number)
    is_known = page is not None and number not in table.pages
    if page is None or not is_known or kind(page, number) not in (LEAF, BRANCH):
        table.gaps.append(span)
        return
    if kind(page, number) == LEAF:
        read_leaf(image, number, table)
        return
    table.pages.add(number)
    first = span[0]
    for at in _cells(page, number, _BRANCH_CELLS):
        last, _ = _varint(page, at + 4)
        _walk(image, unpack_from(">I", page, at)[0], table, (first, last))
        first = last
    begin = _HEAD if number == 1 else 0
    _walk(image, unpack_from(">I", page, begin + 8)[0], table, (first, span[1]))


def _cells(page: bytes, number: int, head: int) -> tuple[int, ...]:
    begin = _HEAD if number == 1 else 0
    (count,) = unpack_from(">H", page, begin + 3)
    return unpack_from(f">{count}H", page, begin + head)


def _record(image: Image, page: bytes, start: int, size: int, table: Table) -> bytes:
    """A record put together from its pages, as far as these are whole."""
    if size <= _MOST:
        return page[start : start + size]
    local = _LEAST + (size - _LEAST) % (USABLE - 4)
    local = local if local <= _MOST else _LEAST
    found = bytearray(page[start : start + local])
    (following,) = unpack_from(">I", page, start + local)
    while len(found) < size:
        more = image.get(following)
        if more is None:
            break
        table.pages.add(following)
        (following,) = unpack_from(">I", more, 0)
        found += more[4 : 4 + size - len(found)]
    return bytes(found)


def values(record: bytes) -> tuple[Any, ...]:
    """The columns of a record, of a torn one the first ones."""
    end, at = _varint(record, 0)
    types = []
    while at < end:
        one, at = _varint(record, at)
        types.append(one)
    return tuple(_values(record, types, end))


def _values(record: bytes, types: list[int], at: int) -> Iterator[Any]:
    for one in types:
        size = _INTEGERS.get(one, 8 if one == _REAL else (one - _BLOB) // 2 if one >= _BLOB else 0)
        if at + size > len(record):
            return
        yield _value(record[at : at + size], one)
        at += size


def _value(data: bytes, one: int) -> Any:  # noqa: ANN401 - a cell
    if one in _INTEGERS:
        return int.from_bytes(data, "big", signed=True)
    if one == _REAL:
        return unpack_from(">d", data)[0]
    if one >= _BLOB:
        return data.decode("utf-8", "replace") if one % 2 else data
    return {_ZERO: 0, _ONE: 1}.get(one)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    found = 0
    for count in range(8):
        byte = data[at + count]
        found = found << 7 | byte & ~_MORE
        if not byte & _MORE:
            return found, at + count + 1
    found = found << 8 | data[at + 8]
    return found - (1 << 64) if found >> 63 else found, at + 9
