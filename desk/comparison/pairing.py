"""Which texts of two lists belong together: the equal ones, then the most alike."""

from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence

_ALIKE = 0.5  # of the characters of both are shared
_WITHIN = 0.85  # of the shorter text stands in the longer, in order
_LEAST_WITHIN = 8  # characters of a text that may be a part of another
_MOST_PAIRS = 250_000  # that are looked at; beyond that only equal texts are paired

Pair = tuple[int, int]


def paired(old: Sequence[str], new: Sequence[str]) -> dict[Pair, float]:
    """Pairs of places, one to one, with how alike their texts are, 0 to 1; in no order."""
    found = dict.fromkeys(_equal(old, new), 1.0)
    lines, others = {one for one, _ in found}, {one for _, one in found}
    rest = [at for at in range(len(old)) if at not in lines and old[at]]
    other = [at for at in range(len(new)) if at not in others and new[at]]
    if rest and other and len(rest) * len(other) <= _MOST_PAIRS:
        left, right = [old[at] for at in rest], [new[at] for at in other]
        found |= {(rest[one], other[two]): like for (one, two), like in _alike(left, right).items()}
    return found


def _equal(old: Sequence[str], new: Sequence[str]) -> set[Pair]:
    """Equal texts, those in order first."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - heavy, loaded on use

    found: set[Pair] = set()
    for code in Indel.opcodes(old, new):
        if code.tag == "equal":
            size = code.src_end - code.src_start
            found |= {(code.src_start + at, code.dest_start + at) for at in range(size)}
    lines, others = {one for one, _ in found}, {one for _, one in found}
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for at, text in enumerate(old):
        if at not in lines:
            waiting[text].append(at)
    for at, text in enumerate(new):
        if at not in others and waiting.get(text):
            found.add((waiting[text].popleft(), at))
    return found


def _alike(old: Sequence[str], new: Sequence[str]) -> dict[Pair, float]:
    """The most alike first, each text once."""
    import numpy as np  # noqa: PLC0415 - heavy, loaded on use
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - heavy, loaded on use

    ratios = process.cdist(old, new, scorer=fuzz.ratio) / 100
    sizes = np.asarray([*map(len, old)])[:, None], np.asarray([*map(len, new)])
    shorter = np.minimum(*sizes)
    within = ratios * (sizes[0] + sizes[1]) / 2 / shorter
    is_part = (within >= _WITHIN) & (shorter >= _LEAST_WITHIN)
    rows, columns = ((ratios >= _ALIKE) | is_part).nonzero()
    ranked = sorted(
        zip(ratios[rows, columns].tolist(), rows.tolist(), columns.tolist(), strict=True),
        key=lambda one: (-one[0], abs(one[1] - one[2])),
    )
    found: dict[Pair, float] = {}
    lines, others = set[int](), set[int]()
    for like, row, column in ranked:
        if row not in lines and column not in others:
            lines.add(row)
            others.add(column)
            found[row, column] = like
    return found


def in_order(pairs: Iterable[Pair], weights: Sequence[int]) -> list[Pair]:
    """The heaviest choice of pairs that rise on both sides; weights are those of the new texts."""
    ends: list[int] = []  # the last new place of each choice kept, rising with its weight
    choices: list[tuple[int, int]] = []  # weight, number of its last link
    links: list[tuple[Pair, int]] = []  # a pair and the link before it
    for pair in sorted(pairs):
        at = bisect_right(ends, pair[1])
        weight, before = choices[at - 1] if at else (0, -1)
        weight += weights[pair[1]]
        links.append((pair, before))
        stop = at
        while stop < len(ends) and choices[stop][0] <= weight:
            stop += 1
        ends[at:stop] = [pair[1]]
        choices[at:stop] = [(weight, len(links) - 1)]
    found: list[Pair] = []
    link = choices[-1][1] if choices else -1
    while link >= 0:
        pair, link = links[link]
        found.append(pair)
    return found[::-1]
