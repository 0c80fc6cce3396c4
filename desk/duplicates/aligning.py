"""Which sentences of two texts say the same, and what they share of days, figures and places."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from desk.duplicates.normal import Sentence, folded, sentences, skeleton, without_set_phrases
from desk.duplicates.particulars import Sort, particulars

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_ALIKE = 58  # percent of characters that two sentences share when they say the same
_PART = 88  # percent of a sentence found inside a longer one
_LEAST_PART = 10  # characters
# A share p of a sentence and as much of a part no longer than it are 2·common / (both lengths):
# common is p / (2 - p) of the shorter length at least, in the whole sentences too.
_COMMON = _PART / (200 - _PART) - 0.001  # for rounding


@dataclass(frozen=True)
class Reading:
    """A draft prepared to be compared; places count code points of ``text``."""

    title: str
    text: str

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the text."""
        return sentences(self.text)

    @cached_property
    def folded(self) -> str:
        """The text without layout."""
        return folded(self.text)

    @cached_property
    def title_key(self) -> str:
        """The title without layout, figures and set phrases."""
        return without_set_phrases(skeleton(self.title))

    @cached_property
    def weight(self) -> int:
        """What all sentences weigh."""
        return sum(sentence.weight for sentence in self.sentences)

    @cached_property
    def particulars(self) -> dict[tuple[Sort, str], float]:
        """The days, figures and places of title and text, with their rarity."""
        whole = f"{self.title}\n{self.text}"
        return {(one.sort, one.word): one.rarity for one in particulars(whole)}


@dataclass(frozen=True, slots=True)
class Match:
    """Two sentences that say the same; ``ratio`` is the share of their characters, 0 to 1."""

    left: Sentence
    right: Sentence
    ratio: float


def align(left: Reading, right: Reading) -> list[Match]:
    """Pair sentences one to one, the most alike first; then parts of longer sentences.

    Matches come in the order of the left text.
    """
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - heavy, loaded on use

    first, second = left.sentences, right.sentences
    if not first or not second:
        return []
    keys = [one.key for one in first], [one.key for one in second]
    ratios = process.cdist(*keys, scorer=fuzz.ratio)
    found = _one_to_one(first, second, ratios)
    may_hold = _may_hold(*keys, ratios)
    paired = {one.left.start for one in found}, {one.right.start for one in found}
    parts = _parts(first, second, may_hold, paired[0])
    found += [Match(part, whole, ratio) for part, whole, ratio in parts]
    parts = _parts(second, first, may_hold.T, paired[1])
    found += [Match(whole, part, ratio) for part, whole, ratio in parts]
    return sorted(found, key=lambda one: (one.left.start, one.right.start))


def _one_to_one(
    first: Sequence[Sentence], second: Sequence[Sentence], ratios: "NDArray[np.float32]"
) -> list[Match]:
    rows, columns = (ratios >= _ALIKE).nonzero()
    ranked = sorted(
        zip(ratios[rows, columns].tolist(), rows.tolist(), columns.tolist(), strict=True),
        key=lambda one: (-one[0], abs(one[1] - one[2]), one[1]),
    )
    lines, others, found = set[int](), set[int](), list[Match]()
    for ratio, row, column in ranked:
        if row not in lines and column not in others:
            lines.add(row)
            others.add(column)
            found.append(Match(first[row], second[column], ratio / 100))
    return found


def _may_hold(
    first: Sequence[str], second: Sequence[str], ratios: "NDArray[np.float32]"
) -> "NDArray[np.bool_]":
    """Where one sentence has enough characters of the other for one to be part of the other."""
    import numpy as np  # noqa: PLC0415 - heavy, loaded on use

    rows, columns = np.asarray([*map(len, first)])[:, None], np.asarray([*map(len, second)])
    common = ratios * (rows + columns) / 200
    return np.asarray(common >= _COMMON * np.minimum(rows, columns))


def _parts(
    sentences: Sequence[Sentence],
    wholes: Sequence[Sentence],
    may_hold: "NDArray[np.bool_]",
    paired: Set[int],
) -> Iterator[tuple[Sentence, Sentence, float]]:
    """Sentences not paired that stand inside a longer one: joined or cut by another hand."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - heavy, loaded on use

    for sentence, places in zip(sentences, may_hold, strict=True):
        if sentence.start in paired or len(sentence.key) < _LEAST_PART or not places.any():
            continue
        longer = {place: wholes[place].key for place in places.nonzero()[0].tolist()}
        best = process.extractOne(
            sentence.key, longer, scorer=fuzz.partial_ratio, score_cutoff=_PART
        )
        if best and len(best[0]) > len(sentence.key):
            yield sentence, wholes[best[2]], best[1] / 100
