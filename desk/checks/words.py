"""Words of a text, cut by the dictionary of rjieba."""

from collections.abc import Iterator
from functools import lru_cache

import rjieba


def words_in(text: str) -> dict[int, int]:
    """Where each word begins and ends; unknown strings fall into single characters."""
    found, begin = {}, 0
    for line in text.split("\n"):
        found.update({start + begin: end + begin for start, end in _words_of(line)})
        begin += len(line) + 1
    return found


@lru_cache(maxsize=4096)
def _words_of(line: str) -> tuple[tuple[int, int], ...]:
    clean = line.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate is no text to Rust
    cut = rjieba.tokenize(clean, "default", False)  # noqa: FBT003 - its only form
    return tuple((start, end) for _word, start, end in cut)


def tags_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each word's place and part of speech in the dictionary's own signs."""
    begin = 0
    for line in text.split("\n"):
        for start, end, tag in _tags_of(line):
            yield start + begin, end + begin, tag
        begin += len(line) + 1


@lru_cache(maxsize=4096)
def _tags_of(line: str) -> tuple[tuple[int, int, str], ...]:
    found, start = [], 0
    clean = line.encode("utf-8", "replace").decode("utf-8")  # as above
    for word, tag in rjieba.tag(clean, False):  # noqa: FBT003 - its only form
        found.append((start, start + len(word), tag))
        start += len(word)
    return tuple(found)


def is_word(text: str) -> bool:
    """Whether the dictionary has this word."""
    return text.isprintable() and bool(rjieba.has_word(text))
