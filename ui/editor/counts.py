"""The figures beneath the text: characters, paragraphs, the longest sentence, printed lines."""

import re
import unicodedata
from dataclasses import dataclass

from desk.body import Body, Paragraph, Picture, Table
from desk.checks.sentences import sentences_in

_LINE = 28  # characters (GB/T 9704-2012 5.2.1)
_INDENT = 2
_PICTURE_LINES = 10
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Counts:
    """What a text amounts to; lines are an estimate, the page preview knows them exactly."""

    characters: int
    words: int  # characters without punctuation
    paragraphs: int
    longest: int
    lines: int

    @property
    def text(self) -> str:
        """One line for the clerk."""
        return (
            f"{self.characters} 字（不计标点 {self.words}）　{self.paragraphs} 段　"
            f"最长句 {self.longest} 字　约 {self.lines} 行"
        )


def count(body: Body) -> Counts:
    """Count a text."""
    text = _SPACE.sub("", body.text)
    longest = max((end - start for start, end in sentences_in(body.text)), default=0)
    return Counts(
        len(text),
        sum(not unicodedata.category(char).startswith("P") for char in text),
        len(body.paragraphs),
        longest,
        sum(_lines(block) for block in body.blocks),
    )


def _lines(block: Paragraph | Table | Picture) -> int:
    if isinstance(block, Paragraph):
        return max(1, -(-(len(block.text) + _INDENT) // _LINE))
    if isinstance(block, Table):
        return len(block.rows) + bool(block.caption)
    return _PICTURE_LINES
