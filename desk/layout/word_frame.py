"""The frame of the .docx: page set-up, Normal style, settings, footers, properties."""

from copy import deepcopy
from datetime import UTC, date, datetime, time
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from desk.layout.breaker import NO_END, NO_START
from desk.layout.content import About
from desk.layout.fonts import OFFICIAL, Face
from desk.layout.grid import Grid
from desk.layout.setting import clean
from desk.layout.word_xml import NAMESPACES, Font, Format, page_field, paragraph, run, twips

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.section import CT_SectPr

_LONGEST = 255  # characters of a property that OPC allows


def put_in(document: "Document", content: str) -> None:
    """Put paragraphs and tables, as text, at the beginning of a document.

    Empty at first, then with what is in them: moving a piece takes the square of its size.
    """
    from docx.oxml import parse_xml  # noqa: PLC0415 - heavy, loaded on use

    body = document.element.body
    for at, element in enumerate(list(parse_xml(f"<w:all {NAMESPACES}>{content}</w:all>"))):
        inner = list(element)
        for one in inner:
            element.remove(one)
        body.insert(at, element)
        for one in inner:
            element.append(one)


def new_document(about: About, grid: Grid) -> "Document":
    """An empty document on the official page."""
    import docx  # noqa: PLC0415 - heavy, loaded on use

    document = docx.Document()
    _fill_settings(document)
    _fill_styles(document, grid)
    _fill_properties(document, about)
    _fill_section(document, grid)
    _fill_footers(document, grid)
    return document


def pack(document: "Document", day: date) -> bytes:
    """The document's bytes with the issue's day on every part: equal input, equal bytes."""
    raw = BytesIO()
    document.save(raw)
    packed = BytesIO()
    with ZipFile(raw) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = ZipInfo(name, (max(1980, day.year), day.month, day.day, 0, 0, 0))
            part.compress_type = ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return packed.getvalue()


def _replace_children(element: object, xml: str) -> None:
    """Put other children into an element."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - heavy, loaded on use

    fresh = parse_xml(f"<w:all {NAMESPACES}>{xml}</w:all>")
    element[:] = list(fresh)  # type: ignore[index]  # lxml has no types


def _fill_settings(document: "Document") -> None:
    before, after = escape(NO_START), escape(NO_END)
    mode = (
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    )
    _replace_children(
        document.settings.element,
        '<w:zoom w:percent="100"/><w:mirrorMargins/><w:defaultTabStop w:val="420"/>'
        '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:noLineBreaksAfter w:lang="zh-CN" w:val="{after}"/>'
        f'<w:noLineBreaksBefore w:lang="zh-CN" w:val="{before}"/>'
        f"<w:compat>{mode}</w:compat>"
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>',
    )


def _fill_styles(document: "Document", grid: Grid) -> None:
    """Normal carries the measures of the body, so that new paragraphs keep to them."""
    styles = document.styles
    name = OFFICIAL[Face.FANG]
    fonts = " ".join(f'w:{slot}="{name}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    size = round(grid.size * 2)
    run_properties = (
        f'<w:rPr><w:rFonts w:hint="eastAsia" {fonts}/><w:spacing w:val="{twips(grid.spacing)}"/>'
        f'<w:kern w:val="0"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>'
    )
    alignment = "center" if grid.centred else "auto"
    paragraph_properties = (
        '<w:pPr><w:widowControl w:val="0"/><w:kinsoku/><w:overflowPunct w:val="0"/>'
        '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{twips(grid.line)}" w:lineRule="exact"/>'
        f'<w:jc w:val="both"/><w:textAlignment w:val="{alignment}"/></w:pPr>'
    )
    defaults = styles.element.find(f"{{{styles.element.nsmap['w']}}}docDefaults")
    _replace_children(
        defaults,
        f"<w:rPrDefault>{run_properties}</w:rPrDefault><w:pPrDefault/>",
    )
    _replace_children(
        styles["Normal"].element,
        f'<w:name w:val="Normal"/><w:qFormat/>{paragraph_properties}{run_properties}',
    )


def _fill_properties(document: "Document", about: About) -> None:
    properties = document.core_properties
    properties.title = _property(about.title)
    properties.author = properties.last_modified_by = _property(about.author)
    properties.comments = ""
    properties.language = "zh-CN"
    properties.created = properties.modified = datetime.combine(about.day, time(), UTC)


def _property(text: str) -> str:
    """A text as XML can hold it, no longer than a property may be."""
    return clean(text).translate({0xFFFE: None, 0xFFFF: None})[:_LONGEST]


def section_properties(document: "Document", grid: Grid) -> str:
    """The properties of a section with the document's footers and a page of its own."""
    from docx.oxml.xmlchemy import serialize_for_reading  # noqa: PLC0415 - heavy, loaded on use

    own = deepcopy(document.sections[-1]._sectPr)  # noqa: SLF001 - python-docx has no other way
    _fill_page(own, grid)
    return str(serialize_for_reading(own))


def _fill_section(document: "Document", grid: Grid) -> None:
    _fill_page(document.sections[0]._sectPr, grid)  # noqa: SLF001 - python-docx has no other way


def _fill_page(properties: "CT_SectPr", grid: Grid) -> None:
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415 - heavy, loaded on use
    from docx.oxml import parse_xml  # noqa: PLC0415 - heavy, loaded on use
    from docx.shared import Mm  # noqa: PLC0415 - heavy, loaded on use

    page = properties
    page.orientation = WD_ORIENT.LANDSCAPE if grid.across else WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = (Mm(side) for side in grid.paper_mm)
    page.top_margin, page.bottom_margin = Mm(grid.margin_top_mm), Mm(grid.margin_bottom_mm)
    page.left_margin, page.right_margin = (Mm(side) for side in grid.sides_mm(1))
    page.header, page.footer = Mm(15), Mm(grid.footer_mm)
    for old in page.xpath("w:docGrid"):
        page.remove(old)
    if grid.parts > 1:
        return  # LibreOffice moves a grid to the middle of the page; full pages have no room for it
    pitch = twips(grid.line)
    page.append(parse_xml(f'<w:docGrid {NAMESPACES} w:type="lines" w:linePitch="{pitch}"/>'))


def _fill_footers(document: "Document", grid: Grid) -> None:
    """— 1 —, right on odd pages and left on even ones, one character in."""
    section = document.sections[0]
    font = Font(Face.SONG, grid.folio, 0.0)
    number = run("— ", font) + page_field("PAGE", "1", font) + run(" —", font)
    odd = Format(font.size + 2, "right", right=font.size)
    even = Format(font.size + 2, "left", left=font.size)
    for footer, form in ((section.footer, odd), (section.even_page_footer, even)):
        footer.is_linked_to_previous = False
        _replace_children(footer._element, paragraph(number, form))  # noqa: SLF001 - as above
