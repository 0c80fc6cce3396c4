"""Which drafts fill the lines that are left (放得下的稿件)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """A draft and the grid lines it would take."""

    key: int
    lines: int


@dataclass(frozen=True, slots=True)
class Fit:
    """Drafts that go in together, in the order of preference, and the lines left then."""

    keys: tuple[int, ...]
    left: int


_Found = tuple[int, tuple[int, ...]]  # the sum of ranks, and the ranks
_ALIKE = 3  # combinations of the same length


def best_fits(choices: Sequence[Choice], room: int, most: int = 8) -> list[Fit]:
    """Combinations that fit into ``room`` lines, those that leave the fewest first.

    ``choices`` stand in the order of preference: of combinations equally long the one of fewer,
    earlier ones goes first. None leaves room for a choice that isn't in it.
    """
    usable = _usable(choices, room)
    table: list[list[_Found]] = [[] for _ in range(room + 1)]
    if room >= 0:
        table[0] = [(0, ())]
    for rank, choice in usable:
        for total in range(room, choice.lines - 1, -1):
            longer = [
                (cost + rank + 1, (*ranks, rank)) for cost, ranks in table[total - choice.lines]
            ]
            if longer:
                table[total] = sorted((*table[total], *longer))[:_ALIKE]
    lines = {rank: choice.lines for rank, choice in usable}
    fits = [
        Fit(tuple(choices[rank].key for rank in ranks), room - total)
        for total in range(room, 0, -1)
        for _, ranks in table[total]
        if _is_full(lines, ranks, room - total)
    ]
    return fits[:most]


def _usable(choices: Iterable[Choice], room: int) -> list[tuple[int, Choice]]:
    """What can be part of an answer, with its rank: of one length only the first are needed."""
    taken: Counter[int] = Counter()
    kept = []
    for rank, choice in enumerate(choices):
        if 0 < choice.lines <= room and taken[choice.lines] < room // choice.lines + _ALIKE:
            taken[choice.lines] += 1
            kept.append((rank, choice))
    return kept


def _is_full(lines: dict[int, int], ranks: Sequence[int], left: int) -> bool:
    used = set(ranks)
    return all(length > left for rank, length in lines.items() if rank not in used)
