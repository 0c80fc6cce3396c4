"""Lay the parts of two texts side by side: pairs, splits, joins and moves, in reading order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from desk.comparison.pairing import Pair, in_order, paired

_TAKES_IN = 0.7  # of a neighbour's characters belong to a paragraph that was split or joined
_MOVED = 0.6  # how alike a part is that is known again elsewhere
_LEAST_MOVED = 4  # of a weight


@dataclass(frozen=True, slots=True)
class Group:
    """Places of either side, from first to beyond the last; an empty side has nothing there."""

    old: range
    new: range
    is_moved: bool = False


_NONE = range(0)


def align(
    old: Sequence[str], new: Sequence[str], pairs: dict[Pair, float], weights: Sequence[int]
) -> list[Group]:
    """All places of both sides in reading order; a moved part stands at both its places.

    Texts are those of paragraphs, empty for what can't be split or joined; ``weights`` say how
    much each place of the new side counts.
    """
    groups = _grown(old, new, pairs)
    firm = set(in_order(((one.old.start, one.new.start) for one in groups.values()), weights))
    kept, moved = [], []
    for pair, group in groups.items():
        if (group.old.start, group.new.start) in firm:
            kept.append(group)
        elif pairs[pair] >= _MOVED and weights[pair[1]] >= _LEAST_MOVED:
            moved.append(replace(group, is_moved=True))
    return list(_ordered(kept, moved, len(old), len(new)))


def align_lines(old: Sequence[str], new: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Rows or columns of two tables in order; one that replaced another stands with it."""
    weights = [len(text) + 1 for text in new]
    kept = [_single(pair) for pair in in_order(paired(old, new), weights)]
    found: list[tuple[int | None, int | None]] = []
    gone: list[int] = []
    come: list[int] = []

    def settle() -> None:
        if len(gone) == len(come):
            found.extend(zip(gone, come, strict=True))
        else:
            found.extend((at, None) for at in gone)
            found.extend((None, at) for at in come)
        gone.clear()
        come.clear()

    for group in _ordered(kept, [], len(old), len(new)):
        if group.old and group.new:
            settle()
            found.append((group.old.start, group.new.start))
        else:
            gone.extend(group.old)
            come.extend(group.new)
    settle()
    return found


def _single(pair: Pair) -> Group:
    return Group(range(pair[0], pair[0] + 1), range(pair[1], pair[1] + 1))


def _grown(old: Sequence[str], new: Sequence[str], pairs: dict[Pair, float]) -> dict[Pair, Group]:
    """A group for each pair; those of split or joined paragraphs take in their neighbours."""
    free_old = set(range(len(old))) - {one for one, _ in pairs}
    free_new = set(range(len(new))) - {one for _, one in pairs}
    found = {}
    for pair in sorted(pairs):
        group = _single(pair)
        if old[pair[0]] != new[pair[1]]:
            group = _grow(group, old, new, free_old, free_new)
            free_old -= set(group.old)
            free_new -= set(group.new)
        found[pair] = group
    return found


def _grow(
    group: Group, old: Sequence[str], new: Sequence[str], free_old: set[int], free_new: set[int]
) -> Group:
    while True:
        wider = [replace(group, new=one) for one in _wider(group.new, free_new)]
        wider += [replace(group, old=one) for one in _wider(group.old, free_old)]
        taken = next((one for one in wider if _fits(group, one, old, new)), None)
        if taken is None:
            return group
        group = taken


def _wider(places: range, free: set[int]) -> Iterator[range]:
    if places.stop in free:
        yield range(places.start, places.stop + 1)
    if places.start - 1 in free:
        yield range(places.start - 1, places.stop)


def _fits(group: Group, wider: Group, old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether most of what a wider group takes in was or is part of the same paragraph."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - heavy, loaded on use

    texts = [(_joined(old, one.old), _joined(new, one.new)) for one in (group, wider)]
    (left, right), (more_left, more_right) = texts
    taken = len(more_left) - len(left) + len(more_right) - len(right)
    gain = LCSseq.similarity(more_left, more_right) - LCSseq.similarity(left, right)
    return taken > 0 and gain >= _TAKES_IN * taken


def _joined(texts: Sequence[str], places: range) -> str:
    return "".join(texts[at] for at in places)


def _ordered(
    kept: Iterable[Group], moved: Iterable[Group], old_count: int, new_count: int
) -> Iterator[Group]:
    """Groups by place: what went stands where it stood, before what came there."""
    left = {one.old.start: one for one in moved}
    come = {one.new.start: one for one in moved}
    at = place = 0
    for group in [*sorted(kept, key=lambda one: one.new.start), _end(old_count, new_count)]:
        yield from _gone(range(at, group.old.start), left)
        yield from _come(range(place, group.new.start), come)
        if group.old:
            yield group
        at, place = group.old.stop, group.new.stop


def _end(old_count: int, new_count: int) -> Group:
    return Group(range(old_count, old_count), range(new_count, new_count))


def _gone(places: range, moved: dict[int, Group]) -> Iterator[Group]:
    at = places.start
    while at < places.stop:
        group = moved.get(at)
        here = group.old if group else range(at, at + 1)
        yield Group(here, _NONE, group is not None)
        at = here.stop


def _come(places: range, moved: dict[int, Group]) -> Iterator[Group]:
    at = places.start
    while at < places.stop:
        group = moved.get(at)
        yield group or Group(_NONE, range(at, at + 1))
        at = group.new.stop if group else at + 1
