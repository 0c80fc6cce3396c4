"""A small issue in the bundled faces, the same on every machine."""

from ctypes import c_double
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO

import docx
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image

from desk.body import plain
from desk.layout.content import IssueContent, ItemContent, SectionContent
from desk.layout.fonts import bundled_fonts
from desk.layout.grid import PrintSize
from desk.layout.pdf import render_pdf
from desk.layout.word import render_docx

CHINESE = "天地玄黄宇宙洪荒日月盈昃辰宿列张"


@pytest.fixture(scope="session")
def fonts():
    return bundled_fonts()


@pytest.fixture
def chinese():
    """That many Chinese characters without a mark among them."""
    return lambda count: (CHINESE * (count // len(CHINESE) + 1))[:count]


@pytest.fixture
def photo():
    """The bytes of a picture of a mode and format."""

    def take(mode="RGB", kind="PNG", size=(400, 300)):
        out = BytesIO()
        Image.new(mode, size, "green" if mode.startswith("RGB") else 80).save(out, kind)
        return out.getvalue()

    return take


@pytest.fixture
def issue():
    """Make an issue of 《政务信息》 from texts or bodies, one item each."""

    def make(*texts, **changes):
        bodies = [plain(text) if isinstance(text, str) else text for text in texts]
        items = tuple(
            ItemContent(f"第{at}条信息的题目", body, ("县教育局",), f"k{at}")
            for at, body in enumerate(bodies, 1)
        )
        content = IssueContent(
            "zhengwu",
            "政务信息",
            36,
            1288,
            date(2026, 11, 21),
            "云岭县人民政府办公室",
            (SectionContent("信息", items),),
            secrecy="内部资料",
            editors="张三",
            reviewer="李四",
            signer="王五",
            send_to=("报：县委书记、县长。", "发：各乡镇人民政府，县政府各部门。"),
            copies=120,
        )
        return replace(content, **changes)

    return make


@pytest.fixture
def printed(fonts):
    """Render an issue and read the text of its pages back from the PDF, without white space."""

    def read(content, pictures=None, size=PrintSize.NORMAL):
        pages = render_pdf(content, pictures or {}, fonts, size=size)
        with pypdfium2.PdfDocument(pages.pdf) as document:
            texts = [page.get_textpage().get_text_range() for page in document]
        return pages, ["".join(text.split()) for text in texts]

    return read


@pytest.fixture
def boxes(fonts):
    """Render an issue; per page (character, left, bottom, right, top) in millimetres.

    The box is the em box: 0.88 above the baseline and 0.12 below it.
    """

    def read(content, size=PrintSize.NORMAL):
        pages = render_pdf(content, {}, fonts, size=size)
        with pypdfium2.PdfDocument(pages.pdf) as document:
            return [_boxes(page) for page in document]

    return read


def _boxes(page):
    text = page.get_textpage()
    found = []
    for at in range(text.count_chars()):
        char = text.get_text_range(at, 1)
        if char.strip():
            x, y = c_double(), c_double()
            pdfium.FPDFText_GetCharOrigin(text.raw, at, x, y)
            size = pdfium.FPDFText_GetFontSize(text.raw, at) * 25.4 / 72
            left, right = (edge * 25.4 / 72 for edge in text.get_charbox(at, loose=True)[::2])
            baseline = 297 - y.value * 25.4 / 72
            found.append((char, left, baseline + 0.12 * size, right, baseline - 0.88 * size))
    return found


@dataclass(frozen=True, slots=True)
class Inked:
    """A character of a page and where it stands, in points from the upper left corner."""

    char: str
    x: float
    right: float
    baseline: float


@pytest.fixture(scope="session")
def inked():
    """Read the characters of a PDF's pages in the order they were drawn; no white space."""

    def read(pdf):
        with pypdfium2.PdfDocument(pdf) as document:
            return [_inked(page) for page in document]

    return read


def _inked(page):
    text, height = page.get_textpage(), page.get_height()
    found = []
    for at in range(text.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text.raw, at))
        if char.strip():
            x, y = c_double(), c_double()
            pdfium.FPDFText_GetCharOrigin(text.raw, at, x, y)
            right = text.get_charbox(at, loose=True)[2]
            found.append(Inked(char, x.value, right, height - y.value))
    return found


@pytest.fixture(scope="session")
def embedded():
    """Whether the faces of a PDF's texts are in it: the set of all answers, 1 for yes."""

    def ask(pdf):
        with pypdfium2.PdfDocument(pdf) as document:
            objects = [item for page in document for item in page.get_objects()]
            texts = [item.raw for item in objects if item.type == pdfium.FPDF_PAGEOBJ_TEXT]
            faces = [pdfium.FPDFTextObj_GetFont(raw) for raw in texts]
            return {pdfium.FPDFFont_GetIsEmbedded(face) for face in faces}

    return ask


@pytest.fixture
def written(fonts):
    """Write an issue as .docx and open it again."""

    def write(content, pictures=None, size=PrintSize.NORMAL):
        pages = render_pdf(content, pictures or {}, fonts, size=size)
        data = render_docx(content, pictures or {}, pages, fonts, size=size)
        return docx.Document(BytesIO(data))

    return write
