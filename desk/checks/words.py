"""Words of a text, cut by the dictionary of rjieba."""

import rjieba


def words_in(text: str) -> tuple[tuple[str, int, int], ...]:
    """The words with their places; unknown strings fall into single characters."""
    return tuple(rjieba.tokenize(text, "default", False))  # noqa: FBT003 - its only form


def is_word(text: str) -> bool:
    """Whether the dictionary has this word."""
    return bool(rjieba.has_word(text))
