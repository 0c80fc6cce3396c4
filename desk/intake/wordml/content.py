"""Walk the text of a .docx in order, keeping what a reader of the page would see."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from desk.errors import NotReadableError
from desk.intake.counting import Numbering
from desk.intake.document import Block, Line
from desk.intake.lines import Lines
from desk.intake.looks import Look
from desk.intake.tables import Cells, as_blocks
from desk.intake.wordml.markup import COMPATIBILITY, RELATION, number, value, w
from desk.intake.wordml.package import Parts
from desk.intake.wordml.styles import Styles, paragraph_look, run_look

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_VML = "{urn:schemas-microsoft-com:vml}imagedata"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DEEPEST = 40  # tables and text boxes inside one another
_THROUGH = frozenset(
    w(name)
    for name in (
        "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo",
    )
)  # fmt: skip
_REVISED = frozenset(w(name) for name in ("ins", "moveTo"))
_REMOVED = frozenset(w(name) for name in ("del", "moveFrom"))
_CHOICES = (f"{COMPATIBILITY}Choice", f"{COMPATIBILITY}Fallback")
_CHARACTERS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
}


@dataclass(slots=True)
class Seen:
    """What was met on the way and must be told or kept beside the text."""

    revised: bool = False
    hidden: int = 0  # characters
    charts: int = 0  # charts and diagrams, which are neither text nor pictures
    footnotes: list[tuple[str, str]] = field(default_factory=list)  # part, id; in order


class Content:
    """One walk over the text; ``seen`` fills on the way."""

    def __init__(self, parts: Parts, styles: Styles, numbering: Numbering) -> None:
        self._parts = parts
        self._styles = styles
        self._numbering = numbering
        self._fields: list[bool] = []  # one per open field: whether its result is being read
        self._lines = Lines()  # outlives a paragraph whose end mark was deleted
        self._after: list[Block] = []  # pictures and text boxes anchored in the paragraph
        self._depth = 0
        self.seen = Seen()
        self._readers: dict[str, Callable[[Element, Look], None]] = {
            w("t"): self._text,
            w("sym"): self._symbol,
            w("drawing"): self._drawing,
            w("pict"): self._drawing,
            w("object"): self._drawing,
            w("fldChar"): self._field,
            w("footnoteReference"): self._footnote,
            w("endnoteReference"): self._footnote,
            w("ruby"): self._ruby,
        }

    def blocks(self, parent: Element) -> Iterator[Block]:
        """The paragraphs, tables and pictures below an element, in order."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NotReadableError("里面的表格或文本框套得太深，可能是有害文件")
        for node in parent:
            if node.tag == w("p"):
                yield from self._paragraph(node)
            elif node.tag == w("tbl"):
                yield from as_blocks(self._cells(node))
            elif node.tag in _THROUGH or node.tag in _REVISED:
                yield from self.blocks(node)
            elif node.tag == f"{COMPATIBILITY}AlternateContent":
                yield from self.blocks(_choice(node))
        self._depth -= 1

    def _cells(self, table: Element) -> list[list[Cells]]:
        """The cells of a table, each with its own blocks."""
        rows = []
        for row in _found(table, w("tr")):
            properties = row.find(w("trPr"))
            if properties is not None and properties.find(w("del")) is not None:
                self.seen.revised = True
                continue
            before = number(value(properties, "gridBefore")) or 0
            rows.append(
                [Cells((), min(before, 60))] + [self._cell(cell) for cell in _found(row, w("tc"))]
            )
        return rows

    def _cell(self, cell: Element) -> Cells:
        properties = cell.find(w("tcPr"))
        span = number(value(properties, "gridSpan")) or 1
        merge = value(properties, "vMerge")
        blocks = tuple(self.blocks(cell))
        continues = merge is not None and merge != "restart"
        return Cells(() if continues else blocks, max(1, min(span, 60)))

    def _paragraph(self, node: Element) -> Iterator[Block]:
        """The lines of a paragraph, then what is anchored in it."""
        properties = node.find(w("pPr"))
        marks = None if properties is None else properties.find(w("rPr"))
        look = paragraph_look(properties).over(self._styles.paragraph(value(properties, "pStyle")))
        outer_after, self._after = self._after, []
        self._inline(node, look)
        if marks is not None and marks.find(w("del")) is not None:
            self.seen.revised = True
            self._after = outer_after + self._after
            return
        lines, self._lines = self._lines, Lines()
        anchored, self._after = self._after, outer_after
        yield from self._numbered(lines, look)
        yield from anchored

    def _numbered(self, lines: Lines, look: Look) -> list[Line]:
        """The finished lines, the first with its automatic number."""
        if look.list_id not in {None, "", "0"} and lines.finish(look):
            lines.number(self._numbering.next(look.list_id or "", look.list_level or 0))
        return lines.finish(look)

    def _inline(self, parent: Element, look: Look) -> None:
        """Read runs and what wraps them."""
        for node in parent:
            if node.tag == w("r"):
                self._run(node, look)
            elif node.tag in _REMOVED:
                self.seen.revised = True
            elif node.tag in _REVISED or node.tag in _THROUGH:
                self.seen.revised |= node.tag in _REVISED
                self._inline(node, look)
            elif node.tag.startswith(_MATH):
                self._add("".join(item.text or "" for item in node.iter(f"{_MATH}t")), look)
            elif node.tag == f"{COMPATIBILITY}AlternateContent":
                self._inline(_choice(node), look)

    def _run(self, run: Element, paragraph: Look) -> None:
        properties = run.find(w("rPr"))
        own = run_look(properties)
        style = value(properties, "rStyle")
        look = (own.over(self._styles.look(style)) if style else own).over(paragraph)
        if look.hidden:
            self.seen.hidden += sum(len(item.text or "") for item in run.iter(w("t")))
            return
        self._characters(run, look)

    def _characters(self, run: Element, look: Look) -> None:
        for node in run:
            reader = self._readers.get(node.tag)
            if reader is not None:
                reader(node, look)
            elif node.tag in _CHARACTERS:
                self._add(_CHARACTERS[node.tag], look)
            elif node.tag == f"{COMPATIBILITY}AlternateContent":
                self._characters(_choice(node), look)

    def _add(self, text: str, look: Look) -> None:
        """Add characters unless they are a field's code."""
        if all(self._fields):
            self._lines.add(text, look)

    def _text(self, node: Element, look: Look) -> None:
        self._add((node.text or "").replace("\n", " "), look)

    def _symbol(self, node: Element, look: Look) -> None:
        """A character by its code; the private ones of symbol fonts mean nothing outside them."""
        try:
            code = int(node.get(w("char"), ""), 16)
        except ValueError:
            return
        if 0x20 <= code < 0xD800:  # noqa: PLR2004 - below the surrogates and the private area
            self._add(chr(code), look)

    def _field(self, node: Element, _look: Look) -> None:
        kind = node.get(w("fldCharType"))
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _footnote(self, node: Element, _look: Look) -> None:
        part = "endnotes" if node.tag == w("endnoteReference") else "footnotes"
        self.seen.footnotes.append((part, node.get(w("id"), "")))

    def _ruby(self, node: Element, look: Look) -> None:
        base = node.find(w("rubyBase"))
        if base is not None:
            self._inline(base, look)

    def _drawing(self, node: Element, _look: Look) -> None:
        """Take the pictures and the text boxes of a drawing."""
        boxes = list(_outermost(node, w("txbxContent")))
        inside = {id(item) for box in boxes for item in box.iter()}
        for item in node.iter():
            if id(item) not in inside and item.tag in {_DRAWING, _VML}:
                self._picture(item)
            self.seen.charts += item.tag in {_CHART, _DIAGRAM}
        for box in boxes:
            self._box(box)

    def _picture(self, node: Element) -> None:
        relation = node.get(f"{RELATION}embed") or node.get(f"{RELATION}id")
        image = self._parts.picture(relation)
        if image is not None:
            self._after.append(image)

    def _box(self, box: Element) -> None:
        """Read a text box as paragraphs of its own, after the one it hangs on."""
        outer_lines, self._lines = self._lines, Lines()
        outer_fields, self._fields = self._fields, []
        blocks = list(self.blocks(box))
        self._after += blocks
        self._lines, self._fields = outer_lines, outer_fields


def _choice(node: Element) -> Element:
    """The one alternative to read: what this Word drew, else the older copy of it.

    Symbols beyond the fonts (``symEx``) are read from the copy, where they are characters.
    """
    newer = node.find(_CHOICES[0])
    is_symbol = newer is not None and newer.get("Requires") == "w16se"
    found = (node.find(name) for name in _CHOICES[is_symbol:])
    return next((item for item in found if item is not None and len(item)), Element("none"))


def _outermost(node: Element, tag: str) -> Iterator[Element]:
    """Elements of that name which do not stand inside another one, one alternative only."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag == f"{COMPATIBILITY}AlternateContent":
            yield from _outermost(_choice(child), tag)
        else:
            yield from _outermost(child, tag)


def _found(node: Element, tag: str) -> Iterator[Element]:
    """Rows or cells, also those inside content controls and inserted ones."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag in _THROUGH or child.tag in _REVISED:
            yield from _found(child, tag)


def plain_text(content: Content, node: Element) -> str:
    """The text of a footnote or a comment as one line."""
    blocks = content.blocks(node)
    return " ".join(block.text.strip() for block in blocks if isinstance(block, Line))
