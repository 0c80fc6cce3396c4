"""Words of a text, cut by the dictionary of rjieba."""

import rjieba


def words_in(text: str) -> tuple[tuple[str, int, int], ...]:
    """The words with their places; unknown strings fall into single characters."""
    clean = text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate is no text to Rust
    return tuple(rjieba.tokenize(clean, "default", False))  # noqa: FBT003 - its only form


def is_word(text: str) -> bool:
    """Whether the dictionary has this word."""
    return text.isprintable() and bool(rjieba.has_word(text))
