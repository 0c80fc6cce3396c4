"""Find the drafts of a whole store that may be alike, by their sketches."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from desk.duplicates.sketch import FACTS, LENGTH, SHINGLES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LOW = 1 << 16
_EACH = 8  # candidates by each way of ranking
_LEAST = 3  # hashes in common


@dataclass(frozen=True)
class Sketches:
    """All sketches of a store, by rising id, one after another in ``data``."""

    ids: Sequence[int]
    data: bytes

    def nearest(
        self, wanted: bytes, *, before: int, pools: Sequence[Sequence[int]] = ()
    ) -> list[int]:
        """Drafts older than ``before`` that share the rarest hashes; a few dozen at most.

        The best of the whole store, and the best of each pool: among hundreds of one form, the
        old draft of the same unit or this week's draft of another one would not be seen.
        """
        import numpy as np  # noqa: PLC0415 - heavy, loaded on use

        ids = self._ids
        end = int(np.searchsorted(ids, before))
        hashes = np.frombuffer(wanted, dtype="<u4")
        text, shared_text = _weighed(self._matrix[:end, :SHINGLES], hashes[:SHINGLES])
        facts, shared_facts = _weighed(self._matrix[:end, SHINGLES:], hashes[SHINGLES:])
        enough = shared_text + shared_facts >= _LEAST
        members = [np.isin(ids[:end], np.asarray(pool, dtype=ids.dtype)) for pool in pools]
        rankings = (text + facts, facts, *((text + facts) * pool for pool in members))
        chosen = dict.fromkeys(place for one in rankings for place in _best(one * enough))
        return [int(ids[place]) for place in chosen]

    def updated(self, drawn: Mapping[int, bytes]) -> "Sketches":
        """These sketches with others added or put in their places."""
        new = sorted(drawn)
        added = b"".join(drawn[one] for one in new)
        if not new or not self.ids or self.ids[-1] < new[0]:
            return Sketches([*self.ids, *new], self.data + added)
        held = dict(zip(self.ids, _pieces(self.data), strict=True)) | dict(drawn)
        ids = sorted(held)
        return Sketches(ids, b"".join(held[one] for one in ids))

    @cached_property
    def _ids(self) -> "NDArray[np.int64]":
        import numpy as np  # noqa: PLC0415 - heavy, loaded on use

        return np.asarray(self.ids, dtype=np.int64)

    @cached_property
    def _matrix(self) -> "NDArray[np.uint32]":
        import numpy as np  # noqa: PLC0415 - heavy, loaded on use

        return np.frombuffer(self.data, dtype="<u4").reshape(len(self.ids), SHINGLES + FACTS)


def _pieces(data: bytes) -> Iterator[bytes]:
    return (data[start : start + LENGTH] for start in range(0, len(data), LENGTH))


def _weighed(
    matrix: "NDArray[np.uint32]", hashes: "NDArray[np.uint32]"
) -> "tuple[NDArray[np.float64], NDArray[np.int64]]":
    """What each row has in common with some hashes, rare ones weighing more, and how many."""
    import numpy as np  # noqa: PLC0415 - heavy, loaded on use

    known = np.unique(hashes[hashes > 0])
    if not len(known):
        return np.zeros(len(matrix)), np.zeros(len(matrix), dtype=np.int64)
    # Nearly everything is thrown out by one look at the low half: ten times faster than isin.
    possible = np.zeros(_LOW, dtype=bool)
    possible[known & (_LOW - 1)] = True
    low = matrix.view("<u2")[:, ::2]
    rows, columns = possible[low].nonzero()
    values = matrix[rows, columns]
    places = np.searchsorted(known, values).clip(max=len(known) - 1)
    same = known[places] == values
    rows, places = rows[same], places[same]
    held = np.bincount(places, minlength=len(known))
    weights = np.log1p(len(matrix) / np.maximum(held, 1))
    total = np.bincount(rows, weights[places], minlength=len(matrix))
    return total.astype(np.float64), np.bincount(rows, minlength=len(matrix)).astype(np.int64)


def _best(weights: "NDArray[np.float64]") -> list[int]:
    """The places of the greatest weights above 0, the greatest first."""
    import numpy as np  # noqa: PLC0415 - heavy, loaded on use

    if not len(weights):
        return []
    some = np.argpartition(-weights, min(_EACH, len(weights) - 1))[:_EACH]
    ranked = some[np.argsort(-weights[some], kind="stable")]
    return [int(one) for one in ranked if weights[one] > 0]
