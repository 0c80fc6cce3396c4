"""How the sources of a composite are told apart: a number first, a colour beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QTextBlock

from desk.composing import Composition
from ui import style
from ui.editor import document as documents

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


@dataclass(frozen=True, slots=True)
class SourceMark:
    """A source as it is marked; ``told`` is its unit and title."""

    draft_id: int
    number: str
    colour: QColor
    told: str


def marks_of(found: Composition, names: Mapping[int, str]) -> list[SourceMark]:
    """The marks of a composite's parts in order; ``names`` are units by id."""
    return [
        SourceMark(
            draft.id,
            number_of(at),
            colour_of(at),
            f"{units_of(draft.unit_ids, names)}　{draft.title}",
        )
        for at, draft in enumerate(found.drafts)
    ]


def units_of(unit_ids: Sequence[int], names: Mapping[int, str]) -> str:
    """Units by short name, or that there are none."""
    return "、".join(names[one] for one in unit_ids if one in names) or "单位未认出"


def number_of(at: int) -> str:
    """① for the first."""
    return _CIRCLED[at] if at < len(_CIRCLED) else f"({at + 1})"


def colour_of(at: int) -> QColor:
    """A colour that comes again after some sources; the number does not."""
    return QColor(style.SOURCES[at % len(style.SOURCES)])


def source_at(block: QTextBlock) -> int:
    """The draft that a paragraph, table or picture of the document came from; 0 for none."""
    if not documents.is_object(block):
        return documents.source_of(block)
    piece = block.begin()
    while not piece.atEnd():
        shape = piece.fragment().charFormat()
        if shape.objectType() == documents.OBJECT:
            return documents.block_of(shape).source
        piece += 1
    return 0
