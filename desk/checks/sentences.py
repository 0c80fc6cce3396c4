"""Sentences and clauses of a text with their places."""

import re
from collections.abc import Iterator

from desk.checks.masks import HAN, Span

_END = re.compile(rf"[。！？；;!?\n]+[”’）)》]*|(?<=[{HAN}”）%])\.(?![\dA-Za-z.])")

_PAUSE = re.compile(r"[，。！？；：,;:!?\n]+[”’）)》]*")


def sentences_in(text: str) -> Iterator[Span]:
    """Yield sentences without blanks around; a semicolon ends one, as in a list of measures."""
    start = 0
    for match in _END.finditer(text):
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def clauses_in(text: str) -> Iterator[Span]:
    """Yield what stands between two pauses, with the mark that ends it; 、 is none."""
    start = 0
    for match in _PAUSE.finditer(text):
        if not _inside_number(text, match):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, len(text))


def _inside_number(text: str, match: re.Match[str]) -> bool:
    """Whether a half-width mark parts digits: 2,300 or 14:30."""
    around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    return match[0] in ",:" and len(around) == len("00") and around.isdecimal()


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    if left < right:
        yield left, right
