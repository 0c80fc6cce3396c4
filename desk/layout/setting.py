"""Set pieces of text into lines with the advances of the faces in use."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from desk.body import Paragraph
from desk.layout.breaker import break_lines
from desk.layout.fonts import Face, Fonts
from desk.layout.grid import BREAK_LIMIT, TRACKING, Grid
from desk.layout.model import Line, Look, Piece, TextBlock
from desk.layout.parts import part_ends

_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\ufffe\uffff]"
)

_TIGHTER = 6  # twentieths that a paragraph may try
_DOUBT = 0.15  # points by which a reader's widths may differ from ours in a line


@lru_cache(maxsize=8192)
def clean(text: str) -> str:
    """Drop what has no place on paper: control and zero-width characters; tabs become spaces."""
    if text.isascii() and text.isprintable():
        return text
    text = re.sub(r"[\t\n\r\v\f\u00a0]", " ", _INVISIBLE.sub("", text))
    return "".join(char for char in text if unicodedata.category(char) not in ("Cc", "Cs"))


def pieces_of(paragraph: Paragraph, face: Face) -> tuple[Piece, ...]:
    """A paragraph's runs in one face, without the blanks that people indent with."""
    pieces = [Piece(clean(run.text), face, run.bold) for run in paragraph.runs]
    return trim(pieces)


def trim(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Take white space off both ends and leave out what is empty."""
    kept = [piece for piece in pieces if piece.text]
    while kept and not (text := kept[0].text.lstrip()):
        kept.pop(0)
    if kept:
        kept[0] = Piece(text, kept[0].face, kept[0].bold)
    while kept and not (text := kept[-1].text.rstrip()):
        kept.pop()
    if kept:
        kept[-1] = Piece(text, kept[-1].face, kept[-1].bold)
    return tuple(kept)


def text_of(pieces: Iterable[Piece]) -> str:
    """The characters of pieces."""
    return "".join(piece.text for piece in pieces)


def cut(pieces: Iterable[Piece], start: int, end: int) -> tuple[Piece, ...]:
    """The pieces of the characters ``[start, end)``."""
    parts = []
    at = 0
    for piece in pieces:
        text = piece.text[max(0, start - at) : max(0, end - at)]
        if text:
            parts.append(Piece(text, piece.face, piece.bold))
        at += len(piece.text)
    return tuple(parts)


def widths_of(pieces: Iterable[Piece], look: Look, fonts: Fonts) -> list[float]:
    """The width of every character with its tracking."""
    return [
        fonts.advance(piece.face, char) * look.size + look.tracking
        for piece in pieces
        for char in piece.text
    ]


@lru_cache(maxsize=8192)
def set_lines(
    pieces: tuple[Piece, ...], look: Look, fonts: Fonts, limit: float = BREAK_LIMIT
) -> tuple[Line, ...]:
    """Break pieces into lines; an edit sets only its own paragraph again."""
    room = limit - look.left - look.right
    widths = widths_of(pieces, look, fonts)
    spans = break_lines(text_of(pieces), widths, room - look.first, room - look.hang)
    return lines_at(pieces, spans, look, fonts)


def lines_at(
    pieces: tuple[Piece, ...], spans: list[tuple[int, int]], look: Look, fonts: Fonts
) -> tuple[Line, ...]:
    """Lines that break where the spans say."""
    widths = widths_of(pieces, look, fonts)
    text = text_of(pieces)
    lines: list[Line] = []
    for start, end in spans:
        shown = start + len(text[start:end].rstrip(" "))
        width = sum(widths[start:shown]) - (look.tracking if shown > start else 0.0)
        indent = look.hang if lines else look.first
        lines.append(Line(cut(pieces, start, end), width, indent, last=end == spans[-1][1]))
    return tuple(lines)


def text_block(pieces: tuple[Piece, ...], look: Look, fonts: Fonts, grid: Grid) -> TextBlock:
    """A paragraph of broken lines; the body's characters stand in the grid's cells."""
    if look.tracking != TRACKING:
        return TextBlock(pieces, look, set_lines(pieces, look, fonts, grid.limit))
    tracking, lines = _agreed_lines(pieces, look, fonts, grid)
    return TextBlock(pieces, replace(look, tracking=tracking), lines)


@lru_cache(maxsize=8192)
def _agreed_lines(
    pieces: tuple[Piece, ...], look: Look, fonts: Fonts, grid: Grid
) -> tuple[float, tuple[Line, ...]]:
    """The least tightening with which Word and LibreOffice break alike, and the lines.

    Word adds the tracking after every character: its lines hold the most. LibreOffice leaves out
    what stands at the ends of parts and lines: its lines hold the least. Where both break alike,
    the numbers of a line are not what decides.
    """
    text = text_of(pieces)
    natural = widths_of(pieces, replace(look, tracking=0.0), fonts)
    ends = part_ends(pieces)
    room = grid.limit - look.left - look.right
    first, rest = room - look.first, room - look.hang

    def spans(tracking: float, more: float, *, most: bool) -> list[tuple[int, int]]:
        widths = [
            width + (0.0 if at in ends and not most else tracking)
            for at, width in enumerate(natural)
        ]
        last = [0.0 if at in ends or most else tracking for at in range(len(text))]
        return break_lines(text, widths, first + more, rest + more, last)

    for step in range(_TIGHTER):
        tracking = (grid.spacing - step / 20) / grid.scale
        found = spans(tracking, -_DOUBT, most=False)
        if found == spans(tracking, _DOUBT, most=True):
            break
    else:
        tracking = grid.tracking
        found = spans(tracking, 0.0, most=False)
    return tracking, lines_at(pieces, found, replace(look, tracking=tracking), fonts)


def faced(pieces: tuple[Piece, ...], end: int, face: Face) -> tuple[Piece, ...]:
    """The pieces with their characters before ``end`` in another face."""
    total = sum(len(piece.text) for piece in pieces)
    head = (Piece(piece.text, face, piece.bold) for piece in cut(pieces, 0, end))
    return (*head, *cut(pieces, end, total))
