"""Write an issue as a .docx that breaks where the PDF breaks, in ordinary paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import TYPE_CHECKING

from desk.layout.boxes import BOTTOM, TOP
from desk.layout.content import IssueContent, Pictures
from desk.layout.dressing import dressed
from desk.layout.fonts import Face, Fonts, installed_fonts
from desk.layout.grid import Grid, PrintSize, grid_of
from desk.layout.model import (
    Align,
    Block,
    Layout,
    PictureBlock,
    Piece,
    Strip,
    TableBlock,
    TextBlock,
)
from desk.layout.paging import Paged
from desk.layout.pdf import Pages, lay_out
from desk.layout.pictures import printable
from desk.layout.setting import text_of
from desk.layout.styles import Template
from desk.layout.word_frame import new_document, pack, put_in
from desk.layout.word_tables import table_of
from desk.layout.word_xml import (
    RED,
    Font,
    Format,
    bookmark,
    border,
    page_field,
    paragraph,
    run,
    special,
)

if TYPE_CHECKING:
    from docx.document import Document

_JUSTIFY = {Align.JUSTIFY: "both", Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}
_RED_SPACE, _RED_EIGHTHS = 5, 18  # points and eighths: 4 mm under the characters, 2.25 pt
_THIN_EIGHTHS = 6
_THIN = _THIN_EIGHTHS / 8
_RULE = border("top", _THIN_EIGHTHS, 0, "000000")
_RULE_LINE = 1.0  # the height of a paragraph that only holds a rule, as wide as the page's text
_EDGE_LINE = 0.5  # of a paragraph that must find room at the foot of a full page


def render_docx(
    content: IssueContent,
    pictures: Pictures,
    pages: Pages,
    fonts: Fonts | None = None,
    template: Template | None = None,
    size: PrintSize = PrintSize.NORMAL,
) -> bytes:
    """Write the issue that ``pages`` shows; it names the official faces, whatever the PDF used."""
    template = dressed(content, template)
    grid = grid_of(template.grid, size)
    layout, paged = lay_out(content, template, fonts or installed_fonts(), size)
    document = new_document(content.about, grid)
    cut = frozenset(id(part.block) for page in paged.pages for part in page if part.start)
    writer = Writer(document, grid, pictures, pages.starts, cut=cut)
    parts = [writer.block(block) for block in layout.blocks]
    parts += tail_of(writer, layout, paged)
    put_in(document, "".join(parts))
    return pack(document, content.day)


def tail_of(writer: "Writer", layout: Layout, paged: Paged) -> Iterator[str]:
    """报尾 or 版记 at the foot of the last page."""
    if not layout.tail:
        return
    line = writer.grid.parts
    # a line of slack: were anything to grow in Word, it should not leave the page
    gap = paged.free - line if paged.free > line else paged.free
    if all(part.block in layout.tail for part in paged.pages[-1]):
        # alone on its page, where the space above a first paragraph is left out
        yield paragraph("", Format(_RULE_LINE, keep_next=True))
    for at, block in enumerate(layout.tail):
        yield writer.block(block, gap=0 if at else gap)


@dataclass(slots=True)
class Writer:
    """Turns blocks into WordprocessingML."""

    document: "Document"
    grid: Grid
    pictures: Pictures
    starts: dict[str, int]
    names: dict[str, str] = field(default_factory=dict)
    marked: set[str] = field(default_factory=set)
    cut: frozenset[int] = frozenset()  # the ids of blocks that go on over a page

    def block(self, block: Block, gap: int = 0) -> str:
        """One block, ``gap`` grid lines below what stands before it."""
        if isinstance(block, TextBlock):
            return self._text(block, gap)
        if isinstance(block, Strip):
            return self._strip(block, gap)
        if isinstance(block, TableBlock):
            return table_of(block, self.grid)
        return self._picture(block)

    def _text(self, block: TextBlock, gap: int) -> str:
        look = block.look
        several = len(block.lines) > 1
        form = Format(
            look.rows * self.grid.pitch,
            _JUSTIFY[look.align],
            before=(block.before + gap) * self.grid.pitch,
            after=block.after * self.grid.pitch,
            left=look.left + look.hang,
            right=0.0 if block.entry else look.right,
            first=look.first - look.hang,
            keep_next=block.keep,
            keep_lines=block.forced and several,
            outline=block.outline,
            tabs=(("right", self.grid.wide, block.leader),) if block.entry else (),
        )
        lines = [line.pieces for line in block.lines] if block.forced else [block.pieces]
        brk = special("br", _font(block, block.pieces[0])) if block.pieces else ""
        content = brk.join("".join(run(p.text, _font(block, p)) for p in line) for line in lines)
        if block.entry:
            content += self._reference(block)
        if block.key and block.key not in self.marked:
            self.marked.add(block.key)
            content = bookmark(self._name(block.key), len(self.marked), content)
        if block.frame:
            return _boxed(content, form, block, is_cut=id(block) in self.cut)
        if not block.rule_above:
            return paragraph(content, form)
        rule = Format(_RULE_LINE, before=form.before, keep_next=True, border=_RULE)
        form = replace(form, line=form.line - _RULE_LINE - _THIN, before=0.0)
        return paragraph("", rule) + paragraph(content, form)

    def _reference(self, block: TextBlock) -> str:
        """The page number of a contents line, already right."""
        font = Font(Face.FANG, block.look.size, 0.0)
        page = page_field(
            f"PAGEREF {self._name(block.entry)} \\h", str(self.starts[block.entry]), font
        )
        return special("tab", font) + page

    def _name(self, key: str) -> str:
        return self.names.setdefault(key, f"_Item{len(self.names) + 1}")

    def _strip(self, strip: Strip, gap: int) -> str:
        look = strip.look
        pitch = self.grid.pitch
        line, after, frame = look.rows * pitch, strip.after * pitch, ""
        if strip.rule == "red":
            frame = border("bottom", _RED_EIGHTHS, _RED_SPACE, RED)
            taken = _RED_SPACE + _RED_EIGHTHS / 8
            line, after = (line, after - taken) if strip.after else (line - taken, after)
        elif strip.rule_above:
            frame = border("top", _THIN_EIGHTHS, 0, "000000")
            frame += border("bottom", _THIN_EIGHTHS, 0, "000000")
            line -= 2 * _THIN
        sides = (strip.left, strip.right)
        centred = bool(text_of(strip.center)) and not any(text_of(side) for side in sides)
        middle = (("center", self.grid.wide / 2, False),) if text_of(strip.center) else ()
        # a tab, not an indent: the rule below goes from edge to edge
        inset = (("left", look.left, False),) if look.left and not centred else ()
        tabs = (*inset, *middle, ("right", self.grid.wide - look.right, False))
        form = Format(
            line,
            "center" if centred else "left",
            before=gap * pitch,
            after=after,
            tabs=() if centred else tabs,
            border=frame,
        )
        if centred:
            return paragraph(self._runs(strip.center, strip), form)
        tab = special("tab", self._strip_font(strip, Face.FANG))
        parts = (strip.left, strip.center, strip.right) if middle else sides
        runs = tab.join(self._runs(part, strip) for part in parts)
        return paragraph((tab if inset else "") + runs, form)

    def _runs(self, pieces: tuple[Piece, ...], strip: Strip) -> str:
        return "".join(
            run(piece.text, self._strip_font(strip, piece.face)) for piece in pieces if piece.text
        )

    def _strip_font(self, strip: Strip, face: Face) -> Font:
        return Font(face, strip.look.size, strip.look.tracking, red=strip.look.red)

    def _picture(self, block: PictureBlock) -> str:
        from docx.oxml.xmlchemy import serialize_for_reading  # noqa: PLC0415 - heavy, loaded on use
        from docx.shared import Pt  # noqa: PLC0415 - heavy, loaded on use

        form = Format(block.rows * self.grid.pitch, "center", keep_next=block.keep, at_least=True)
        found = printable(self.pictures.get(block.digest, b""), block.width)
        if found is None:
            return paragraph("", form)
        inline = self.document.part.new_pic_inline(
            BytesIO(found[1]), Pt(block.width), Pt(block.height)
        )
        for side in "TBLR":
            inline.set(f"dist{side}", "0")
        drawing = serialize_for_reading(inline)
        return paragraph(f"<w:r><w:drawing>{drawing}</w:drawing></w:r>", form)


def _font(block: TextBlock, piece: Piece) -> Font:
    look = block.look
    return Font(piece.face, look.size, look.tracking, piece.bold, look.red)


def _boxed(content: str, form: Format, block: TextBlock, *, is_cut: bool) -> str:
    """A paragraph of a box; Word adds the edges above and below to its lines.

    The lower edge of one that goes on over a page is a paragraph of its own: LibreOffice would
    keep room for it on every page.
    """
    space = round(form.left - _THIN)  # in whole points; brings the edges to those of the page
    edges = {"left": space, "right": space}
    edges |= {"top": 0} if TOP in block.frame else {}
    edges |= {"bottom": 0} if BOTTOM in block.frame and not is_cut else {}
    order = [side for side in ("top", "left", "bottom", "right") if side in edges]
    sides = "".join(border(side, _THIN_EIGHTHS, edges[side], "000000") for side in order)
    taken = (len(edges) - 2) * _THIN / len(block.lines)
    inside = replace(form, line=form.line - taken, border=sides)
    if BOTTOM not in block.frame or not is_cut:
        return paragraph(content, inside)
    edge = Format(_EDGE_LINE, after=form.after - _EDGE_LINE - _THIN, border=_RULE)
    return paragraph(content, replace(inside, after=0.0)) + paragraph("", edge)
