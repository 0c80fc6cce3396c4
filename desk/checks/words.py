"""Words of a text, cut by the dictionary of rjieba."""

from collections.abc import Iterator

import rjieba


def words_in(text: str) -> dict[int, int]:
    """Where each word begins and ends; unknown strings fall into single characters."""
    clean = text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate is no text to Rust
    cut = rjieba.tokenize(clean, "default", False)  # noqa: FBT003 - its only form
    return {start: end for _word, start, end in cut}


def tags_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each word's place and part of speech in the dictionary's own signs."""
    start = 0
    clean = text.encode("utf-8", "replace").decode("utf-8")  # as above
    for word, tag in rjieba.tag(clean, False):  # noqa: FBT003 - its only form
        yield start, start + len(word), tag
        start += len(word)


def is_word(text: str) -> bool:
    """Whether the dictionary has this word."""
    return text.isprintable() and bool(rjieba.has_word(text))
