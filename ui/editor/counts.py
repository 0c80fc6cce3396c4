"""The figures of a text: characters, paragraphs, the longest sentence."""

import re
import unicodedata
from dataclasses import dataclass

from desk.body import Body
from desk.checks.sentences import sentences_in

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Counts:
    """What a text amounts to; ``place`` is where its longest sentence stands in ``body.text``."""

    characters: int
    words: int  # characters without punctuation
    paragraphs: int
    longest: int
    place: tuple[int, int]


def count(body: Body) -> Counts:
    """Count a text."""
    whole = body.text
    text = _SPACE.sub("", whole)
    start, end = max(sentences_in(whole), key=lambda one: one[1] - one[0], default=(0, 0))
    return Counts(
        len(text),
        sum(not unicodedata.category(char).startswith("P") for char in text),
        len(body.paragraphs),
        end - start,
        (start, end),
    )
