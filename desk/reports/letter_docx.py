"""A letter to a unit as a .docx that the office can still change."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desk.layout.fonts import OFFICIAL, Face
from desk.layout.setting import clean
from desk.layout.word_frame import pack
from desk.layout.word_xml import NAMESPACES, Font, Format, paragraph, run
from desk.reports.letter import Letter, LineKind

if TYPE_CHECKING:
    from docx.document import Document

_SIZE, _LINE = 14.0, 25.0  # points; as the printed page has them
_EM = _SIZE
_MARGINS_MM = {"top_margin": 30, "bottom_margin": 30, "left_margin": 28, "right_margin": 26}
_FACES = {
    LineKind.PLAIN: Face.FANG,
    LineKind.ITEM: Face.FANG,
    LineKind.HEADING: Face.HEI,
    LineKind.DETAIL: Face.KAI,
}


def letter_docx(letter: Letter) -> bytes:
    """Write one letter; equal letters give equal bytes."""
    import docx  # noqa: PLC0415 - heavy, loaded on use
    from docx.oxml import parse_xml  # noqa: PLC0415 - as above

    document = docx.Document()
    _set_up(document, letter)
    body = document.element.body
    for number, xml in enumerate(_paragraphs(letter)):
        namespaced = xml.replace("<w:p>", f"<w:p {NAMESPACES}>", 1)
        body.insert(number, parse_xml(namespaced))
    return pack(document, letter.day)


def _set_up(document: "Document", letter: Letter) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415 - heavy, loaded on use
    from docx.shared import Mm, Pt  # noqa: PLC0415 - as above

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for name, length in _MARGINS_MM.items():
        setattr(section, name, Mm(length))
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = OFFICIAL[Face.FANG], Pt(_SIZE)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), OFFICIAL[Face.FANG])
    core = document.core_properties
    core.title, core.author = clean(f"{letter.title} {letter.to}"), clean(letter.office)
    core.comments = ""


def _paragraphs(letter: Letter) -> Iterator[str]:
    yield _text(letter.title, Font(Face.TITLE, 20.0, 0.0), Format(34.0, "center", after=16.0))
    yield _text(f"{letter.to}：", _font(LineKind.PLAIN), Format(_LINE, "left"))
    for line, kept in zip(letter.lines, letter.kept, strict=True):
        is_detail, heads = line.kind is LineKind.DETAIL, line.kind is LineKind.HEADING
        form = Format(
            _LINE,
            before=5.0 if heads else 0.0,
            left=2 * _EM if is_detail else 0.0,
            first=0.0 if is_detail else 2 * _EM,
            keep_next=kept,
        )
        yield _text(line.text, _font(line.kind), form)
    for number, words in enumerate((letter.office, letter.dated)):
        form = Format(_LINE, "right", before=0.0 if number else 24.0, right=2 * _EM)
        yield _text(words, _font(LineKind.PLAIN), form)


def _font(kind: LineKind) -> Font:
    return Font(_FACES[kind], _SIZE, 0.0)


def _text(words: str, font: Font, form: Format) -> str:
    return paragraph(run(clean(words), font), form)
