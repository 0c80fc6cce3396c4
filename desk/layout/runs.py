"""Runs of characters with equal spacing: a set line as Typst draws it, nothing left to chance."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any

from desk.layout.fonts import FALLBACK, GETA, Fonts
from desk.layout.model import Look, Piece
from desk.layout.setting import text_of

# Typst squeezes two of them at the end of a run (typst issue 4404 asks for a switch).
_MARKS = frozenset("“”‘’、。，．：；？！（）《》〈〉【】「」『』〔〕〖〗［］｛｝")
_UNSPLIT = frozenset(("——", "……"))


def run_mark(
    at: tuple[float, float],
    pieces: tuple[Piece, ...],
    look: Look,
    fonts: Fonts,
    spare: float = 0.0,
) -> dict[str, Any]:
    """A line of text at its upper left corner, its gaps widened by ``spare`` points in all."""
    return {
        "x": round(at[0], 3),
        "y": round(at[1], 3),
        "size": look.size,
        "red": look.red,
        "runs": _segments(pieces, look, fonts, spare),
    }


@lru_cache(maxsize=16384)  # an edit changes few lines
def _segments(
    pieces: tuple[Piece, ...], look: Look, fonts: Fonts, spare: float
) -> tuple[dict[str, Any], ...]:
    return tuple(_cut(pieces, look, fonts, spare))


def _cut(
    pieces: tuple[Piece, ...], look: Look, fonts: Fonts, spare: float
) -> Iterator[dict[str, Any]]:
    text = text_of(pieces).rstrip(" ")
    stretched = [_stretches(before, after) for before, after in pairwise(text)]
    extra = spare / sum(stretched) if any(stretched) else 0.0
    gaps = [round(look.tracking + extra * stretch, 4) for stretch in stretched] + [0.0]
    kinds = [(fonts.key(piece.face, char), piece.bold) for piece in pieces for char in piece.text]
    start = 0
    for end in range(1, len(text) + 1):
        joins = end < len(text) and kinds[end] == kinds[start] and gaps[end - 1] == gaps[start]
        if joins and not (text[end - 1] in _MARKS and text[end] in _MARKS):
            continue
        face, bold = kinds[start]
        shown = text[start:end]
        if face == FALLBACK:
            shown = GETA * len(shown)
        yield {
            "text": shown,
            "face": face,
            "bold": bold,
            "tracking": gaps[start] if end - start > 1 else 0.0,
            "gap": gaps[end - 1],
        }
        start = end


def gaps_in(pieces: tuple[Piece, ...]) -> int:
    """How many gaps of a line justification may widen."""
    return sum(_stretches(one, other) for one, other in pairwise(text_of(pieces).rstrip(" ")))


def _stretches(before: str, after: str) -> bool:
    """Whether justification may widen the gap: not inside words, numbers and double marks."""
    if before + after in _UNSPLIT:
        return False
    return not ("!" <= before <= "~" and "!" <= after <= "~")
