"""Lay an official document out: chapters of blocks, each on pages of one direction."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from desk.body import Paragraph
from desk.layout.document_ends import DocumentEnds
from desk.layout.document_parts import Attachment, Document, Drawing, Part
from desk.layout.drawn import drawing_blocks
from desk.layout.fonts import Fonts
from desk.layout.grid import ACROSS, UPRIGHT, Grid
from desk.layout.items import paragraph_block
from desk.layout.model import Block, Layout, Strip, TableBlock, TextBlock
from desk.layout.paging import Paged, paginate
from desk.layout.quarters import blank, quartered
from desk.layout.stat_tables import stat_blocks
from desk.stat_table import StatTable

_LINE = UPRIGHT.parts  # a line of the body; notes are lower
_SPACE = 2  # grid lines between a table or picture and what follows it


@dataclass(frozen=True, slots=True)
class Chapter:
    """The text itself or an attachment: blocks on pages of one direction."""

    grid: Grid
    layout: Layout
    paged: Paged


@dataclass(slots=True)
class _Draft:
    """A chapter that is being filled."""

    grid: Grid
    blocks: list[Block]
    tail: tuple[TextBlock | Strip, ...] = ()

    def add(self, blocks: Iterable[Block]) -> None:
        """Put blocks below those that are there, with air below a table or picture."""
        for at, block in enumerate(blocks):
            last = self.blocks[-1] if self.blocks else None
            if isinstance(last, TableBlock) and isinstance(block, TableBlock):
                self.blocks.append(blank(1))  # Word makes one table of two that touch
            spaced = at == 0 and last is not None and not isinstance(block, TableBlock)
            apart = spaced and not (isinstance(last, TextBlock) and last.look.rows >= _LINE)
            # Word takes the larger of the blanks between two paragraphs
            before = 0 if last is not None and last.after else max(block.before, _SPACE * apart)
            self.blocks.append(replace(block, before=before))


def chapters_of(document: Document, fonts: Fonts) -> tuple[Chapter, ...]:
    """The document's chapters with their pages; 版记 stands on an upright page, the last."""
    ends = DocumentEnds(document, fonts)
    drafts = [_Draft(UPRIGHT, [*ends.opening()])]
    attached = 0
    for part in document.parts:
        if isinstance(part, Attachment):
            attached += 1
            grid = ACROSS if part.landscape else UPRIGHT
            drafts.append(_Draft(grid, [*ends.attachment(part, attached, grid)]))
        else:
            drafts[-1].add(_blocks(part, fonts, drafts[-1].grid))
    drafts[0].add(ends.closing())
    tail = tuple(ends.tail())
    if tail and drafts[-1].grid.across:
        drafts.append(_Draft(UPRIGHT, []))
    drafts[-1].tail = tail
    return tuple(_chapter(draft) for draft in drafts)


def _chapter(draft: _Draft) -> Chapter:
    layout = Layout(tuple(draft.blocks), draft.tail)
    return Chapter(draft.grid, layout, paginate(layout, draft.grid.lines))


def _blocks(part: Part, fonts: Fonts, grid: Grid) -> Iterator[Block]:
    if isinstance(part, Paragraph):
        block = paragraph_block(part, fonts, grid)
        if block is not None:
            yield quartered(block, grid)
    elif isinstance(part, StatTable):
        yield from stat_blocks(part, fonts, grid)
    elif isinstance(part, Drawing):
        yield from drawing_blocks(part, fonts, grid)
