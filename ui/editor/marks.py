"""The findings in one text: where they stand now, and how they are underlined."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from typing_extensions import override

from desk.body import Level
from desk.checking import CheckedFinding
from desk.checks.rule import Finding, Severity
from desk.drafts import Kept, WaiverScope
from ui import style
from ui.editor.document import level_at
from ui.editor.offsets import to_units
from ui.editor.table_places import At, Look

_LINES = {
    Severity.ERROR: (QTextCharFormat.UnderlineStyle.WaveUnderline, style.RED),
    Severity.WARNING: (QTextCharFormat.UnderlineStyle.WaveUnderline, style.AMBER),
    Severity.INFO: (QTextCharFormat.UnderlineStyle.DotLine, style.MUTED),
}
_WEIGHT = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


@dataclass(slots=True)
class Mark:
    """A finding at its place in a document, in UTF-16 units; typing moves it.

    One in a table stands on the table's character, with the cells it is about.
    """

    finding: Finding
    excerpt: str
    start: int
    end: int
    cells: tuple[At, ...] = ()
    offset: int = 0  # in the first of the cells
    around: str = ""  # the words by which this single place is known again
    is_drawn: bool = True  # what is about the whole draft has no words to underline

    def kept(self, scope: WaiverScope) -> Kept:
        """What keeping it in this scope means."""
        return CheckedFinding(self.finding, self.excerpt, None, self.around).kept(scope)


@dataclass(slots=True)
class Spot:
    """Words set off by their ground, as a figure of the current finding; typing moves them."""

    start: int
    end: int
    cells: tuple[At, ...] = ()
    ground: str = style.FOUND


class Marks(QSyntaxHighlighter):
    """Underlines the findings of a document, and shows headings in their faces.

    Marks follow the text as it is typed, until the next check brings new ones. Tables are drawn
    elsewhere, by ``cells_at``.

    Signals:
        drawn(): marks or spots were replaced.
    """

    drawn = Signal()

    def __init__(self, document: QTextDocument) -> None:
        # The signal must reach the marks before the highlighter paints by them.
        document.contentsChange.connect(self._on_change)
        super().__init__(document)
        self._marks: list[Mark] = []
        self._spots: list[Spot] = []
        self._hits: list[Spot] = []
        self.is_drawing = False  # Qt reports drawn marks as changed contents
        self._faces = {Level.FIRST: style.hei_face(), Level.SECOND: style.kai_face()}
        self._shapes = _shapes(self._faces.values())

    @property
    def marks(self) -> Sequence[Mark]:
        """The marks by place."""
        return self._marks

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Replace all marks; only paragraphs whose marks differ are drawn again."""
        before = self._by_block()
        self._marks = sorted(marks, key=lambda mark: (mark.start, mark.end))
        self._draw_anew(before)

    def show_spots(self, spots: Sequence[Spot]) -> None:
        """Set the figures of one finding off by their ground, in place of those shown before."""
        before = self._by_block()
        self._spots = list(spots)
        self._draw_anew(before)

    def show_hits(self, hits: Sequence[Spot]) -> None:
        """Set off the words that are searched for; thousands of them are fine."""
        before = self._by_block()
        self._hits = sorted(hits, key=_start)
        self._draw_anew(before)

    def cells_at(self, position: int) -> Mapping[At, Look]:
        """How the cells of the table at a position look."""
        found: dict[At, Look] = {}
        for mark in sorted(self._marks, key=_weight):
            if mark.start == position:
                found |= {cell: Look(colour_of(mark)) for cell in mark.cells}
        for spot in (*self._hits, *self._spots):
            if spot.start == position:
                found |= {one: Look(found.get(one, Look()).line, spot.ground) for one in spot.cells}
        return found

    @property
    def _placed(self) -> list[Mark | Spot]:
        return [*self._marks, *self._spots, *self._hits]

    def _draw_anew(self, before: "_Blocks") -> None:
        after = self._by_block()
        self.is_drawing = True
        for number in before.keys() | after.keys():
            if before.get(number) != after.get(number):
                self.rehighlightBlock(self.document().findBlockByNumber(number))
        self.is_drawing = False
        self.drawn.emit()

    def _by_block(self) -> "_Blocks":
        """What is drawn in each paragraph."""
        found: _Blocks = {}
        document = self.document()
        for one in self._placed:
            if isinstance(one, Mark) and not one.is_drawn:
                continue
            block = document.findBlock(one.start)
            last = document.findBlock(max(one.start, one.end - 1)).blockNumber()
            severity = one.finding.severity if isinstance(one, Mark) else None
            place = (one.start - block.position(), one.end - block.position(), severity, one.cells)
            for number in range(block.blockNumber(), last + 1):
                found.setdefault(number, []).append(place)
        return found

    def _on_change(self, at: int, removed: int, added: int) -> None:
        shift = added - removed
        for mark in self._placed:
            if mark.start >= at + removed and (removed or mark.start >= at):
                mark.start += shift
                mark.end += shift
            elif mark.end > at:
                mark.end = max(mark.start, mark.end + shift)

    @override
    def highlightBlock(self, text: str) -> None:
        block = self.currentBlock()
        face = self._faces.get(level_at(block, text), "")
        lead = self._dress_heading(text, face)
        first = block.position()
        last = first + block.length()
        in_text = [mark for mark in self._marks if mark.is_drawn and not mark.cells]
        here = [mark for mark in in_text if mark.start < last and mark.end > first]
        here.sort(key=_weight)  # the gravest is drawn last
        for mark in here:
            start, end = max(0, mark.start - first), min(last, mark.end) - first
            if start < lead:
                self._underline(start, min(end, lead), mark.finding.severity, face)
            if end > lead:
                self._underline(max(start, lead), end, mark.finding.severity, "")
        for spot in (*self._hits_in(first, last), *self._spots):
            if not spot.cells:
                self._set_off(max(0, spot.start - first), min(last, spot.end) - first)

    def _hits_in(self, first: int, last: int) -> Sequence[Spot]:
        """The words searched for that begin in a paragraph; none crosses one."""
        start = bisect_left(self._hits, first, key=_start)
        return self._hits[start : bisect_left(self._hits, last, start, key=_start)]

    def _dress_heading(self, text: str, face: str) -> int:
        """Show a heading, or the first sentence that is one, in its face; returns where it ends."""
        if not face:
            return 0
        lead = text.find("。") + 1 or len(text)
        length = to_units(text, lead)
        self.setFormat(0, length, self._shapes[None, face])
        return length

    def _underline(self, start: int, end: int, severity: Severity, face: str) -> None:
        self.setFormat(start, end - start, self._shapes[severity, face])

    def _set_off(self, start: int, end: int) -> None:
        """Lay a ground beneath characters that keep their other looks."""
        for at in range(start, end):
            shape = QTextCharFormat(self.format(at))
            shape.setBackground(QColor(style.FOUND))
            self.setFormat(at, 1, shape)


_Blocks = dict[int, list[tuple[int, int, Severity | None, tuple[At, ...]]]]


def _start(spot: Spot) -> int:
    return spot.start


def _weight(mark: Mark) -> int:
    return _WEIGHT[mark.finding.severity]


def colour_of(mark: Mark) -> str:
    """The colour of a mark's line."""
    return _LINES[mark.finding.severity][1]


def _shapes(faces: Iterable[str]) -> dict[tuple[Severity | None, str], QTextCharFormat]:
    """A format for every face, "" for the text's own, without and with each underline."""
    found = {}
    for face in ("", *faces):
        for severity in (None, *Severity):
            shape = QTextCharFormat()
            if face:
                shape.setFontFamilies([face])
            if severity is not None:
                line, colour = _LINES[severity]
                shape.setUnderlineStyle(line)
                shape.setUnderlineColor(QColor(colour))
            found[severity, face] = shape
    return found
