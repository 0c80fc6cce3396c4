"""The normal form in which words are compared, and the way back to the characters they came from.

What looks alike is one: full width and half width, upper and lower case, composed and decomposed.
Characters nobody sees are left out.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f\u00ad\u200b-\u200d\u2060\ufeff\ud800-\udfff]")
_JAMO = ("\u1160", "\u11ff")  # Hangul vowels and finals: they join what stands before them


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in normal form; character i came from ``starts[i]`` up to ``ends[i]``."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def fold(text: str) -> str:
    """A text in normal form."""
    return unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).casefold()


def folded(text: str) -> Folded:
    """A text in normal form, with the places its characters came from."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        part = _fold_piece(text[start:end])
        parts.append(part)
        starts.extend([start] * len(part))
        ends.extend([end] * len(part))
    return Folded("".join(parts), tuple(starts), tuple(ends))


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """The pieces of a text that become normal without looking at each other."""
    start = end = 0
    for at, sign in enumerate(text):
        if not _is_unseen(sign):
            if not _joins(sign) and end > start:
                yield start, end
                start = at
            elif end == start:
                start = at
            end = at + 1
    if end > start:
        yield start, end


@lru_cache(maxsize=8192)
def _fold_piece(piece: str) -> str:
    return fold(piece)


@cache
def _is_unseen(sign: str) -> bool:
    return _UNSEEN.match(sign) is not None


@cache
def _joins(sign: str) -> bool:
    """Whether a character may change with what stands before it."""
    first = unicodedata.normalize("NFKD", sign)[0]
    return unicodedata.category(first).startswith("M") or _JAMO[0] <= first <= _JAMO[1]
