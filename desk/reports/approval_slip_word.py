"""Approval slips as a .docx that looks like the printed pages and can be filled in."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desk.layout.content import About, Pictures
from desk.layout.fonts import Face, installed_fonts
from desk.layout.grid import GRIDS, INNER_MM, MM, OUTER_MM, WIDTH, Grid
from desk.layout.model import Align
from desk.layout.templates import load_template
from desk.layout.word import Writer
from desk.layout.word_frame import new_document, pack, put_in
from desk.layout.word_xml import (
    NAMESPACES,
    Font,
    Format,
    bookmark,
    page_field,
    paragraph,
    run,
    special,
    table,
    twips,
)
from desk.office_clock import day_of
from desk.reports.approval_slip import NAME, Slip
from desk.reports.approval_slip_form import (
    AIR,
    BOTTOM,
    HEAD_GAP,
    META_GAP,
    TOP,
    Cell,
    Form,
    FormRow,
    Words,
    set_form,
)
from desk.reports.approval_slip_pdf import (
    FOOTER_MM,
    FOOTER_SIZE,
    TEMPLATE,
    refuse_count,
    text_layout,
)

if TYPE_CHECKING:
    from docx.document import Document

_JC = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}
_HAIR = 1.0  # points: the height of a paragraph that only ends a part
_SLACK = 6.0
_FOOT = Font(Face.SONG, FOOTER_SIZE, 0.0)
_FIRST_MARK = 100_000  # bookmark numbers beyond those of the texts


def slips_docx(slips: Sequence[Slip], pictures: Pictures) -> bytes:
    """Write the slips as one document; raises DeskError as ``slips_pdf`` does."""
    refuse_count(len(slips))
    fonts = installed_fonts()
    grid = GRIDS[load_template(TEMPLATE).grid]
    day = day_of(slips[0].printed)
    title = f"{NAME}：{slips[0].title}" if len(slips) == 1 else NAME
    document = new_document(About(title, slips[0].office, day), grid)
    writer = Writer(document, grid, pictures, {})
    parts = []
    for at, slip in enumerate(slips):
        parts.append(_form(set_form(slip, fonts)))
        parts += [writer.block(block) for block in text_layout(slip, fonts).blocks]
        parts.append(_end(at, grid, is_last=at == len(slips) - 1))
    put_in(document, "".join(parts))
    _one_sided(document)
    _number(document, grid)
    return pack(document, day)


def _form(form: Form) -> str:
    """The form on pages of its own."""
    heading = Format(form.heading.pitch, "center", after=HEAD_GAP)
    tabs = (("right", WIDTH, False),)
    meta = Format(form.meta[0].pitch, "left", after=META_GAP, tabs=tabs)
    left, right = (_runs(words) for words in form.meta)
    widths = _columns(form)
    rows = "".join(_row(row, widths) for page in form.pages for row in page)
    return (
        paragraph(_runs(form.heading), heading)
        + paragraph(left + special("tab", Font(Face.FANG, 10.5, 0.0)) + right, meta)
        + table(widths, rows)
        + _break(_section(TOP, BOTTOM, restarts=True))
    )


def _columns(form: Form) -> tuple[float, ...]:
    """The widths of the grid: those of a row with two fields."""
    rows = [row for page in form.pages for row in page]
    most = max(rows, key=lambda row: len(row.cells))
    return tuple(cell.width for cell in most.cells)


def _row(row: FormRow, widths: tuple[float, ...]) -> str:
    """A row of the table; the foot of a box is a row of its own without a line above it."""
    foot = row.cells[-1].foot
    if foot is None:
        cells = "".join(_cell(cell, widths, "") for cell in row.cells)
        return _table_row(row.height, cells)
    label, box = row.cells
    below = foot.height + AIR
    upper = _cell(label, widths, '<w:vMerge w:val="restart"/>')
    upper += _cell(box, widths, _borders("bottom"), at_top=True)
    lower = _empty(label, widths) + _foot_cell(box, foot, widths)
    return _table_row(row.height - below, upper) + _table_row(below, lower)


def _table_row(height: float, cells: str) -> str:
    size = f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>'
    return f"<w:tr><w:trPr><w:cantSplit/>{size}</w:trPr>{cells}</w:tr>"


def _cell(cell: Cell, widths: tuple[float, ...], extra: str, *, at_top: bool = False) -> str:
    content = "".join(
        paragraph(
            _runs(words),
            Format(
                words.pitch,
                _JC[words.look.align],
                before=AIR if at_top and not at else 0.0,
                keep_next=at_top,
            ),
        )
        for at, words in enumerate(cell.words)
    )
    content = content or paragraph("", Format(_HAIR, keep_next=at_top))
    place = "top" if at_top else "center"
    return _tc(cell, widths, extra, content, place)


def _foot_cell(cell: Cell, foot: Words, widths: tuple[float, ...]) -> str:
    form = Format(foot.pitch, "right", right=foot.look.right)
    return _tc(cell, widths, _borders("top"), paragraph(_runs(foot), form), "top")


def _empty(cell: Cell, widths: tuple[float, ...]) -> str:
    return _tc(cell, widths, "<w:vMerge/>", paragraph("", Format(_HAIR)), "top")


def _tc(cell: Cell, widths: tuple[float, ...], extra: str, content: str, place: str) -> str:
    spanned = 1 if any(abs(cell.width - width) < 1 for width in widths) else len(widths) - 1
    span = f'<w:gridSpan w:val="{spanned}"/>' if spanned > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(cell.width)}" w:type="dxa"/>{span}{extra}'
        f'<w:vAlign w:val="{place}"/></w:tcPr>{content}</w:tc>'
    )


def _borders(side: str) -> str:
    return f'<w:tcBorders><w:{side} w:val="nil"/></w:tcBorders>'


def _runs(words: Words) -> str:
    return "".join(
        run(piece.text, Font(piece.face, words.look.size, 0.0)) for piece in words.pieces
    )


def _break(section: str) -> str:
    """A paragraph without height that ends a section."""
    return (
        f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="{twips(_HAIR)}" '
        f'w:lineRule="exact"/>{section}</w:pPr></w:p>'
    )


def _section(top: float, bottom: float, *, restarts: bool) -> str:
    """The set-up of a part's pages, which begin on a new one."""
    start = '<w:pgNumType w:start="1"/>' if restarts else ""
    return (
        '<w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="{twips(top)}" w:right="{twips(OUTER_MM * MM)}" '
        f'w:bottom="{twips(bottom)}" w:left="{twips(INNER_MM * MM)}" '
        f'w:header="{twips(15 * MM)}" w:footer="{twips(_from_below())}" w:gutter="0"/>'
        f"{start}</w:sectPr>"
    )


def _from_below() -> float:
    """From the foot of the paper to the lower edge of the footer, in points."""
    return (297 - FOOTER_MM) * MM - FOOTER_SIZE - 2


def _end(at: int, grid: Grid, *, is_last: bool) -> str:
    """The end of a slip: a mark whose page is the number of its pages."""
    # a bookmark around nothing has no page for LibreOffice
    space = run(" ", Font(Face.SONG, _HAIR, 0.0))
    mark = paragraph(bookmark(f"_SlipEnd{at + 1}", _FIRST_MARK + at, space), Format(_HAIR))
    if is_last:
        return mark
    section = _section(grid.margin_top_mm * MM, _below(grid), restarts=False)
    return mark + _break(section)


def _below(grid: Grid) -> float:
    """The lower margin of the text, with room for the mark but for no other line."""
    return grid.margin_bottom_mm * MM - _SLACK


def _one_sided(document: "Document") -> None:
    """Slips are stapled at the left: no page is mirrored."""
    settings = document.settings.element
    for found in settings.xpath("w:mirrorMargins | w:evenAndOddHeaders"):
        found.getparent().remove(found)


def _number(document: "Document", grid: Grid) -> None:
    """Give each slip the line at the foot with its own numbers."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - heavy, loaded on use
    from docx.shared import Pt  # noqa: PLC0415 - heavy, loaded on use

    document.sections[-1].footer_distance = Pt(_from_below())
    document.sections[-1].bottom_margin = Pt(_below(grid))
    for at, section in enumerate(document.sections):
        section.footer.is_linked_to_previous = bool(at % 2)
        if at % 2:
            continue
        content = (
            run("审签单　第 ", _FOOT)
            + page_field("PAGE", "1", _FOOT)
            + run(" 页　共 ", _FOOT)
            + page_field(f"PAGEREF _SlipEnd{at // 2 + 1} \\h", "2", _FOOT)
            + run(" 页", _FOOT)
        )
        line = paragraph(content, Format(_FOOT.size + 2, "center"))
        fresh = parse_xml(f"<w:all {NAMESPACES}>{line}</w:all>")
        section.footer._element[:] = list(fresh)  # noqa: SLF001 - python-docx has no other way
