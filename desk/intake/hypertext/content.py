"""Walk a page in order, keeping what a reader of it would see."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from desk.errors import NotReadableError
from desk.intake.document import Block, Line
from desk.intake.hypertext.lists import Counter
from desk.intake.hypertext.looks import Sheet, style_of
from desk.intake.hypertext.tables import Covered, rows, span
from desk.intake.lines import Lines
from desk.intake.looks import PLAIN, Look
from desk.intake.pictures import Album
from desk.intake.tables import Cells, as_blocks

_DEEPEST = 40  # tables inside one another
_BLANKS = re.compile(r"[ \t\r\n\f\xa0]+")
_BREAK = re.compile(r"(?<=[\u2e80-\uffef])[ \t]*[\r\n]+[ \t]*(?=[\u2e80-\uffef])")
_SKIPPED = frozenset(
    (
        "script", "style", "template", "noscript", "iframe", "object", "applet", "svg", "select",
        "textarea", "button", "input", "nav", "footer", "aside", "title", "xml", "meta", "link",
    )
)  # fmt: skip
_BLOCKS = frozenset(
    (
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "pre",
        "blockquote", "section", "article", "header", "main", "center", "address", "figure", "hr",
        "figcaption", "form", "fieldset", "body", "html", "caption", "td", "th", "tr", "details",
    )
)  # fmt: skip
_REFERENCE = re.compile(r"^#?_(?:ftn|edn)(?:ref)?\d+$")  # Word's marks of notes
_OFFICE = ("sdfootnoteanc", "sdfootnotesym", "sdendnoteanc", "sdendnotesym", "msocommentreference")
_NOTE_IDS = re.compile(r"^(?:ftn|edn|sdfootnote|sdendnote)\d+$")


@dataclass(slots=True)
class Seen:
    """What was met on the way and must be told or kept beside the text."""

    revised: bool = False
    hidden: int = 0  # characters
    elsewhere: int = 0  # pictures that are not in the page itself
    footnotes: list[str] = field(default_factory=list)
    margins: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


class Content:
    """One walk over a page; ``seen`` and ``album`` fill on the way.

    ``pictures`` are those written into the page, in order.
    """

    def __init__(self, sheet: Sheet, pictures: list[bytes]) -> None:
        self._sheet = sheet
        self._pictures = pictures
        self._blocks: list[Block] = []
        self._after: list[Block] = []
        self._lines = Lines()
        self._look = PLAIN
        self._gap = True  # whether a blank here would be a second one
        self._lists: list[Counter] = []
        self._mark = ""  # a number that waits for the text of its item
        self._depth = 0
        self.breaks_are_blanks = False  # office programs break the source only where a blank is
        self.album = Album()
        self.seen = Seen()

    def blocks(self, node: Element, look: Look = PLAIN) -> list[Block]:
        """The paragraphs, tables and pictures of an element and what is below it."""
        outer = self._blocks, self._after, self._lines, self._look, self._gap
        self._blocks, self._after, self._lines, self._gap = [], [], Lines(), True
        self._inside(node, look, keep=node.tag == "pre")
        self._end(look)
        found = self._blocks
        self._blocks, self._after, self._lines, self._look, self._gap = outer
        return found

    def _text(self, text: str | None, look: Look, *, keep: bool) -> None:
        """Add characters; blanks run together as browsers show them, or are kept."""
        if not text:
            return
        if look.hidden:
            self.seen.hidden += len("".join(text.split()))
            return
        shown = text.expandtabs(4) if keep else _BLANKS.sub(" ", self._unbroken(text))
        shown = shown[1:] if self._gap and not keep and shown.startswith(" ") else shown
        if shown:
            self._gap = shown.endswith((" ", "\n"))
            mark, self._mark = (self._mark, "") if shown.strip() else ("", self._mark)
            self._lines.add(mark + shown, look)

    def _unbroken(self, text: str) -> str:
        """Text without the breaks between Chinese characters that are nobody's blanks."""
        return text if self.breaks_are_blanks else _BREAK.sub("", text)

    def _inside(self, node: Element, look: Look, *, keep: bool) -> None:
        self._text(node.text, look, keep=keep)
        for child in node:
            self._element(child, look, keep=keep)
            self._text(child.tail, look, keep=keep)

    def _element(self, node: Element, around: Look, *, keep: bool) -> None:
        tag = str(node.tag)
        if tag in _SKIPPED or self._is_office(node):
            return
        if tag == "br":
            self._lines.add("\n", around)
            self._gap = True
        elif tag == "img":
            self._picture(node)
        elif tag == "del":
            self.seen.revised = True
        else:
            self.seen.revised |= tag == "ins"
            self._open(node, self._sheet.look(node).over(around), around, keep=keep)

    def _open(self, node: Element, look: Look, around: Look, *, keep: bool) -> None:
        tag = str(node.tag)
        if tag not in _BLOCKS and tag != "table":
            self._inside(node, look, keep=keep)
            return
        self._end(around)
        if tag == "table":
            self._blocks += as_blocks(list(self._rows(node, look)))
            return
        if tag in {"ol", "ul"}:
            self._lists.append(Counter.of(node))
        if tag == "li" and self._lists:
            self._mark = self._lists[-1].next()
        self._inside(node, look, keep=keep or tag == "pre")
        self._end(look)
        if tag in {"ol", "ul"}:
            self._lists.pop()

    def _end(self, look: Look) -> None:
        """End a paragraph that looks so."""
        self._blocks += self._lines.finish(look)
        self._blocks += self._after
        self._lines, self._after, self._gap = Lines(), [], True

    def _rows(self, table: Element, look: Look) -> Iterator[list[Cells]]:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NotReadableError("里面的表格套得太深，可能是有害文件")
        plain = Look(bold=look.bold, size=look.size, hidden=look.hidden)
        covered = Covered()
        for row in rows(table):
            around = self._sheet.look(row).over(plain)
            cells = [
                (self._cell(cell, around), span(cell, "rowspan"))
                for cell in row
                if cell.tag in {"td", "th"}
            ]
            yield covered.row(cells)
        self._depth -= 1

    def _cell(self, cell: Element, around: Look) -> Cells:
        blocks = self.blocks(cell, self._sheet.look(cell).over(around))
        return Cells(tuple(blocks), span(cell, "colspan"))

    def _picture(self, node: Element) -> None:
        source = (node.get("src") or "").strip()
        number = source.removeprefix("data:")
        if source.startswith("data:") and number.isdecimal() and int(number) < len(self._pictures):
            image = self.album.take(self._pictures[int(number)])
        else:
            self.seen.elsewhere += 1
            return
        self._after += [image] if image else []

    def _is_office(self, node: Element) -> bool:
        """Take what office programs set apart from the text: notes, comments, page headers."""
        classes = node.get("class", "")[:200].lower()
        if any(name in classes for name in _OFFICE) or _REFERENCE.match(node.get("name", "")):
            return True
        style = style_of(node).replace(" ", "")
        if "mso-element:comment-list" in style:
            self.seen.comments += map(self._one_line, node)
            return True
        if node.tag == "div" and _NOTE_IDS.match(node.get("id", "")):
            self.seen.footnotes += [self._one_line(node)]
            return True
        if node.tag == "div" and node.get("title") in {"header", "footer"}:
            self.seen.margins += [self._one_line(node)] if node.get("title") == "header" else []
            return True
        return False

    def _one_line(self, node: Element) -> str:
        lines = (block.text.strip() for block in self.blocks(node) if isinstance(block, Line))
        return " ".join(lines)
