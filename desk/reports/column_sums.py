"""A unit's lines added up as published tables have their columns: how many, and how many points."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from desk.facts import Fact, FactKind
from desk.scoring.figures import printed
from desk.scoring.lines import LedgerLine, Line

_Key = tuple[str, str, str, str, str]


def column_sums(lines: Iterable[Line]) -> list[dict[str, Any]]:
    """Count and points by component, publication, section, way (单条, 综合 …) and level.

    What was taken back counts below zero; what only changes for an earlier item counts nothing.
    """
    counts: dict[_Key, int] = {}
    points: dict[_Key, Decimal] = {}
    for line in lines:
        key = _key(line)
        counts[key] = counts.get(key, 0) + _count(line)
        points[key] = points.get(key, Decimal(0)) + line.points
    return [
        {
            "component": key[0],
            "publication": key[1],
            "section": key[2],
            "way": key[3],
            "level": key[4],
            "count": counts[key],
            "points": printed(points[key]),
        }
        for key in sorted(counts)
    ]


def _key(line: Line) -> _Key:
    fact: Fact | None = line.earned_by if isinstance(line, LedgerLine) else None
    is_adopted = fact is not None and fact.matter is FactKind.ADOPTION
    return (
        line.component,
        line.publication,
        line.section,
        str(fact.role) if fact and is_adopted else "",
        fact.particulars.level if fact else "",
    )


def _count(line: Line) -> int:
    if not isinstance(line, LedgerLine) or line.earlier:
        return 0
    return -1 if line.fact.kind is FactKind.REVERSAL else 1
