"""A body as a Qt document and back: nothing is lost, nothing is added on the way."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from desk.body import Block, Body, Level, Paragraph, Picture, Run, Size, Table, level_of
from ui.editor.offsets import to_units, units

OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
_BLOCK = QTextFormat.Property.UserProperty.value + 1  # a table or picture as JSON
_LEVEL = QTextFormat.Property.UserProperty.value + 2  # the paragraph's level
_NUMBERED = QTextFormat.Property.UserProperty.value + 3  # the level its own number gives it
_SOURCE = QTextFormat.Property.UserProperty.value + 4  # the draft a paragraph came from
_ANCHOR = "\ufffc"
_EM = "em"  # a property of the document: pixels of a character
_LEADING = 0.55  # of a character, between lines
_SEMIBOLD = 600
# Qt keeps these for its own purposes; a paragraph has no use for any of them.
# Half of a surrogate pair is no character, and no store could keep it.
_UNFIT = re.compile("[\x00\n\r\u2028\u2029\ufdd0\ufdd1\ufffc\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Reading:
    """A body with the places of its paragraphs in the document it was read from."""

    body: Body
    starts: tuple[int, ...]  # of each paragraph in ``body.text``, in code points
    positions: tuple[int, ...]  # of each paragraph in the document, in UTF-16 units
    tables: tuple[int, ...] = ()  # the same of each table

    def position(self, point: int) -> int:
        """Where a code point of ``body.text`` stands in the document."""
        if not self.starts:
            return 0
        number = max(0, bisect_right(self.starts, point) - 1)
        text = self.body.paragraphs[number].text
        return self.positions[number] + to_units(text, point - self.starts[number])


def normal(body: Body) -> Body:
    """A body as an editor keeps it: no empty paragraphs, no neighbouring runs of one weight."""
    blocks = (_tidy(block) if isinstance(block, Paragraph) else block for block in body.blocks)
    return Body(tuple(one for one in blocks if not isinstance(one, Paragraph) or one.text.strip()))


def _tidy(paragraph: Paragraph) -> Paragraph:
    clean = [Run(_UNFIT.sub("", run.text), run.bold) for run in paragraph.runs]
    return Paragraph(_merged(clean), paragraph.level, paragraph.source)


def _merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    full = (run for run in runs if run.text)
    return tuple(
        Run("".join(run.text for run in same), bold)
        for bold, same in groupby(full, key=lambda run: run.bold)
    )


def load(document: QTextDocument, body: Body) -> None:
    """Show a body in a document, without a history of changes."""
    undoable = document.isUndoRedoEnabled()
    document.setUndoRedoEnabled(False)
    document.clear()
    _measure(document)
    insert(QTextCursor(document), normal(body).blocks)
    document.setUndoRedoEnabled(undoable)
    document.setModified(False)


def insert(cursor: QTextCursor, blocks: Iterable[Block]) -> None:
    """Insert blocks where the cursor stands, as one change; each makes a paragraph of its own.

    The words around stay with the first and the last of them, where these are paragraphs.
    """
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    begun = True  # whether the next block has its paragraph already
    for number, block in enumerate(blocks):
        if not begun:
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        if isinstance(block, Paragraph):
            _insert_paragraph(cursor, block, inside=number == 0)
            begun = False
        else:
            begun = _insert_object(cursor, block)
    cursor.endEditBlock()


def _insert_paragraph(cursor: QTextCursor, block: Paragraph, *, inside: bool) -> None:
    """Insert words; ``inside`` a paragraph that has some it stays what it was."""
    if cursor.atBlockStart() and (not inside or cursor.block().length() == 1):
        shape = paragraph_format(cursor.document(), block.level, level_of(block.text))
        shape.setProperty(_SOURCE, block.source)
        cursor.setBlockFormat(shape)
    for run in block.runs:
        cursor.insertText(_UNFIT.sub("", run.text), _weight(bold=run.bold))


def _insert_object(cursor: QTextCursor, block: Table | Picture) -> bool:
    """Insert a table or picture; whether the cursor is before the rest of a paragraph then."""
    plain = paragraph_format(cursor.document(), Level.PLAIN, Level.PLAIN)
    rest = QTextBlockFormat(plain)
    rest.setProperty(_SOURCE, source_of(cursor.block()))
    if cursor.atBlockStart():
        rest = cursor.blockFormat()
    else:
        cursor.insertBlock(plain, QTextCharFormat())
    parts = not cursor.atBlockEnd()
    cursor.setBlockFormat(plain)
    cursor.insertText(_ANCHOR, _anchor(block))
    if parts:
        cursor.insertBlock(rest, QTextCharFormat())
    return parts


def exchange(cursor: QTextCursor, block: Table | Picture) -> None:
    """Put another table or picture in place of the one selected."""
    cursor.insertText(_ANCHOR, _anchor(block))


def paragraph_format(document: QTextDocument, level: Level, numbered: Level) -> QTextBlockFormat:
    """How a paragraph of a level stands: two characters in, lines well apart."""
    shape = QTextBlockFormat()
    shape.setTextIndent(indent_of(document))
    # A distance, not a factor: a table is a line of its own and must not grow.
    shape.setLineHeight(
        _LEADING * indent_of(document) / 2,
        QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value,
    )
    shape.setProperty(_LEVEL, int(level))
    shape.setProperty(_NUMBERED, int(numbered))
    return shape


def set_level(cursor: QTextCursor, level: Level, numbered: Level) -> None:
    """Give the paragraph at the cursor a level; ``numbered`` is what its own number says."""
    shape = QTextBlockFormat()
    shape.setProperty(_LEVEL, int(level))
    shape.setProperty(_NUMBERED, int(numbered))
    cursor.mergeBlockFormat(shape)


def reshape(document: QTextDocument) -> None:
    """Indent all paragraphs anew for another size of the face; what could be undone is lost."""
    document.setUndoRedoEnabled(False)
    _measure(document)
    cursor = QTextCursor(document)
    block = document.firstBlock()
    while block.isValid():
        level = block.blockFormat().intProperty(_LEVEL)
        numbered = block.blockFormat().intProperty(_NUMBERED)
        shape = paragraph_format(document, Level(level), Level(numbered))
        shape.setProperty(_SOURCE, source_of(block))
        cursor.setPosition(block.position())
        cursor.setBlockFormat(shape)
        block = block.next()
    document.setUndoRedoEnabled(True)


def indent_of(document: QTextDocument) -> float:
    """Two characters of the face its paragraphs were shaped for, in pixels."""
    return 2.0 * float(document.property(_EM) or document.defaultFont().pixelSize())


def _measure(document: QTextDocument) -> None:
    """Shape paragraphs for the present face from now on."""
    document.setProperty(_EM, document.defaultFont().pixelSize())


def _weight(*, bold: bool) -> QTextCharFormat:
    shape = QTextCharFormat()
    if bold:
        shape.setFontWeight(QFont.Weight.Bold)
    return shape


def _anchor(block: Table | Picture) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setObjectType(OBJECT)
    shape.setProperty(_BLOCK, _dump(block))
    return shape


def _dump(block: Table | Picture) -> str:
    if isinstance(block, Table):
        return json.dumps(["table", block.rows, block.header_rows, block.caption, block.source])
    about = [block.width, block.height, block.caption, block.source, block.size]
    return json.dumps(["picture", block.digest, *about])


def dump(blocks: Iterable[Block]) -> str:
    """Blocks as text, for the clipboard."""
    return json.dumps([_plain(block) for block in blocks])


def _plain(block: Block) -> object:
    if isinstance(block, Paragraph):
        return [[run.text, run.bold] for run in block.runs], int(block.level), block.source
    return _dump(block)


def undump(text: str) -> list[Block]:
    """The blocks of ``dump``."""
    return [
        _parsed(one)
        if isinstance(one, str)
        else Paragraph(tuple(Run(text, bold) for text, bold in one[0]), Level(one[1]), one[2])
        for one in json.loads(text)
    ]


def block_of(shape: QTextFormat) -> Table | Picture:
    """The table or picture that an anchor stands for."""
    return _parsed(str(shape.property(_BLOCK)))


@lru_cache(maxsize=256)  # one paint asks several times, and a large table takes its time
def _parsed(text: str) -> Table | Picture:
    kind, *values = json.loads(text)
    if kind == "table":
        rows, *about = values
        return Table(tuple(tuple(row) for row in rows), *about)
    digest, width, height, caption, source, size = values
    return Picture(digest, width, height, caption, source, Size(size))


def read(document: QTextDocument, start: int = 0, end: int | None = None) -> Reading:
    """The body a document shows, or the part of it between two positions."""
    last = document.characterCount() if end is None else end
    blocks: list[Block] = []
    starts: list[int] = []
    positions: list[int] = []
    tables: list[int] = []
    point = 0
    block = document.findBlock(start)
    while block.isValid() and block.position() < last:
        for position, found in _parts(block, start, last):
            blocks.append(found)
            if isinstance(found, Paragraph):
                starts.append(point)
                positions.append(position)
                point += len(found.text) + 1
            elif isinstance(found, Table):
                tables.append(position)
        block = block.next()
    return Reading(Body(tuple(blocks)), tuple(starts), tuple(positions), tuple(tables))


def _parts(block: QTextBlock, start: int, end: int) -> Iterator[tuple[int, Block]]:
    """What one paragraph of the document holds: text, or objects with text around them."""
    runs: list[Run] = []
    at = block.position()
    for position, found in _pieces(block, start, end):
        if isinstance(found, Run):
            at = at if runs else position
            runs.append(found)
        else:
            yield from _paragraph(block, at, runs)
            yield position, found
            runs = []
    yield from _paragraph(block, at, runs)


def _paragraph(block: QTextBlock, at: int, runs: list[Run]) -> Iterator[tuple[int, Block]]:
    merged = _merged(runs)
    if any(run.text.strip() for run in merged):
        level = level_at(block, "".join(run.text for run in merged))
        yield at, Paragraph(merged, level, source_of(block))


def _pieces(block: QTextBlock, start: int, end: int) -> Iterator[tuple[int, Run | Table | Picture]]:
    piece = block.begin()
    while not piece.atEnd():
        fragment = piece.fragment()
        at, shape = fragment.position(), fragment.charFormat()
        first, last = max(at, start), min(at + fragment.length(), end)
        if first < last and shape.objectType() == OBJECT:
            yield from ((here, block_of(shape)) for here in range(first, last))
        elif first < last:
            text = _slice(fragment.text(), first - at, last - at)
            yield first, Run(_UNFIT.sub("", text), shape.fontWeight() >= _SEMIBOLD)
        piece += 1


def _slice(text: str, first: int, last: int) -> str:
    """A part of a text given in UTF-16 units."""
    if first == 0 and last >= units(text):
        return text
    return text.encode("utf-16-le")[2 * first : 2 * last].decode("utf-16-le", "ignore")


def level_at(block: QTextBlock, text: str) -> Level:
    """The level of a paragraph: the one it came with, until its own number names another."""
    numbered = level_of(text)
    shape = block.blockFormat()
    kept = shape.intProperty(_NUMBERED) == numbered
    return Level(shape.intProperty(_LEVEL)) if kept else numbered


def source_of(block: QTextBlock) -> int:
    """The draft a paragraph came from, 0 outside composites."""
    return block.blockFormat().intProperty(_SOURCE)


def object_at(document: QTextDocument, position: int) -> Table | Picture | None:
    """The table or picture whose character stands at a position."""
    if document.characterAt(position) != _ANCHOR:
        return None
    cursor = QTextCursor(document)
    cursor.setPosition(position + 1)  # a format is that of the character before the cursor
    shape = cursor.charFormat()
    return block_of(shape) if shape.objectType() == OBJECT else None


def object_before(cursor: QTextCursor) -> int:
    """The position of the last table or picture before a cursor; -1 where there is none."""
    block = cursor.block()
    while block.isValid() and not is_object(block):
        block = block.previous()
    at = block.text().rfind(_ANCHOR) if block.isValid() else -1
    return block.position() + to_units(block.text(), at) if at >= 0 else -1


def is_object(block: QTextBlock) -> bool:
    """Whether a paragraph of the document holds a table or a picture."""
    return _ANCHOR in block.text()
