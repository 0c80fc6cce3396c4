"""WordprocessingML as text: paragraphs and tables with their children in the schema's order."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from desk.layout.fonts import OFFICIAL, Face
from desk.layout.grid import TRACKING
from desk.layout.model import PADDING

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
RED = "E60012"


def twips(points: float) -> int:
    """Twentieths of a point."""
    return round(points * 20)


@dataclass(frozen=True, slots=True)
class Format:
    """What a paragraph changes of the Normal style; lengths in points, ``tabs`` (kind, place)."""

    line: float
    align: str = "both"
    before: float = 0.0
    after: float = 0.0
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0  # negative hangs
    keep_next: bool = False
    keep_lines: bool = False
    outline: bool = False
    at_least: bool = False
    tabs: tuple[tuple[str, float, bool], ...] = ()  # kind, place, dots before it
    border: str = ""


def border(side: str, eighths: int, space: int, colour: str) -> str:
    """One side of a paragraph's frame; ``space`` in points."""
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{colour}"/>'


def paragraph(content: str, form: Format) -> str:
    """A paragraph around its runs."""
    return f"<w:p>{_paragraph_properties(form)}{content}</w:p>"


def _paragraph_properties(form: Format) -> str:
    parts = []
    if form.keep_next:
        parts.append("<w:keepNext/>")
    if form.keep_lines:
        parts.append("<w:keepLines/>")
    if form.border:
        parts.append(f"<w:pBdr>{form.border}</w:pBdr>")
    if form.tabs:
        tabs = "".join(_tab(*tab) for tab in form.tabs)
        parts.append(f"<w:tabs>{tabs}</w:tabs>")
    rule = "atLeast" if form.at_least else "exact"
    parts.append(
        f'<w:spacing w:before="{twips(form.before)}" w:after="{twips(form.after)}" '
        f'w:line="{twips(form.line)}" w:lineRule="{rule}"/>'
    )
    parts.append(_indent(form))
    parts.append(f'<w:jc w:val="{form.align}"/>')
    if form.outline:
        parts.append('<w:outlineLvl w:val="0"/>')
    return f"<w:pPr>{''.join(parts)}</w:pPr>"


def _tab(kind: str, place: float, dots: bool) -> str:  # noqa: FBT001 - the tuple of Format.tabs
    leader = ' w:leader="dot"' if dots else ""
    return f'<w:tab w:val="{kind}"{leader} w:pos="{twips(place)}"/>'


def _indent(form: Format) -> str:
    sides = f'w:left="{twips(form.left)}" w:right="{twips(form.right)}"'
    if form.first < 0:
        return f'<w:ind {sides} w:hanging="{twips(-form.first)}"/>'
    # Word counts the characters first, and other readers the twips
    chars = ' w:firstLineChars="200"' if form.first else ' w:firstLineChars="0"'
    return f'<w:ind {sides}{chars} w:firstLine="{twips(form.first)}"/>'


@dataclass(frozen=True, slots=True)
class Font:
    """How characters look; the name is always the official face's."""

    face: Face
    size: float
    tracking: float = TRACKING
    bold: bool = False
    red: bool = False

    @property
    def properties(self) -> str:
        """The run properties."""
        name = OFFICIAL[self.face]
        slots = " ".join(f'w:{slot}="{name}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
        bold = "<w:b/><w:bCs/>" if self.bold else ""
        half_points = int(self.size * 2 + 0.01)  # never wider than the PDF's
        colour = f'<w:color w:val="{RED}"/>' if self.red else ""
        return (
            f'<w:rPr><w:rFonts w:hint="eastAsia" {slots}/>{bold}{colour}'
            f'<w:spacing w:val="{twips(self.tracking)}"/>'
            f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>'
        )


def run(text: str, font: Font) -> str:
    """Characters of one look."""
    return (
        f'<w:r>{font.properties}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'
    )


def special(name: str, font: Font) -> str:
    """A run that holds a tab ("tab") or a line break ("br")."""
    return f"<w:r>{font.properties}<w:{name}/></w:r>"


def section_end(properties: str) -> str:
    """A paragraph without height that ends a section of these properties."""
    form = '<w:spacing w:before="0" w:after="0" w:line="10" w:lineRule="exact"/>'
    return f"<w:p><w:pPr>{form}{properties}</w:pPr></w:p>"


def page_field(instruction: str, shown: str, font: Font) -> str:
    """A field with the result that stands until Word counts again."""
    mark = f"<w:r>{font.properties}<w:fldChar w:fldCharType="
    code = f'<w:instrText xml:space="preserve"> {escape(instruction, quote=False)} </w:instrText>'
    return (
        f'{mark}"begin"/></w:r><w:r>{font.properties}{code}</w:r>'
        f'{mark}"separate"/></w:r>{run(shown, font)}{mark}"end"/></w:r>'
    )


def bookmark(name: str, number: int, content: str) -> str:
    """Content that a field can point to."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'


def table(widths: Iterable[float], rows: str, padding: float = PADDING) -> str:
    """A ruled table of fixed columns in the middle of the page."""
    columns = [twips(width) for width in widths]
    side = twips(padding)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(border(side, 4, 0, "000000") for side in sides)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{lines}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{side}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def cell(width: float, content: str, across: int = 1, merged: str = "") -> str:
    """A cell over columns; ``merged`` with those below it: "restart" begins, "continue" goes on."""
    span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    down = f'<w:vMerge w:val="{merged}"/>' if merged else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{span}{down}'
        f'<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
    )


def table_row(cells: Iterable[str], height: float, *, header: bool) -> str:
    """A row of exact height that stays whole; header rows repeat on every page."""
    repeat = "<w:tblHeader/>" if header else ""
    inner = "".join(cells)
    size = f'<w:trHeight w:val="{twips(height)}" w:hRule="exact"/>'
    return f"<w:tr><w:trPr><w:cantSplit/>{size}{repeat}</w:trPr>{inner}</w:tr>"
