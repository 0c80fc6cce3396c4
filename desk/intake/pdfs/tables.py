"""Tables of a PDF: neighbouring lines that gaps part into as many cells each."""

from collections.abc import Iterator

from desk.body import Run
from desk.intake.document import Grid, Line

_FEWEST = 2  # lines that make a table
Placed = tuple[int, float, Line]


def with_tables(found: list[Placed]) -> Iterator[tuple[int, float, Line | Grid]]:
    """The paragraphs, those that are the rows of a table put together."""
    waiting: list[Placed] = []
    for item in found:
        if waiting and _width(item) != _width(waiting[0]):
            yield from _settled(waiting)
            waiting = []
        waiting.append(item)
    yield from _settled(waiting)


def _width(item: Placed) -> int:
    return item[2].text.count("\t")


def _settled(items: list[Placed]) -> Iterator[tuple[int, float, Line | Grid]]:
    if not items or not _width(items[0]) or len(items) < _FEWEST:
        yield from items
        return
    rows = tuple(tuple(_cell(text) for text in line.text.split("\t")) for *_place, line in items)
    yield items[0][0], items[0][1], Grid(rows)


def _cell(text: str) -> tuple[Line, ...]:
    return (Line((Run(text.strip()),)),) if text.strip() else ()
