"""Sketches: what drafts are found by, the same number of bytes each.

The first part holds the smallest hashes of the text's shingles (bottom-k MinHash, Broder 1997),
in which numbers don't count; the second the hashes of its particulars and of its title.
"""

from typing import TYPE_CHECKING
from zlib import crc32

from desk.body import Body
from desk.duplicates.normal import skeleton, without_set_phrases
from desk.duplicates.particulars import particulars

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHINGLES, FACTS = 64, 40  # hashes of each part; 0 is an empty place
LENGTH = 4 * (SHINGLES + FACTS)  # bytes
_SHINGLE = 5  # characters
_TITLE_GRAM = 3
_MOST_GRAMS = 12
_RARE = 0.5  # a particular of less says nothing
_MULTIPLIER = 0x9E3779B1  # 2^32 divided by the golden ratio
_MIX = 0x85EBCA6B  # of MurmurHash3


def sketch(title: str, body: Body) -> bytes:
    """The sketch of a draft, ``LENGTH`` bytes."""
    import numpy as np  # noqa: PLC0415 - heavy, loaded on use

    text = body.text
    hashes = np.zeros(SHINGLES + FACTS, dtype="<u4")
    smallest = np.unique(_shingles(skeleton(title) + skeleton(text)))[:SHINGLES]
    hashes[: len(smallest)] = smallest
    facts = _facts(title, text)
    hashes[SHINGLES : SHINGLES + len(facts)] = facts
    return hashes.tobytes()


def _shingles(key: str) -> "NDArray[np.uint32]":
    """A hash, never 0, of every few neighbouring characters."""
    import numpy as np  # noqa: PLC0415 - heavy, loaded on use

    codes = np.frombuffer(key.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    count = max(0, len(codes) - _SHINGLE + 1)
    hashes = np.zeros(count, dtype=np.uint32)
    for place in range(_SHINGLE):
        hashes = (hashes ^ codes[place : place + count]) * np.uint32(_MULTIPLIER)
        hashes ^= hashes >> np.uint32(15)
    hashes *= np.uint32(_MIX)
    hashes ^= hashes >> np.uint32(13)
    return np.maximum(hashes, np.uint32(1))


def _facts(title: str, text: str) -> list[int]:
    """The hashes of what tells most of an event: the rarest particulars, words of the title."""
    whole = f"{title}\n{text}"
    rarity = {one.word: one.rarity for one in particulars(whole)}
    telling = [word for word, rare in rarity.items() if rare >= _RARE]
    ranked = sorted(telling, key=lambda word: -rarity[word])
    key = without_set_phrases(skeleton(title))
    grams = dict.fromkeys(key[at : at + _TITLE_GRAM] for at in range(len(key) - _TITLE_GRAM + 1))
    titled = list(grams)[:_MOST_GRAMS]
    words = (*ranked[: FACTS - len(titled)], *titled)
    return [crc32(word.encode("utf-8", "surrogatepass")) or 1 for word in words]
