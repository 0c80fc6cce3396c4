"""Apply fixes to the texts on show: each text's as one change that Ctrl+Z takes back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from desk.body import Table
from ui.editor import document as documents
from ui.editor.marks import Mark
from ui.editor.table_places import replaced
from ui.editor.way_back import WayBack


@dataclass(frozen=True, slots=True)
class Fix:
    """What is to stand in place of a mark's words."""

    mark: Mark
    new: str


def fixes_of(marks: Iterable[Mark]) -> list[Fix]:
    """The fixes that marks offer."""
    return [Fix(one, one.finding.fix) for one in marks if one.finding.fix is not None]


@dataclass(frozen=True, slots=True)
class Applied:
    """Fixes that stand in the texts, and the way back while nothing else has changed there."""

    rules: tuple[str, ...]  # one for each fix
    way_back: WayBack


def apply(views: Sequence[tuple[QTextEdit, Sequence[Fix]]]) -> Applied:
    """Apply fixes whose words still stand, in every text as one change."""
    done = [(view.document(), _apply(view.document(), fixes)) for view, fixes in views]
    rules = tuple(rule for _document, some in done for rule in some)
    return Applied(rules, WayBack(document for document, some in done if some))


def _apply(document: QTextDocument, fixes: Sequence[Fix]) -> list[str]:
    """Apply from the end, of overlapping ones only the last; returns the rules of those done."""
    cursor = QTextCursor(document)
    done = []
    edge = document.characterCount()
    cursor.beginEditBlock()
    for one in sorted(fixes, key=_place, reverse=True):
        mark = one.mark
        in_table = bool(mark.cells)
        if mark.end <= edge and (_in_table if in_table else _in_text)(cursor, one):
            edge = mark.end if in_table else mark.start
            done.append(mark.finding.rule)
    cursor.endEditBlock()
    return done


def _place(fix: Fix) -> tuple[int, int]:
    return fix.mark.start, fix.mark.offset


def _in_text(cursor: QTextCursor, fix: Fix) -> bool:
    cursor.setPosition(fix.mark.start)
    cursor.setPosition(fix.mark.end, QTextCursor.MoveMode.KeepAnchor)
    if cursor.selectedText().replace("\u2029", "\n") != fix.mark.excerpt:
        return False
    cursor.insertText(fix.new)
    return True


def _in_table(cursor: QTextCursor, fix: Fix) -> bool:
    """Put the table with one cell changed in the table's place."""
    mark = fix.mark
    cursor.setPosition(mark.start)
    cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
    shape = cursor.charFormat()
    if len(mark.cells) != 1 or shape.objectType() != documents.OBJECT:
        return False
    table = documents.block_of(shape)
    if not isinstance(table, Table):
        return False
    changed = replaced(table, mark.cells[0], mark.offset, mark.excerpt, fix.new)
    if changed is None:
        return False
    documents.exchange(cursor, changed)
    return True
