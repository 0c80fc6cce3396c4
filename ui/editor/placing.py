"""From places in a draft's texts to places in the documents on show."""

from collections.abc import Callable, Iterable, Sequence

from desk.body import Table
from desk.checking import CheckedFinding
from desk.checks.rule import Place
from ui.editor.document import Reading
from ui.editor.marks import Mark, Spot
from ui.editor.offsets import units
from ui.editor.table_places import places_in

_TITLE = "T"  # rules on the title itself


def text_marks(found: Iterable[CheckedFinding], position: Callable[[int], int]) -> list[Mark]:
    """Findings in running text; ``position`` turns a code point into a place on show."""
    marks = []
    for one in found:
        start = position(one.finding.start)
        whole = "\n" not in one.excerpt
        end = start + units(one.excerpt) if whole else position(one.finding.end)
        marks.append(Mark(one.finding, one.excerpt, start, end, around=one.around))
    return marks


def title_marks(
    found: Iterable[CheckedFinding], title: str, position: Callable[[int], int]
) -> list[Mark]:
    """Findings in the title; those about the whole draft lie on all of it, and are not drawn."""
    marks = text_marks(found, position)
    for mark in marks:
        mark.is_drawn = mark.finding.rule.startswith(_TITLE) or mark.excerpt != title
    return marks


def table_marks(found: Iterable[CheckedFinding], reading: Reading) -> list[Mark]:
    """Findings in tables; one that touches several tables stands on the first."""
    marks = []
    for one in found:
        places = places_in(_tables(reading), one.finding.start, one.finding.end)
        if places:
            at, start = places[0], reading.tables[places[0].table]
            marks.append(
                Mark(one.finding, one.excerpt, start, start + 1, at.cells, at.offset, one.around)
            )
    return marks


def table_spots(reading: Reading, start: int, end: int) -> list[Spot]:
    """The tables and cells that a stretch of the tables' text touches."""
    found = places_in(_tables(reading), start, end)
    at = reading.tables
    return [Spot(at[one.table], at[one.table] + 1, one.cells) for one in found]


def text_spots(places: Iterable[Place], position: Callable[[int], int]) -> list[Spot]:
    """Stretches of running text, none of which crosses a paragraph."""
    return [Spot(position(one.start), position(one.end)) for one in places]


def _tables(reading: Reading) -> Sequence[Table]:
    return [block for block in reading.body.blocks if isinstance(block, Table)]
