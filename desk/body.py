"""The text of a draft: paragraphs, tables and pictures, and nothing else from Word."""

import re
from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Size(StrEnum):
    """How much room a picture takes on the page."""

    WIDE = "通栏"  # as wide as the text, where it is large enough
    HALF = "半栏"
    SMALL = "小图"  # a third of the text's width


class Level(IntEnum):
    """A paragraph's place in the outline (GB/T 9704-2012 7.3.3)."""

    PLAIN = 0
    FIRST = 1  # 一、
    SECOND = 2  # （一）
    THIRD = 3  # 1.
    FOURTH = 4  # （1）


@dataclass(frozen=True, slots=True)
class Run:
    """Some characters of one weight."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; its runs hold no line breaks.

    In a composite ``source`` is the id of the draft the block came from, as in every block.
    """

    runs: tuple[Run, ...]
    level: Level = Level.PLAIN
    source: int = 0

    @property
    def text(self) -> str:
        """The characters without their weight."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cell texts, all of the same length; a merged cell repeats as empty."""

    rows: tuple[tuple[str, ...], ...]
    header_rows: int = 1
    caption: str = ""
    source: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by the SHA-256 of its bytes, which the store keeps apart; size in pixels."""

    digest: str
    width: int
    height: int
    caption: str = ""
    source: int = 0
    size: Size = Size.WIDE


Block = Paragraph | Table | Picture


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks of a text in order."""

    blocks: tuple[Block, ...] = ()

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs in order."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def text(self) -> str:
        """The paragraphs joined by line feeds; tables and captions are left out."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


_PREFIXES = (
    (Level.FIRST, re.compile(r"[一二三四五六七八九十]+、")),
    (Level.SECOND, re.compile(r"[（(][一二三四五六七八九十]+[）)]")),
    (Level.THIRD, re.compile(r"\d{1,2}[.．](?!\d)")),
    (Level.FOURTH, re.compile(r"[（(]\d{1,2}[）)]")),
)


def level_of(text: str) -> Level:
    """The outline level that a paragraph's own number gives it."""
    return next((level for level, prefix in _PREFIXES if prefix.match(text)), Level.PLAIN)


def plain(text: str) -> Body:
    """A body made of plain text, one paragraph a line, empty lines dropped."""
    lines = (line.strip() for line in text.splitlines())
    return Body(tuple(Paragraph((Run(line),), level_of(line)) for line in lines if line))
