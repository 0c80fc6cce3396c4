"""What stands in which column of the bullet chart; no drawing yet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from desk.scoring.figures import printed
from desk.scoring.results import GroupScores, ScoreTable, UnitScore

LONGEST_NAME = 11
HEADING = 1.7  # height of a group's heading, in rows
SHORTEST = 14  # rows that are worth a column of their own


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a group above its units; groups that go on in the next column say so."""

    text: str


Line = Heading | UnitScore


def columns(table: ScoreTable, most: int) -> list[list[Line]]:
    """Deal the groups over columns of about one height, in reading order; a short list gets one.

    The units of a group come by completion, the highest first; those without quota at the end.
    """
    lines = list(_lines(table.groups))
    count = max(1, min(most, int(height(lines) // SHORTEST)))
    room = ceil((height(lines) + HEADING * (count - 1)) / count)
    dealt: list[list[Line]] = [[]]
    heading = Heading("")
    for line in lines:
        if isinstance(line, Heading):
            heading = line
        if _is_full(dealt[-1], line, room) and len(dealt) < count:
            goes_on = isinstance(line, UnitScore)
            dealt.append([Heading(f"{heading.text}（续）")] if goes_on else [])
        dealt[-1].append(line)
    return dealt


def height(lines: Sequence[Line]) -> float:
    """The height of a column in rows."""
    return sum(HEADING if isinstance(line, Heading) else 1 for line in lines)


def label(item: UnitScore) -> str:
    """The name beside the bar: the short one, cut where even that is too long."""
    name = item.unit.short or item.unit.name
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"


def summary(table: ScoreTable) -> str:
    """One sentence under the title: the days, the pace, and how many units are where."""
    units = list(table.units)
    behind = sum(item.behind > 0 for item in units)
    zero = sum(item.zero for item in units)
    first, last = table.first, table.last
    since = f"{first.year}年{first.month}月{first.day}日"
    until = f"{last.year}年{last.month}月{last.day}日"
    return (
        f"{since}至{until}，序时进度 {printed(table.pace)}%；"
        f"{len(units)} 个单位中，落后序时 {behind} 个，挂零 {zero} 个"
    )


def _lines(groups: Sequence[GroupScores]) -> Iterator[Line]:
    for group in groups:
        yield Heading(group.group.name)
        yield from sorted(group.units, key=_by_completion)


def _by_completion(item: UnitScore) -> tuple[object, ...]:
    done = item.completion
    return (done is None, -(done or 0), -item.points, item.unit.name)


def _is_full(column: Sequence[Line], line: Line, room: float) -> bool:
    """Whether a line no longer fits; a heading needs room for two units below it."""
    need = HEADING + 2 if isinstance(line, Heading) else 1
    return bool(column) and height(column) + need > room + 0.01
