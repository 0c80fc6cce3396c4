"""Rows in whole pages to which no way leads, since the page above them is broken."""

from collections.abc import Mapping
from struct import unpack_from

from db.pages import USABLE
from db.salvage.image import Image
from db.salvage.shapes import Shape
from db.salvage.trees import LEAF, Table, kind, read_leaf

_FREE_LIST = 32  # in the header: the first page of those that are free


def gather(image: Image, shapes: Mapping[str, Shape], tables: Mapping[str, Table]) -> None:
    """Give stray pages to the table they belong to, where it can be but one.

    It must lack rows with just these numbers, and have as many columns in its other rows.
    """
    lacking = {name: one for name, one in tables.items() if one.gaps}
    reached = {number for one in tables.values() for number in one.pages}
    free = _free(image) if lacking else set()
    for number in range(2, image.count + 1 if lacking else 0):
        page = image.get(number) if number not in reached and number not in free else None
        if page is None or kind(page, number) != LEAF:
            continue
        stray = Table()
        read_leaf(image, number, stray)
        fitting = [name for name, one in lacking.items() if _fits(stray, one, shapes[name])]
        if len(fitting) == 1:
            home = tables[fitting[0]]
            home.rows += stray.rows
            home.torn += stray.torn
            home.pages |= stray.pages


def _fits(stray: Table, table: Table, shape: Shape) -> bool:
    rows = stray.rows or stray.torn
    widths = {len(told) for _, told in table.rows} or {len(shape.columns)}
    return bool(rows) and all(
        len(told) in widths
        and any(first < rowid <= last for first, last in table.gaps)
        and (shape.number is None or told[shape.number] is None)
        and all(at in shape.texts for at, cell in enumerate(told) if isinstance(cell, str) and cell)
        and all(
            told[at] is None or isinstance(told[at], str) for at in shape.texts if at < len(told)
        )
        for rowid, told in rows
    )


def _free(image: Image) -> set[int]:
    """The pages that hold nothing any more; all of the list that can be read."""
    head, found = image.get(1), set[int]()
    trunk = unpack_from(">I", head, _FREE_LIST)[0] if head else 0
    while trunk and trunk not in found and (page := image.get(trunk)):
        found.add(trunk)
        trunk, count = unpack_from(">II", page, 0)
        found.update(unpack_from(f">{min(count, USABLE // 4 - 2)}I", page, 8))
    return found
