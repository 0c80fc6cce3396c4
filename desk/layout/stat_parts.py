"""Part a statistics table that is too wide into tables that each repeat the names."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from desk.intake.counting import chinese
from desk.layout.fonts import Fonts
from desk.layout.stat_columns import SPLIT_TRY, least_widths, name_columns
from desk.stat_table import Head, StatTable

_BESIDE = 0.35  # of a part: what a cut inside a head costs


def parted(table: StatTable, fonts: Fonts, room: float) -> tuple[StatTable, ...]:
    """As few tables as the columns need, 之一 and so on, cut between heads where that is near."""
    names = name_columns(table.columns)
    widths = least_widths(table, SPLIT_TRY, fonts)
    free = room - sum(widths[:names])
    cuts = _cuts(widths[names:], _borders(table.heads, names), free)
    parts = [
        _part(table, {*range(names), *range(names + start, names + end)})
        for start, end in pairwise(cuts)
    ]
    if len(parts) == 1 or not table.title:
        return tuple(parts)
    return tuple(
        replace(part, title=f"{part.title}（之{chinese(at)}）") for at, part in enumerate(parts, 1)
    )


def _borders(heads: Sequence[Head], names: int) -> set[int]:
    """The columns, from 0 after the names, at which a head of the top row begins."""
    at, found = 0, set()
    for head in heads:
        found.add(at - names)
        at += len(head.columns)
    return found


def _cuts(widths: Sequence[float], borders: set[int], room: float) -> list[int]:
    """Where parts of like width begin, and the end of the last."""
    count = len(widths)
    for parts in range(1, count + 1):
        ideal = sum(widths) / parts
        best: dict[tuple[int, int], tuple[float, list[int]]] = {(0, 0): (0.0, [0])}
        for used, start, end in _choices(parts, count):
            before = best.get((used, start))
            width = sum(widths[start:end])
            if before is None or (width > room and end > start + 1):
                continue
            cost = before[0] + (width / ideal - 1) ** 2
            cost += _BESIDE * (end not in borders and end < count)
            if (used + 1, end) not in best or cost < best[used + 1, end][0]:
                best[used + 1, end] = (cost, [*before[1], end])
        if (parts, count) in best:
            return best[parts, count][1]
    return [0, count]


def _choices(parts: int, count: int) -> Iterator[tuple[int, int, int]]:
    """Every next part ``[start, end)`` after so many parts."""
    for used in range(parts):
        for start in range(count):
            for end in range(start + 1, count + 1):
                yield used, start, end


def _part(table: StatTable, kept: set[int]) -> StatTable:
    """The table with some of its columns."""
    heads = tuple(_pruned(table.heads, kept, 0))
    rows = tuple(tuple(row[at] for at in sorted(kept)) for row in table.rows)
    return replace(table, heads=heads, rows=rows)


def _pruned(heads: Sequence[Head], kept: set[int], at: int) -> Iterator[Head]:
    for head in heads:
        count = len(head.columns)
        if kept.intersection(range(at, at + count)):
            yield replace(head, parts=tuple(_pruned(head.parts, kept, at)))
        at += count
