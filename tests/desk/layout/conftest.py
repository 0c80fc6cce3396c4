"""A small issue in the bundled faces, the same on every machine."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from desk.body import plain
from desk.layout.content import IssueContent, ItemContent, SectionContent
from desk.layout.fonts import bundled_fonts
from desk.layout.pdf import render_pdf


@pytest.fixture(scope="session")
def fonts():
    return bundled_fonts()


@pytest.fixture
def issue():
    """Make an issue of 《政务信息》 from texts, one item each."""

    def make(*texts, **changes):
        items = tuple(
            ItemContent(f"第{at}条信息的题目", plain(text), ("县教育局",), f"k{at}")
            for at, text in enumerate(texts, 1)
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
    """Render an issue and read the texts of its pages back from the PDF."""

    def read(content, pictures=None):
        pages = render_pdf(content, pictures or {}, fonts)
        with pypdfium2.PdfDocument(pages.pdf) as document:
            texts = [page.get_textpage().get_text_range() for page in document]
        return pages, ["".join(text.split()) for text in texts]

    return read
