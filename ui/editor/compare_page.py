"""A comparison as a document: the text with its changes marked in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from desk.body import Level, Paragraph, Picture, level_of
from desk.comparison.cells import MOST_COLUMNS, cell_lines
from desk.comparison.model import Comparison, Fate, Grid, Piece, Pieces, Row, Sort
from desk.comparison.words import tag
from ui import style
from ui.editor import document as documents
from ui.editor.compare_marks import (
    BREAK,
    ground_of,
    note_format,
    tag_format,
    tag_text,
    text_format,
)

_TITLE_SIZE = 1.3  # of the text's characters
_LEFT_SHOWN = 16  # characters of a paragraph that left
_CELL_PAD = 3
_PALER = 113  # percent: a cell that changed is not taken for the current change


@dataclass(frozen=True, slots=True)
class Spot:
    """A change: where it stands in the document, and in which paragraph of the newer text.

    ``paragraph`` counts from 1, 0 is the title; ``offset`` counts characters from its beginning.
    """

    start: int
    end: int
    paragraph: int = 0
    offset: int = 0


class ComparePage:
    """Writes comparisons into a document."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._spots: list[Spot] = []
        self._above = 0  # the paragraph of the newer text that stands last

    def write(self, comparison: Comparison, *, only_changes: bool) -> list[Spot]:
        """Show a comparison; returns its changes in reading order."""
        self._spots, self._above = [], 0
        self._document.setUndoRedoEnabled(False)
        self._document.clear()
        self._cursor = QTextCursor(self._document)
        self._cursor.beginEditBlock()
        self._title(comparison.title)
        for is_same, rows in groupby(comparison.rows, key=lambda row: row.fate is Fate.SAME):
            if is_same and only_changes:
                self._folded(list(rows))
            else:
                for row in rows:
                    self._row(row)
        self._cursor.endEditBlock()
        return self._spots

    @property
    def _pixels(self) -> int:
        return self._document.defaultFont().pixelSize()

    @property
    def _cell_size(self) -> int:
        return max(12, self._pixels * 4 // 5)

    def _title(self, pieces: Pieces) -> None:
        shape = QTextBlockFormat()
        shape.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        shape.setBottomMargin(self._pixels * 0.8)
        self._cursor.setBlockFormat(shape)
        face = QTextCharFormat()
        face.setFontFamilies([style.title_face()])
        size = round(self._pixels * _TITLE_SIZE)
        face.setProperty(QTextCharFormat.Property.FontPixelSize.value, size)
        self._pieces(pieces, under=face)

    def _folded(self, rows: Sequence[Row]) -> None:
        """One line in place of parts that did not change."""
        self._begin(QTextBlockFormat(), centred=True)
        self._cursor.insertText(
            f"······　{len(rows)} 段没有改动　······", note_format(self._pixels)
        )
        self._above = max([self._above, *(row.new_at for row in rows)])

    def _row(self, row: Row) -> None:
        if row.grid and row.fate is not Fate.LEFT:
            self._table(row, row.grid)
        elif isinstance(row.block, Paragraph) and row.fate is Fate.LEFT:
            self._left(row)
        elif isinstance(row.block, Paragraph):
            self._paragraphs(row)
        else:
            self._object(row)
        self._above = row.new_at if row.new else self._above

    def _begin(self, shape: QTextBlockFormat, *, centred: bool = False) -> None:
        """A paragraph of its own."""
        if centred:
            shape.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if self._cursor.block().length() > 1:
            self._cursor.insertBlock(shape, QTextCharFormat())
        else:
            self._cursor.setBlockFormat(shape)

    def _tag(self, row: Row, *, is_spot: bool) -> None:
        words = tag(row)
        if not words:
            return
        start = self._cursor.position()
        self._cursor.insertText(tag_text(row.fate, words), tag_format(row.fate, self._pixels))
        if is_spot:
            self._spot(start, row.new_at if row.new else self._above, 0)
        self._cursor.insertText(" ", QTextCharFormat())

    def _spot(self, start: int, paragraph: int, offset: int) -> None:
        self._spots.append(Spot(start, self._cursor.position(), paragraph, offset))

    def _left(self, row: Row) -> None:
        self._begin(self._shape(Level.PLAIN, ""))
        self._tag(row, is_spot=False)
        text = row.pieces[0].text if row.pieces else ""
        shown = text if len(text) <= _LEFT_SHOWN else text[:_LEFT_SHOWN] + "……"
        self._cursor.insertText(shown, note_format(self._pixels))

    def _shape(self, level: Level, text: str) -> QTextBlockFormat:
        return documents.paragraph_format(self._document, level, level_of(text))

    def _paragraphs(self, row: Row) -> None:
        blocks = [one for one in (row.new or row.old) if isinstance(one, Paragraph)]
        level = blocks[0].level
        shape = self._shape(level, "".join(one.text for one in row.pieces))
        self._begin(shape)
        has_pieces = any(one.sort is not Sort.KEPT for one in row.pieces)
        is_whole = row.fate in (Fate.ADDED, Fate.REMOVED)
        self._tag(row, is_spot=row.fate is Fate.MOVED or not has_pieces)
        paragraph = row.new_at if row.new else self._above
        bold = [flag for one in row.new if isinstance(one, Paragraph) for flag in _flags(one)]
        self._pieces(row.pieces, paragraph, bold, shape, is_target=not is_whole or bool(row.new))

    def _pieces(
        self,
        pieces: Pieces,
        paragraph: int = 0,
        bold: Sequence[bool] = (),
        shape: QTextBlockFormat | None = None,
        under: QTextCharFormat | None = None,
        *,
        is_target: bool = True,
    ) -> None:
        offset = 0
        for is_kept, run in groupby(pieces, key=lambda one: one.sort is Sort.KEPT):
            start, begin = self._cursor.position(), offset
            for piece in run:
                self._piece(piece, bold[offset:], shape, under)
                offset += len(piece.text) if piece.sort is not Sort.GONE else 0
            if not is_kept:
                self._spot(start, paragraph, begin if is_target else 0)

    def _piece(
        self,
        piece: Piece,
        bold: Sequence[bool],
        shape: QTextBlockFormat | None,
        under: QTextCharFormat | None,
    ) -> None:
        """Some characters; a break that came begins a paragraph, one that went does not."""
        for at, line in enumerate(piece.text.split("\n")):
            if at and piece.sort is not Sort.KEPT:
                looks = text_format(piece.sort)
                looks.setFontFamilies([style.screen_face()])
                self._cursor.insertText(BREAK, looks)
            if at and piece.sort is not Sort.GONE and shape is not None:
                self._cursor.insertBlock(shape, QTextCharFormat())
            for text, is_bold in _runs(line, bold if piece.sort is not Sort.GONE else ()):
                looks = QTextCharFormat(under) if under else QTextCharFormat()
                looks.merge(text_format(piece.sort, bold=is_bold))
                self._cursor.insertText(text, looks)
            bold = bold[len(line) + 1 :]

    def _object(self, row: Row) -> None:
        """A picture, or a table that is not told cell by cell."""
        if tag(row):
            self._begin(QTextBlockFormat(), centred=True)
            self._tag(row, is_spot=row.fate is not Fate.LEFT)
        if row.fate is not Fate.LEFT:
            self._whole(row)
        if isinstance(row.block, Picture) and row.fate is Fate.CHANGED:
            self._begin(QTextBlockFormat(), centred=True)
            self._pieces(row.pieces, row.new_at, is_target=False)

    def _whole(self, row: Row) -> None:
        documents.insert(self._cursor, [row.block])

    def _table(self, row: Row, grid: Grid) -> None:
        if row.fate is Fate.SAME:
            self._whole(row)
            return
        is_wide = len(grid.columns) > MOST_COLUMNS
        if is_wide and not (row.old and row.new):
            self._object(row)
            return
        self._begin(QTextBlockFormat(), centred=True)
        self._tag(row, is_spot=True)
        self._pieces(grid.caption, row.new_at)
        if is_wide:
            self._cell_list(row, grid)
        else:
            self._grid(row, grid)

    def _cell_list(self, row: Row, grid: Grid) -> None:
        """The changes of a table that is wider than the page, a line each."""
        for line in cell_lines(grid):
            shape = self._shape(Level.PLAIN, "")
            self._begin(shape)
            self._cursor.insertText(line.place, note_format(self._pixels))
            self._pieces(line.pieces, row.new_at)

    def _grid(self, row: Row, grid: Grid) -> None:
        table = self._cursor.insertTable(
            len(grid.rows), len(grid.columns), _table_format(len(grid.columns))
        )
        for at, line in enumerate(grid.rows):
            before = len(self._spots)
            for place, cell in enumerate(line.cells):
                square = table.cellAt(at, place)
                fate = line.fate if line.fate is not Fate.SAME else grid.columns[place]
                looks = square.format().toTableCellFormat()
                # an empty cell is no taller than the others
                looks.setProperty(QTextCharFormat.Property.FontPixelSize.value, self._cell_size)
                looks.setBorder(1)
                looks.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                looks.setBorderBrush(QColor(style.MUTED))
                if fate is not Fate.SAME:
                    looks.setBackground(ground_of(fate))
                elif any(one.sort is not Sort.KEPT for one in cell):
                    looks.setBackground(QColor(style.FOUND).lighter(_PALER))
                square.setFormat(looks)
                self._cursor = square.firstCursorPosition()
                self._cell(cell, row, is_header=line.is_header)
            if line.fate is not Fate.SAME:
                self._one_spot(before)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def _one_spot(self, first: int) -> None:
        """Take the spots from a number on as one."""
        some = self._spots[first:]
        if some:
            self._spots[first:] = [replace(some[0], end=some[-1].end)]

    def _cell(self, cell: Pieces, row: Row, *, is_header: bool) -> None:
        shape = QTextBlockFormat()
        shape.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._cursor.setBlockFormat(shape)
        under = QTextCharFormat()
        under.setProperty(QTextCharFormat.Property.FontPixelSize.value, self._cell_size)
        if is_header:
            under.setFontFamilies([style.hei_face()])
        self._pieces(cell, row.new_at, under=under)


def _table_format(columns: int) -> QTextTableFormat:
    shape = QTextTableFormat()
    shape.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    shape.setBorder(1)
    shape.setBorderCollapse(True)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderBrush(QColor(style.MUTED))
    shape.setCellPadding(_CELL_PAD)
    shape.setCellSpacing(0)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    share = QTextLength(QTextLength.Type.PercentageLength, 100 / columns)
    shape.setColumnWidthConstraints([share] * columns)
    return shape


def _flags(paragraph: Paragraph) -> Iterator[bool]:
    """Whether each character is bold, the break after it too."""
    for run in paragraph.runs:
        yield from [run.bold] * len(run.text)
    yield False


def _runs(text: str, bold: Sequence[bool]) -> Iterator[tuple[str, bool]]:
    """A text in runs of one weight."""
    flags = [*bold[: len(text)], *[False] * (len(text) - len(bold))]
    for is_bold, run in groupby(zip(text, flags, strict=True), key=lambda one: one[1]):
        yield "".join(char for char, _ in run), is_bold
