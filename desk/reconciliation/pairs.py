"""Two lists of facts side by side: which are alike, which differ and in what, which are alone."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from desk.facts import Fact

Key = Callable[[Fact], object]


@dataclass(frozen=True, slots=True)
class Pair:
    """What the source says and what the ledger holds of one thing; None: nothing."""

    wanted: Fact | None
    held: Fact | None


def pairs(wanted: Sequence[Fact], held: Sequence[Fact], keys: Sequence[Key]) -> Iterator[Pair]:
    """Pairs that differ; facts are matched by the first key, what is left by the next, and so on.

    Those matched by the first key are alike and are left out.
    """
    missing, extra = list(wanted), list(held)
    for place, key in enumerate(keys):
        for one in list(missing):
            other = next((found for found in extra if key(found) == key(one)), None)
            if other is None:
                continue
            missing.remove(one)
            extra.remove(other)
            if place:
                yield Pair(one, other)
    yield from (Pair(one, None) for one in missing)
    yield from (Pair(None, one) for one in extra)
