"""Numbers that fall between the limits of two rows, such as 字数 <100 and ≥200."""

from collections.abc import Iterator

from desk.facts import FactKind
from desk.scoring.checking.complaint import CheckContext, Complaint, rows_of, warning
from desk.scoring.checking.covering import Interval, interval
from desk.scoring.checking.unreachable import column
from desk.scoring.clauses.condition import NUMBERS, Ask
from desk.scoring.clauses.items import Points
from desk.scoring.figures import printed
from desk.scoring.scheme import Scheme

_Group = tuple[object, ...]


def find(scheme: Scheme, _context: CheckContext) -> Iterator[Complaint]:
    """Gaps between rows that ask the same but for one number."""
    groups: dict[_Group, list[tuple[int, Ask, Interval]]] = {}
    bare: set[_Group] = set()
    for number, row in rows_of(scheme, Points):
        numbers = [ask for ask in row.when.asks if ask.trait in NUMBERS]
        rest = tuple(ask for ask in row.when.asks if ask.trait not in NUMBERS)
        if not numbers:
            bare.add((column(row), rest))
        if len(numbers) == 1 and (held := interval(numbers[0])) is not None:
            own: _Group = (column(row), rest, numbers[0].trait)
            groups.setdefault(own, []).append((number, numbers[0], held))
    for key, rows in groups.items():
        is_caught = key[:2] in bare or (scheme.rules and FactKind.ADOPTION in _matters(key))
        if len(rows) > 1 and not is_caught:
            yield from _gaps(rows)


def _matters(key: _Group) -> tuple[object, ...]:
    own = key[0]
    return own if isinstance(own, tuple) else ()


def _gaps(rows: list[tuple[int, Ask, Interval]]) -> Iterator[Complaint]:
    ordered = sorted(rows, key=lambda one: (one[2].low is not None, one[2].low or 0))
    reached = ordered[0]
    for row in ordered[1:]:
        below, above = reached[2], row[2]
        if below.high is not None and above.low is not None and _is_apart(below, above):
            low = f"{'大于' if below.high_in else '不小于'} {printed(below.high)}"
            high = f"{'小于' if above.low_in else '不大于'} {printed(above.low)}"
            yield warning(
                f"“{row[1].trait}”{low}、{high}的没有分值：第 {reached[0]} 行和这一行之间有空档。",
                Points.table,
                row[0],
            )
        if below.high is not None and (above.high is None or above.high > below.high):
            reached = row


def _is_apart(below: Interval, above: Interval) -> bool:
    """Whether a number lies between; whole numbers may follow each other."""
    if below.high is None or above.low is None:
        return False
    if below.high == above.low:
        return not (below.high_in or above.low_in)
    both = below.high_in and above.low_in
    return above.low - below.high > (1 if both else 0)
