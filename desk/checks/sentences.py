"""Sentences of a paragraph with their places."""

import re
from collections.abc import Iterator

from desk.checks.masks import HAN, Span

_END = re.compile(rf"[。！？；;!?\n]+[”’）)》]*|(?<=[{HAN}”）%])\.(?![\dA-Za-z.])")


def sentences_in(text: str) -> Iterator[Span]:
    """Yield sentences without blanks around; a semicolon ends one, as in a list of measures."""
    start = 0
    for match in _END.finditer(text):
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    if left < right:
        yield left, right
