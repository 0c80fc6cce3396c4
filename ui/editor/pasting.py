"""Clean what is pasted to paragraphs with bold runs, and tables; nothing else of Word survives."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QTextBlock, QTextDocument, QTextFrame, QTextTable
from typing_extensions import override

from desk.body import Block, Paragraph, Run, Table, level_of, plain

_SEMIBOLD = 600


class _Sandbox(QTextDocument):
    """A document that loads nothing a pasted page points to."""

    @override
    def loadResource(self, type: int, name: QUrl | str) -> Any:
        return None


def pasted_blocks(source: QMimeData) -> list[Block]:
    """What a clipboard holds, cleaned; plain text where there is no HTML."""
    if not source.hasHtml():
        return list(plain(source.text()).blocks)
    document = _Sandbox()
    document.setHtml(source.html())
    return list(_blocks(document.rootFrame()))


def _blocks(frame: QTextFrame) -> Iterator[Block]:
    part = frame.begin()
    while not part.atEnd():
        inner: QTextFrame | None = part.currentFrame()
        if isinstance(inner, QTextTable):
            yield _table(inner)
        elif inner is not None:
            yield from _blocks(inner)
        else:
            yield from _paragraphs(part.currentBlock())
        part += 1


def _table(table: QTextTable) -> Table:
    rows = tuple(
        tuple(_cell(table, row, column) for column in range(table.columns()))
        for row in range(table.rows())
    )
    return Table(rows)


def _cell(table: QTextTable, row: int, column: int) -> str:
    """A cell's text; what a merged cell covers is empty."""
    cell = table.cellAt(row, column)
    if (cell.row(), cell.column()) != (row, column):
        return ""
    first, last = cell.firstCursorPosition(), cell.lastCursorPosition()
    first.setPosition(last.position(), first.MoveMode.KeepAnchor)
    return " ".join(first.selectedText().split())


def _paragraphs(block: QTextBlock) -> Iterator[Paragraph]:
    """The lines of a pasted paragraph, each a paragraph, without the blanks around them."""
    lines: list[list[Run]] = [[]]
    piece = block.begin()
    while not piece.atEnd():
        fragment = piece.fragment()
        bold = fragment.charFormat().fontWeight() >= _SEMIBOLD
        text = fragment.text().replace("\ufffc", "").replace("\u00a0", " ")
        first, *rest = text.replace("\u2029", "\u2028").split("\u2028")
        lines[-1].append(Run(first, bold))
        lines += [[Run(line, bold)] for line in rest]
        piece += 1
    for runs in lines:
        trimmed = _trimmed(runs)
        if trimmed:
            yield Paragraph(trimmed, level_of("".join(run.text for run in trimmed)))


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    kept = [run for run in runs if run.text]
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[0] = Run(kept[0].text.lstrip(), kept[0].bold)
        kept[-1] = Run(kept[-1].text.rstrip(), kept[-1].bold)
    return tuple(kept)
