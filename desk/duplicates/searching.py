"""Find the drafts of a whole store that may be alike, by their sketches."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from desk.duplicates.sketch import FACTS, SHINGLES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hits = tuple[NDArray[np.int64], NDArray[np.int64]]  # rows, and which of the hashes they hold

_WIDTH = SHINGLES + FACTS
_TEXT, _FACTS = slice(0, SHINGLES), slice(SHINGLES, _WIDTH)  # columns
_LOW = 1 << 16
_EACH = 8  # candidates by each way of ranking
_LEAST = 3  # hashes in common
_MANY = 4_096  # sketches that take longer to look through than to look up
_PATIENCE = 4  # searches before an index pays


class Sketches:
    """All sketches of a store, by rising id; first given one after another in ``data``."""

    def __init__(self, ids: Sequence[int], data: bytes) -> None:
        self._held = _Part.of(ids, data)
        self._new = _Part.of((), b"")  # with greater ids; few, so that adding is cheap
        self._searches = 0

    @property
    def ids(self) -> list[int]:
        """The drafts that have a sketch here, oldest first."""
        return [*self._held.ids.tolist(), *self._new.ids.tolist()]

    @property
    def last(self) -> int:
        """The newest draft's id, 0 without one."""
        return max(
            (int(part.ids[-1]) for part in (self._held, self._new) if len(part.ids)), default=0
        )

    def copy(self) -> "Sketches":
        """The same sketches, to be added to apart; without what was built to search them often."""
        other = Sketches((), b"")
        other._held, other._new = replace(self._held), self._new
        return other

    def put(self, drawn: Mapping[int, bytes]) -> None:
        """Add sketches, or put them in the places of old ones."""
        ids = sorted(drawn)
        added = _Part.of(ids, b"".join(drawn[one] for one in ids))
        if ids and len(self._held.ids) and ids[0] <= self._held.ids[-1]:
            self._held = self._held.joined(self._new).joined(added)
            self._new = _Part.of((), b"")
            return
        self._new = self._new.joined(added)
        if len(self._new.ids) > _MANY:
            self._held, self._new = self._held.joined(self._new), _Part.of((), b"")

    def nearest(
        self, wanted: bytes, *, before: int, pools: Sequence[Sequence[int]] = ()
    ) -> list[int]:
        """Drafts older than ``before`` that share the rarest hashes; a few dozen at most.

        The best of the whole store, and the best of each pool: among hundreds of one form, the
        old draft of the same unit or this week's draft of another one would not be seen.
        """
        import numpy as np  # noqa: PLC0415 - heavy, loaded on use

        self._searches += 1
        older = [_Older.than(before, part) for part in (self._held, self._new)]
        ids = np.concatenate([one.part.ids[: one.end] for one in older])
        hashes = np.frombuffer(wanted, dtype="<u4")
        is_often = self._searches > _PATIENCE
        text, shared_text = _weighed(older, hashes, _TEXT, is_often=is_often)
        facts, shared_facts = _weighed(older, hashes, _FACTS, is_often=is_often)
        places = (shared_text + shared_facts >= _LEAST).nonzero()[0]
        ids, facts, both = ids[places], facts[places], (text + facts)[places]
        members = [np.isin(ids, np.asarray(pool, dtype=ids.dtype)) for pool in pools]
        rankings = (both, facts, *(both * pool for pool in members))
        chosen = dict.fromkeys(place for one in rankings for place in _best(one))
        return [int(ids[place]) for place in chosen]


@dataclass(frozen=True)
class _Part:
    """Some sketches by rising id, one a row."""

    ids: "NDArray[np.int64]"
    matrix: "NDArray[np.uint32]"

    @classmethod
    def of(cls, ids: Sequence[int], data: bytes) -> "_Part":
        """Lay sketches that stand one after another in rows."""
        import numpy as np  # noqa: PLC0415 - heavy, loaded on use

        matrix = np.frombuffer(data, dtype="<u4").reshape(len(ids), _WIDTH)
        return cls(np.asarray(ids, dtype=np.int64), matrix)

    def joined(self, other: "_Part") -> "_Part":
        """Both in one, by rising id; the other's rows take the place of those with their ids."""
        if not len(other.ids):
            return self
        import numpy as np  # noqa: PLC0415 - heavy, loaded on use

        ids = np.union1d(self.ids, other.ids)
        matrix = np.empty((len(ids), _WIDTH), dtype="<u4")
        for part in (self, other):
            matrix[np.searchsorted(ids, part.ids)] = part.matrix
        return _Part(ids, matrix)

    @cached_property
    def index(self) -> "NDArray[np.uint64]":
        """Every hash with its place in the matrix behind it, sorted."""
        import numpy as np  # noqa: PLC0415 - heavy, loaded on use

        flat = self.matrix.reshape(-1)
        places = flat.nonzero()[0].astype(np.uint64)
        found = flat[places].astype(np.uint64) << np.uint64(32) | places
        found.sort()
        return found


@dataclass(frozen=True, slots=True)
class _Older:
    """The first rows of a part."""

    part: _Part
    end: int

    @classmethod
    def than(cls, draft_id: int, part: _Part) -> "_Older":
        """The rows of older drafts."""
        return cls(part, int(part.ids.searchsorted(draft_id)))

    def hits(self, known: "NDArray[np.uint32]", columns: slice, *, is_often: bool) -> "Hits":
        """Where some hashes, all different and rising, stand; row by row."""
        if is_often and len(self.part.ids) > _MANY:
            return _looked_up(self.part.index, known, columns, self.end)
        return _looked_through(self.part.matrix[: self.end, columns], known)


def _weighed(
    older: Sequence[_Older], hashes: "NDArray[np.uint32]", columns: slice, *, is_often: bool
) -> "tuple[NDArray[np.float64], NDArray[np.int64]]":
    """What each row has in common with some hashes, rare ones weighing more, and how many."""
    import numpy as np  # noqa: PLC0415 - heavy, loaded on use

    count = sum(one.end for one in older)
    known = np.unique(hashes[columns])
    known = known[known > 0]
    if not len(known):
        return np.zeros(count), np.zeros(count, dtype=np.int64)
    found = [one.hits(known, columns, is_often=is_often) for one in older]
    starts = (0, older[0].end)
    rows = np.concatenate([rows + start for (rows, _), start in zip(found, starts, strict=True)])
    places = np.concatenate([places for _, places in found])
    held = np.bincount(places, minlength=len(known))
    weights = np.log1p(count / np.maximum(held, 1))
    total = np.bincount(rows, weights[places], minlength=count)
    return total.astype(np.float64), np.bincount(rows, minlength=count).astype(np.int64)


def _looked_through(matrix: "NDArray[np.uint32]", known: "NDArray[np.uint32]") -> "Hits":
    import numpy as np  # noqa: PLC0415 - heavy, loaded on use

    # Nearly everything is thrown out by one look at the low half: ten times faster than isin.
    possible = np.zeros(_LOW, dtype=bool)
    possible[known & (_LOW - 1)] = True
    # Flat places, as finding them in two dimensions takes as long again.
    rows, columns = np.divmod(
        possible.take(matrix.astype(np.uint16)).reshape(-1).nonzero()[0], matrix.shape[1]
    )
    values = matrix[rows, columns]
    places = np.searchsorted(known, values).clip(max=len(known) - 1)
    same = known[places] == values
    return rows[same], places[same]


def _looked_up(
    index: "NDArray[np.uint64]", known: "NDArray[np.uint32]", columns: slice, end: int
) -> "Hits":
    import numpy as np  # noqa: PLC0415 - heavy, loaded on use

    wide, half = known.astype(np.uint64), np.uint64(32)
    starts = np.searchsorted(index, wide << half)
    ends = np.searchsorted(index, wide + np.uint64(1) << half)
    at = np.concatenate([index[start:stop] for start, stop in zip(starts, ends, strict=True)])
    at = (at & np.uint64(0xFFFFFFFF)).astype(np.int64)
    places = np.repeat(np.arange(len(known)), ends - starts)
    rows, column = np.divmod(at, _WIDTH)
    wanted = ((rows < end) & (column >= columns.start) & (column < columns.stop)).nonzero()[0]
    ordered = wanted[np.argsort(at[wanted])]
    return rows[ordered], places[ordered]


def _best(weights: "NDArray[np.float64]") -> Iterator[int]:
    """The places of the greatest weights above 0, the greatest first."""
    ranked = (-weights).argsort(kind="stable")[:_EACH]
    return (int(one) for one in ranked if weights[one] > 0)
