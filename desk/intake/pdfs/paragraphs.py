"""Join the lines of pages to the paragraphs that their edges show."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from desk.body import Level, Run, level_of
from desk.intake.document import Align, Line
from desk.intake.pdfs.lines import Row

_SLACK = 0.6  # sizes a full line may fall short beside what did not fit on it
_INDENT = 0.8  # sizes that show a first line
_CENTRED = 1.5  # sizes a centred line keeps from both edges
_OFF_CENTRE = 1.0  # sizes that the distances to the edges may differ
_FIRST_LINE, _NEAR = 2.0, 0.3  # sizes a first line is set in, and how exactly
_RIGHT = 0.45  # of the width; a line that begins behind it is set to the right
_SAME_SIZE = 1.0  # points
_LOOSE = 1.45  # of the usual pitch; a wider one parts paragraphs
_FEW = 2  # lines that show an edge
_TOKEN = re.compile(r"(?:[!-~]+|.)[，。；：、！？）》”】〕]*")
_LEADER = re.compile(r"[.…·]{6,}\s*\d+$")  # a line of a table of contents
_STEP = 2.0  # points that edges are counted in
_ENDS = ("。", "！", "？", "；", "：", "”", "）", ".")


@dataclass(frozen=True, slots=True)
class Edges:
    """Where the text begins and ends across, and how far its lines are apart, in points."""

    left: float
    right: float
    pitch: float
    size: float  # of most lines


def edges(pages: list[list[Row]], width: float) -> Edges:
    """The edges that most lines keep to; pages with few lines are taken as set in the middle."""
    found = [row for page in pages for row in page]
    lefts = Counter(round(row.x / _STEP) for row in found)
    rights = Counter(round(row.end / _STEP) for row in found)
    left = min([place for place, count in lefts.items() if count >= _FEW] or lefts) * _STEP
    longest = max(row.end for row in found)
    is_shared = rights[max(rights)] + rights[max(rights) - 1] >= _FEW
    pitches = Counter(round(above.y - below.y) for page in pages for above, below in pairwise(page))
    return Edges(
        left,
        longest if is_shared else max(longest, width - left),
        float(pitches.most_common(1)[0][0]) if pitches else 0.0,
        usual_size(pages),
    )


def usual_size(pages: list[list[Row]]) -> float:
    """The size that most characters have."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for row in page:
            sizes[row.size] += len(row.text)
    return sizes.most_common(1)[0][0]


def paragraphs(pages: list[list[Row]], known: Edges) -> Iterator[tuple[int, float, Line]]:
    """The paragraphs with the page and the height at which each begins."""
    place, line, last = (0, 0.0), None, None
    for number, page in enumerate(pages):
        for first, row in enumerate(page):
            pitch = last.y - row.y if last and first else 0.0
            if last and line and _continues(last, row, pitch, known):
                line = replace(_joined(line, row), align=_align(row, known))
            else:
                if line:
                    yield *place, line
                place = number, row.y
                line = Line(row.runs, _align(row, known), row.size, red=row.red)
            last = row
    if line:
        yield *place, line


def _continues(last: Row, row: Row, pitch: float, known: Edges) -> bool:
    """Whether a line is the rest of the one before it."""
    is_full = last.end + _token(row) > known.right - _SLACK * last.size
    is_loose = known.pitch > 0 and pitch > _LOOSE * max(known.pitch, row.size)
    is_numbered = level_of(row.text) is not Level.PLAIN and last.text.endswith(_ENDS)
    return (
        is_full
        and (row.x - known.left < _INDENT * row.size or _is_title(row, known))
        and abs(last.size - row.size) < _SAME_SIZE
        and not is_loose
        and not is_numbered
        and "\t" not in last.text + row.text
        and not _LEADER.search(last.text)
    )


def _is_title(row: Row, known: Edges) -> bool:
    """Whether a line is the centred rest of a title that filled the line before."""
    return row.size > known.size + _SAME_SIZE and _align(row, known) is Align.CENTRE


def _token(row: Row) -> float:
    """How much room the first of a line needed, that it did not go on the one before."""
    found = _TOKEN.match(row.text)
    text = found[0] if found else ""
    return row.size * sum(0.5 if letter.isascii() else 1.0 for letter in text)


def _align(row: Row, known: Edges) -> Align:
    before, behind = row.x - known.left, known.right - row.end
    is_first_line = abs(before - _FIRST_LINE * row.size) < _NEAR * row.size
    if is_first_line and row.size < known.size + _SAME_SIZE:
        return Align.LEFT
    if (
        min(before, behind) > _CENTRED * row.size
        and abs(before - behind) < 2 * _OFF_CENTRE * row.size
    ):
        return Align.CENTRE
    if before > _RIGHT * (known.right - known.left):
        return Align.RIGHT
    return Align.LEFT


def _joined(line: Line, row: Row) -> Line:
    """A paragraph with one more line; Latin words keep a blank between them."""
    head, *rest = row.runs
    last = line.runs[-1]
    blank = " " if last.text[-1:].isascii() and head.text[:1].isascii() else ""
    if last.bold == head.bold:
        runs = (*line.runs[:-1], Run(last.text + blank + head.text, last.bold), *rest)
    else:
        runs = (*line.runs, Run(blank + head.text, head.bold), *rest)
    return replace(line, runs=runs, red=line.red and row.red)
