"""Put the pieces of a paragraph together into lines."""

from dataclasses import dataclass

from desk.body import Run
from desk.intake.document import Align, Line
from desk.intake.looks import Look

_SOFT = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0000")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters with the look they have in the end."""

    text: str
    look: Look


class Lines:
    """The lines of one paragraph while it is being read."""

    def __init__(self) -> None:
        self._lines: list[list[Piece]] = [[]]

    def add(self, text: str, look: Look) -> None:
        """Add characters; a line feed among them starts a new line."""
        first, *rest = text.translate(_SOFT).split("\n")
        self._put(first, look)
        for part in rest:
            self._lines.append([])
            self._put(part, look)

    def number(self, text: str) -> None:
        """Put an automatic number in front, in the look of what it counts."""
        pieces = next((line for line in self._lines if line), None)
        if pieces is not None:
            pieces.insert(0, Piece(text, pieces[0].look))

    def _put(self, text: str, look: Look) -> None:
        if text:
            self._lines[-1].append(Piece(text, look))

    def finish(self, paragraph: Look) -> list[Line]:
        """The lines that hold more than blanks."""
        lines = (_line(pieces, paragraph) for pieces in self._lines)
        return [line for line in lines if line.text.strip()]


def _line(pieces: list[Piece], paragraph: Look) -> Line:
    """Join pieces of one weight into runs, and sum up how the line looks."""
    visible = [piece for piece in pieces if piece.text.strip()]
    return Line(
        runs=_runs(pieces),
        align=paragraph.align or Align.LEFT,
        size=max((piece.look.size or 0.0 for piece in visible), default=0.0),
        heading=paragraph.outline or 0,
        red=bool(visible) and all(piece.look.red for piece in visible),
    )


def _runs(pieces: list[Piece]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for piece in pieces:
        bold = bool(piece.look.bold)
        if runs and runs[-1].bold == bold:
            runs[-1] = Run(runs[-1].text + piece.text, bold)
        else:
            runs.append(Run(piece.text, bold))
    return tuple(runs)
