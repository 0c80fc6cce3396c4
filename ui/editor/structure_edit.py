"""Change the outline of a text on show: the levels of paragraphs with their numbers."""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from desk.body import Level, level_of
from desk.outlining import levelled, renumbered
from ui.editor import document as documents


def level_here(cursor: QTextCursor) -> Level:
    """The level of the paragraph the cursor stands in."""
    block = cursor.block()
    return documents.level_at(block, block.text())


def set_level(cursor: QTextCursor, level: Level) -> None:
    """Give the paragraphs selected a level and the number that belongs to it, as one change."""
    document = cursor.document()
    blocks = list(_blocks(document))
    texts = [block.text() for block in blocks]
    chosen = _chosen(cursor, blocks)
    edit = QTextCursor(document)
    edit.beginEditBlock()
    for place, (length, number) in zip(chosen, levelled(texts, chosen, level), strict=True):
        _renumber(edit, blocks[place], length, number)
        documents.set_level(edit, level, level_of(blocks[place].text()))
    edit.endEditBlock()


def renumber(document: QTextDocument) -> int:
    """Number all headings by their place, as one change; returns how many numbers were wrong."""
    blocks = list(_blocks(document))
    changes = renumbered([block.text() for block in blocks])
    edit = QTextCursor(document)
    edit.beginEditBlock()
    for place, length, number in changes:
        _renumber(edit, blocks[place], length, number)
    edit.endEditBlock()
    return len(changes)


def is_out_of_order(document: QTextDocument) -> bool:
    """Whether a heading's number is not the one its place gives it."""
    return bool(renumbered([block.text() for block in _blocks(document)]))


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.firstBlock()
    while block.isValid():
        if not documents.is_object(block):
            yield block
        block = block.next()


def _chosen(cursor: QTextCursor, blocks: list[QTextBlock]) -> list[int]:
    """The paragraphs the selection touches; of several, those that are empty are left out."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    touched = [
        place
        for place, block in enumerate(blocks)
        if block.position() <= end and start < block.position() + block.length()
    ]
    if len(touched) > 1 and end == blocks[touched[-1]].position():
        touched.pop()  # the selection ends before its first character
    full = [place for place in touched if blocks[place].text().strip()]
    return full if len(touched) > 1 else touched


def _renumber(edit: QTextCursor, block: QTextBlock, length: int, number: str) -> None:
    """Put a number in the place of the first characters, in the weight of what follows."""
    start = block.position()
    edit.setPosition(min(start + length + 1, start + block.length() - 1))
    shape = QTextCharFormat(edit.charFormat())
    edit.setPosition(start)
    edit.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
    edit.insertText(number, shape)
