"""Set one item of an issue: title, text, tables, pictures and who sent it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from desk.body import Level, Paragraph, Picture, Table
from desk.intake.counting import chinese
from desk.layout.content import ItemContent
from desk.layout.fonts import Face, Fonts
from desk.layout.grid import BODY_SIZE, Grid
from desk.layout.model import Align, Block, Look, PictureBlock, Piece, TextBlock
from desk.layout.pictures import place_picture
from desk.layout.setting import (
    clean,
    faced,
    lines_at,
    pieces_of,
    text_block,
    text_of,
    trim,
    widths_of,
)
from desk.layout.styles import ItemStyle, fill
from desk.layout.tables import set_table
from desk.layout.titles import break_title

INDENT = 2 * BODY_SIZE  # what firstLineChars=200 means to Word
_LEVEL_FACES = {Level.FIRST: Face.HEI, Level.SECOND: Face.KAI}
_CAPTION = Look(size=14.0, tracking=0.0, align=Align.CENTER)


@dataclass(frozen=True, slots=True)
class ItemSetter:
    """Sets items in the faces and on the grid of one issue."""

    fonts: Fonts
    grid: Grid

    def item(self, item: ItemContent, number: int, style: ItemStyle) -> Iterator[Block]:
        """The blocks of an item; ``number`` counts in the issue."""
        numbers = {"n": str(number), "cn": chinese(number)}
        title = fill(style.title, numbers | {"title": clean(item.title).strip()})
        units = "、".join(clean(unit) for unit in item.units)
        credit = fill(style.credit, {"units": units}) if units else ""
        ending = (Piece(credit, style.credit_face),) if credit else ()
        blocks = item.body.blocks
        if style.style == "lead" and len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            lead = Piece(title if title[-1:] in "。！？" else title + "。", Face.HEI)
            pieces = (lead, *pieces_of(blocks[0], Face.FANG))
            head, *rest = self._ended(pieces, ending, style, item.key)
            yield replace(head, before=style.before, key=item.key, title=title)
            yield from rest
            return
        yield self._title(title, style, item.key)
        runs_on = style.credit_place == "end" and bool(blocks) and isinstance(blocks[-1], Paragraph)
        before: object = None if style.after else item
        for part in blocks[:-1] if runs_on else blocks:
            yield from self._part(part, touching=isinstance(before, Table | ItemContent))
            before = part
        if runs_on and isinstance(blocks[-1], Paragraph):
            yield from self._ended(_pieces(blocks[-1]), ending, style, item.key)
        elif ending:
            yield self._credit(ending, style, item.key)

    def _ended(
        self, pieces: tuple[Piece, ...], ending: tuple[Piece, ...], style: ItemStyle, key: str
    ) -> list[TextBlock]:
        """A paragraph with the credit after its last character, or below where it must break."""
        look = Look(first=INDENT)
        block = text_block((*pieces, *ending), look, self.fonts, self.grid)
        if not ending or block.lines[-1].text.endswith(text_of(ending)):
            return [block]
        return [text_block(pieces, look, self.fonts, self.grid), self._credit(ending, style, key)]

    def _title(self, title: str, style: ItemStyle, key: str) -> TextBlock:
        pieces = trim([Piece(title, style.face)])
        align, before = Align(style.align), style.before
        if align is Align.CENTER:
            before = max(1, before)  # a title in a line of its own needs air, also among briefs
            look = Look(style.size, 0.0, align)
            spans = break_title(
                text_of(pieces), widths_of(pieces, look, self.fonts), self.grid.limit
            )
            lines = lines_at(pieces, spans, look, self.fonts)
            block = TextBlock(pieces, look, lines, forced=True)
        else:
            look = Look(style.size, align=align, first=INDENT)
            block = text_block(pieces, look, self.fonts, self.grid)
        return replace(
            block,
            before=before,
            after=style.after,
            keep=True,
            outline=True,
            key=key,
            title=title,
        )

    def _credit(self, pieces: tuple[Piece, ...], style: ItemStyle, key: str) -> TextBlock:
        align = Align(style.credit_align)
        look = Look(align=align, first=0.0 if align is Align.RIGHT else INDENT)
        return replace(text_block(pieces, look, self.fonts, self.grid), credit_of=key)

    def _part(self, part: Paragraph | Table | Picture, *, touching: bool) -> Iterator[Block]:
        if isinstance(part, Paragraph):
            yield from self._paragraph(part)
        elif isinstance(part, Table):
            yield from self._table(part, touching=touching)
        else:
            yield from self._picture(part)

    def _paragraph(self, paragraph: Paragraph) -> Iterator[TextBlock]:
        block = paragraph_block(paragraph, self.fonts, self.grid)
        if block is not None:
            yield block

    def _table(self, table: Table, *, touching: bool) -> Iterator[Block]:
        if not any(any(row) for row in table.rows):
            return
        if caption := clean(table.caption).strip():
            yield replace(self._caption(caption, Face.HEI), keep=True)
        block = set_table(table, self.fonts, self.grid)
        # Word makes one table of two that touch, and the rule would touch a title
        yield replace(block, before=int(touching and not caption))

    def _picture(self, picture: Picture) -> Iterator[PictureBlock | TextBlock]:
        caption = clean(picture.caption).strip()
        yield place_picture(picture, self.grid, keep=bool(caption))
        if caption:
            yield self._caption(caption, Face.KAI)

    def _caption(self, text: str, face: Face) -> TextBlock:
        return text_block((Piece(text, face),), _CAPTION, self.fonts, self.grid)


def paragraph_block(paragraph: Paragraph, fonts: Fonts, grid: Grid) -> TextBlock | None:
    """A paragraph of running text, headings in the face of their level; None of an empty one."""
    pieces = _pieces(paragraph)
    if not pieces:
        return None
    block = text_block(pieces, Look(first=INDENT), fonts, grid)
    heads = paragraph.level is not Level.PLAIN and _lead(block.text) == len(block.text)
    return replace(block, keep=heads and len(block.lines) == 1)


def _pieces(paragraph: Paragraph) -> tuple[Piece, ...]:
    """A paragraph in the face of its level."""
    pieces = pieces_of(paragraph, Face.FANG)
    if paragraph.level not in _LEVEL_FACES:
        return pieces
    return faced(pieces, _lead(text_of(pieces)), _LEVEL_FACES[paragraph.level])


def _lead(text: str) -> int:
    """Where a heading ends that may be the first sentence of its paragraph."""
    return text.find("。") + 1 or len(text)
