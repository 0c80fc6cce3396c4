"""Check a scheme: all complaints, in the order of its tables."""

from desk.scoring.checking import (
    components,
    contradictions,
    gaps,
    limits,
    names,
    overlaps,
    ranges,
    rows,
    tasks,
    unreachable,
    windows,
    words,
)
from desk.scoring.checking.complaint import CheckContext, Complaint, Finder, Level
from desk.scoring.scheme import TABLES, Scheme

FINDERS: tuple[Finder, ...] = (
    windows.find,
    names.find,
    rows.find,
    unreachable.find,
    overlaps.find,
    ranges.find,
    gaps.find,
    contradictions.find,
    components.find,
    limits.find,
    tasks.find,
    words.find,
)
_ORDER = ("", "刊物", "周期", "采用分值", *(kind.table for kind in TABLES))


def check_scheme(scheme: Scheme, context: CheckContext) -> tuple[Complaint, ...]:
    """Everything that looks wrong, place by place; the gravest first at each place."""
    found = [one for finder in FINDERS for one in finder(scheme, context)]
    levels = list(Level)
    found.sort(key=lambda one: (_ORDER.index(one.table), one.row, levels.index(one.level)))
    return tuple(dict.fromkeys(found))
