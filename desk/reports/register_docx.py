"""The table as a Word file that the office can still change."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from desk.layout.fonts import OFFICIAL, Face
from desk.layout.setting import clean
from desk.layout.word_frame import pack, put_in
from desk.layout.word_xml import NAMESPACES, Font, Format, page_field, paragraph, run, table
from desk.reports.register import Part, Register, grouped, must_have_lines

if TYPE_CHECKING:
    from docx.document import Document

_PORTRAIT, _LANDSCAPE = (210, 297), (297, 210)
_MARGIN_MM = 20
_POINTS_A_MM = 72 / 25.4
_SONG, _HEI = Font(Face.SONG, 10.5, 0.0), Font(Face.HEI, 10.5, 0.0)
_SMALL = Font(Face.SONG, 9.0, 0.0)
_ROW = 16.0


def register_docx(register: Register) -> bytes:
    """Write a table; equal tables give equal bytes. Raises DeskError as ``register_pdf``."""
    must_have_lines(register)
    document = _document(register)
    put_in(document, "".join(_paragraphs(register)))
    return pack(document, register.day)


def widths_mm(register: Register) -> list[float]:
    """The widths of the columns; those without one share what the others leave."""
    room = (_LANDSCAPE if register.landscape else _PORTRAIT)[0] - 2 * _MARGIN_MM
    rest = room - sum(one.width for one in register.headings)
    free = sum(not one.width for one in register.headings) or 1
    return [one.width or rest / free for one in register.headings]


def _document(register: Register) -> "Document":
    import docx  # noqa: PLC0415 - heavy, loaded on use
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415 - as above
    from docx.oxml import parse_xml  # noqa: PLC0415 - as above
    from docx.shared import Mm, Pt  # noqa: PLC0415 - as above

    document = docx.Document()
    section = document.sections[0]
    width, height = _LANDSCAPE if register.landscape else _PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.orientation = WD_ORIENT.LANDSCAPE if register.landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Mm(_MARGIN_MM)
    section.top_margin = section.bottom_margin = Mm(_MARGIN_MM)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = OFFICIAL[Face.SONG], Pt(_SONG.size)
    number = run("第 ", _SMALL) + page_field("PAGE", "1", _SMALL) + run(" 页　共 ", _SMALL)
    number += page_field("NUMPAGES", "1", _SMALL) + run(" 页", _SMALL)
    foot = parse_xml(f"<w:all {NAMESPACES}>{paragraph(number, Format(12, 'center'))}</w:all>")
    section.footer.is_linked_to_previous = False
    section.footer._element[:] = list(foot)  # noqa: SLF001 - python-docx has no other way
    properties = document.core_properties
    properties.title, properties.comments = clean(register.title), ""
    properties.author = properties.last_modified_by = ""
    properties.created = properties.modified = datetime.combine(register.day, time(), UTC)
    return document


def _paragraphs(register: Register) -> Iterator[str]:
    title = run(clean(register.title), Font(Face.TITLE, 18.0, 0.0))
    yield paragraph(title, Format(28, "center", after=4, at_least=True))
    room = sum(widths_mm(register)) * _POINTS_A_MM
    left, right = run(clean(register.about), _SMALL), run(clean(register.made), _SMALL)
    tab = f"<w:r>{_SMALL.properties}<w:tab/></w:r>"
    tabs = (("right", room, False),)
    yield paragraph(left + tab + right, Format(14, "left", after=4, at_least=True, tabs=tabs))
    yield table([width * _POINTS_A_MM for width in widths_mm(register)], _rows(register))


def _rows(register: Register) -> str:
    heads = [(one.text, _HEI, "center", 1) for one in register.headings]
    rows = [_row(register, heads, is_header=True)]
    for part in register.parts:
        rows += _part(register, part)
    return "".join(rows)


def _part(register: Register, part: Part) -> Iterator[str]:
    if part.heading:
        yield _row(register, [(part.heading, _HEI, "left", len(register.headings))])
    aligned = ["center" if one.centred else "left" for one in register.headings]
    for line in grouped(part.lines, register.groups):
        cells = [(text, _SONG, align, 1) for text, align in zip(line, aligned, strict=True)]
        yield _row(register, cells)


def _row(
    register: Register, cells: Sequence[tuple[str, Font, str, int]], *, is_header: bool = False
) -> str:
    """A row as high as its cells; the head repeats on every page."""
    widths = widths_mm(register)
    inner = ""
    for at, (text, font, align, span) in enumerate(cells):
        twips = round(sum(widths[at : at + span]) * _POINTS_A_MM * 20)
        spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        content = paragraph(run(clean(text), font), Format(_ROW, align, at_least=True))
        inner += (
            f'<w:tc><w:tcPr><w:tcW w:w="{twips}" w:type="dxa"/>{spanned}'
            f'<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
        )
    repeat = "<w:tblHeader/>" if is_header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{inner}</w:tr>"
