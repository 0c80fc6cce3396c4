"""Figures that may hang together: those of one sentence, or of one item of a list."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from desk.checks.quantities.model import Quantity

Group = tuple[Quantity, ...]

_STOP = re.compile(r"[。！？；!?;\n]")


def groups_in(
    text: str, quantities: Sequence[Quantity], stop: re.Pattern[str] = _STOP
) -> Iterator[Group]:
    """Part the figures where a sentence or an item ends."""
    if not quantities:
        return
    group = [quantities[0]]
    for one, following in pairwise(quantities):
        if stop.search(text, one.end, following.start):
            yield tuple(group)
            group = []
        group.append(following)
    yield tuple(group)


def is_negative(text: str, quantity: Quantity) -> bool:
    """Whether a sign or 负 stands in front."""
    return text[max(0, quantity.start - 1) : quantity.start] in ("-", "−", "－", "负")
