"""The findings in one text: where they stand now, and how they are underlined."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from typing_extensions import override

from desk.body import Level
from desk.checks.rule import Finding, Severity
from ui import style
from ui.editor.document import level_at
from ui.editor.offsets import to_units, units

_LINES = {
    Severity.ERROR: (QTextCharFormat.UnderlineStyle.WaveUnderline, style.RED),
    Severity.WARNING: (QTextCharFormat.UnderlineStyle.WaveUnderline, style.AMBER),
    Severity.INFO: (QTextCharFormat.UnderlineStyle.DotLine, style.MUTED),
}
_WEIGHT = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


@dataclass(slots=True)
class Mark:
    """A finding at its place in a document, in UTF-16 units; typing moves it."""

    finding: Finding
    excerpt: str
    start: int
    end: int


class Marks(QSyntaxHighlighter):
    """Underlines the findings of a document, and shows headings in their faces.

    Marks follow the text as it is typed, until the next check brings new ones.
    """

    def __init__(self, document: QTextDocument) -> None:
        # The signal must reach the marks before the highlighter paints by them.
        document.contentsChange.connect(self._on_change)
        super().__init__(document)
        self._marks: list[Mark] = []
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
        after = self._by_block()
        self.is_drawing = True
        for number in before.keys() | after.keys():
            if before.get(number) != after.get(number):
                self.rehighlightBlock(self.document().findBlockByNumber(number))
        self.is_drawing = False

    def _by_block(self) -> dict[int, list[tuple[int, int, Severity]]]:
        found: dict[int, list[tuple[int, int, Severity]]] = {}
        document = self.document()
        for mark in self._marks:
            block = document.findBlock(mark.start)
            last = document.findBlock(max(mark.start, mark.end - 1)).blockNumber()
            place = (
                mark.start - block.position(),
                mark.end - block.position(),
                mark.finding.severity,
            )
            for number in range(block.blockNumber(), last + 1):
                found.setdefault(number, []).append(place)
        return found

    def _on_change(self, at: int, removed: int, added: int) -> None:
        shift = added - removed
        for mark in self._marks:
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
        here = [mark for mark in self._marks if mark.start < last and mark.end > first]
        here.sort(key=lambda mark: _WEIGHT[mark.finding.severity])  # the gravest is drawn last
        for mark in here:
            start, end = max(0, mark.start - first), min(last, mark.end) - first
            self._underline(start, min(end, lead), mark.finding.severity, face)
            self._underline(max(start, lead), end, mark.finding.severity, "")

    def _dress_heading(self, text: str, face: str) -> int:
        """Show a heading, or the first sentence that is one, in its face; returns where it ends."""
        if not face:
            return 0
        lead = text.find("。") + 1 or len(text)
        length = to_units(text, lead)
        self.setFormat(0, length, self._shapes[None, face])
        return length

    def _underline(self, start: int, end: int, severity: Severity, face: str) -> None:
        if start < end:
            self.setFormat(start, end - start, self._shapes[severity, face])


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


def place(findings: Sequence[Finding], text: str, position: Callable[[int], int]) -> list[Mark]:
    """Findings as marks; ``position`` turns a code point of ``text`` into a place on show."""
    marks = []
    for finding in findings:
        excerpt = text[finding.start : finding.end]
        start = position(finding.start)
        end = start + units(excerpt) if "\n" not in excerpt else position(finding.end)
        marks.append(Mark(finding, excerpt, start, end))
    return marks
