"""Put the characters of a page into lines, from its head to its foot."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from desk.body import Run
from desk.intake.pdfs.characters import Character

_SAME = 0.5  # of a size; baselines closer than that are one line
_COLUMN = 1.2  # of a size; a wider gap parts two columns of a table
_WORD, _BLANK = 0.15, 0.25  # of a size; wider gaps part Latin words, and Chinese ones
_SMALL, _RAISED = 0.75, 0.12  # a mark of a note: smaller and higher than the line, by its size
_MARKS = frozenset("0123456789①②③④⑤⑥⑦⑧⑨⑩[]［］〔〕*")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a page; places in points, ``y`` of the baseline from the foot."""

    runs: tuple[Run, ...]
    x: float
    end: float
    y: float
    size: float
    red: bool

    @property
    def text(self) -> str:
        """The characters."""
        return "".join(run.text for run in self.runs)

    @property
    def bold(self) -> bool:
        """Whether every visible character is bold."""
        visible = [run for run in self.runs if run.text.strip()]
        return bool(visible) and all(run.bold for run in visible)


def rows(characters: Iterable[Character]) -> list[Row]:
    """The lines of a page that hold more than blanks."""
    found: list[list[Character]] = []
    for character in sorted(characters, key=lambda item: -item.y):
        last = found[-1][0] if found else None
        if last and last.y - character.y < _SAME * max(last.face.size, character.face.size):
            found[-1].append(character)
        else:
            found.append([character])
    lines = (_row(sorted(line, key=lambda item: item.x)) for line in found)
    return [line for line in lines if line is not None]


def _row(line: list[Character]) -> Row | None:
    visible = [item for item in line if not item.text.isspace()]
    if not visible:
        return None
    largest = max(visible, key=lambda item: (item.face.size, -item.x))
    size = largest.face.size
    kept = [item for item in line if not _is_note_mark(item, size, largest.y)]
    visible = [item for item in kept if not item.text.isspace()]
    if not visible:
        return None
    kept = kept[kept.index(visible[0]) : len(kept) - kept[::-1].index(visible[-1])]
    return Row(
        _runs(kept),
        visible[0].x,
        max(item.end for item in visible),
        largest.y,
        size,
        all(item.face.red for item in visible),
    )


def _is_note_mark(item: Character, size: float, y: float) -> bool:
    """Whether a raised small figure only points to a note."""
    return item.text in _MARKS and item.face.size < _SMALL * size and item.y - y > _RAISED * size


def _runs(line: list[Character]) -> tuple[Run, ...]:
    """The characters with blanks where gaps part words or columns, joined by weight."""
    usual = median([item.x - before.end for before, item in pairwise(line)] or [0.0])
    pieces = [(line[0].text, line[0].face.bold)]
    for before, item in pairwise(line):
        pieces.append((_gap(before, item, max(0.0, usual)) + item.text, item.face.bold))
    runs: list[Run] = []
    for text, bold in pieces:
        if runs and (runs[-1].bold == bold or text.isspace()):
            runs[-1] = Run(runs[-1].text + text, runs[-1].bold)
        else:
            runs.append(Run(text, bold))
    return tuple(runs)


def _gap(before: Character, item: Character, usual: float) -> str:
    """A blank where a gap parts words, a tab where it parts columns; spread lines have neither."""
    if before.text.isspace() or item.text.isspace():
        return ""
    gap = (item.x - before.end - usual) / max(item.face.size, 1.0)
    if gap > _COLUMN:
        return "\t"
    latin = before.text.isascii(), item.text.isascii()
    if all(latin):
        return " " if gap > _WORD else ""
    return " " if gap > _BLANK and not any(latin) else ""
