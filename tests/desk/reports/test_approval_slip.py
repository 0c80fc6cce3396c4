"""Approval slips, read back from the printed pages and from the .docx."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import docx
import pypdfium2
import pytest

from desk.body import Body, Table, plain
from desk.errors import DeskError
from desk.reports.approval_slip import Box, Slip
from desk.reports.approval_slip_pdf import MOST, slips_pdf, unprintable
from desk.reports.approval_slip_word import slips_docx

NOW = datetime(2026, 7, 15, 1, 30, tzinfo=UTC)
TEXT = "7月14日，县教育局组织12个检查组。\n一、查得细\n对全县86所学校开展检查。"
DECIDED = Box("信息科审核", "何立新", "同意，请核实数据。", "何立新", date(2026, 7, 14))
WAITING = Box("办公室主任审签", "郑国平")


@pytest.fixture
def slip() -> Slip:
    """A slip with one stage decided and one to sign."""
    table = Table((("乡镇", "学校"), ("河东镇", "12所")), caption="各乡镇检查情况")
    return Slip(
        "云岭县人民政府办公室",
        "县教育局开展校园安全检查",
        Body((*plain(TEXT).blocks, table)),
        NOW,
        (DECIDED, WAITING),
        number="2026-000012",
        units=("云岭县教育局", "云岭县公安局"),
        author="陈立新",
        phone="0875-5122119",
        kind="动态型",
        urgency="加急",
        secrecy="无",
        scope="可公开",
        publication="《政务信息》信息",
        lane="上报",
        characters=312,
        editor="王敏",
        reviewer="周文清",
        verified="向单位核实 3 项，均属实",
        remark="请于今日下午审签。",
    )


@pytest.fixture
def printed():
    """The texts of the pages, without blanks."""

    def read(*slips):
        pages = pypdfium2.PdfDocument(slips_pdf(slips, {}))
        return ["".join(page.get_textpage().get_text_bounded().split()) for page in pages]

    return read


@pytest.fixture
def written():
    """All that the .docx says, without blanks."""

    def read(*slips):
        root = docx.Document(BytesIO(slips_docx(slips, {}))).element
        return "".join("".join(root.itertext()).split())

    return read


FIELDS = (
    "云岭县人民政府办公室信息文稿审签单",
    "编号：2026-000012",
    "云岭县教育局、云岭县公安局",
    "陈立新",
    "0875-5122119",
    "动态型",
    "加急",
    "可公开",
    "《政务信息》信息",
    "上报",
    "312字",
    "正文、表格1张",
    "王敏",
    "周文清",
    "向单位核实3项，均属实",
    "同意，请核实数据。",
    "何立新2026年7月14日",
    "（郑国平）",
    "签名：年月日",
    "请于今日下午审签。",
    "各乡镇检查情况",
    "河东镇",
    "一、查得细",
)


def test_the_printed_slip_shows_every_field_and_the_text_behind_it(slip, printed):
    pages = printed(slip)
    assert len(pages) == 2
    assert [text for text in FIELDS if text not in "".join(pages)] == []
    assert "县教育局开展校园安全检查" in pages[0]
    assert pages[1].startswith("县教育局开展校园安全检查7月14日")


def test_the_docx_says_what_the_printed_slip_says(slip, written):
    said = written(slip)
    assert [text for text in FIELDS if text not in said] == []


def test_each_slip_counts_its_own_pages(slip, printed):
    pages = printed(slip, replace(slip, title="另一篇"))
    numbers = [page[page.index("审签单第") :][-11:] for page in pages]
    assert [one.endswith(f"第{n}页共2页") for one, n in zip(numbers, (1, 2, 1, 2), strict=True)]
    assert pages[2].count("另一篇") == 1


def test_in_the_docx_each_slip_begins_anew_and_counts_from_one(slip):
    document = docx.Document(BytesIO(slips_docx((slip, slip), {})))
    assert len(document.sections) == 4
    starts = document.element.xpath(".//w:pgNumType[@w:start='1']")
    assert len(starts) == 2
    marks = document.element.xpath(".//w:bookmarkStart/@w:name")
    assert [name for name in marks if name.startswith("_SlipEnd")] == ["_SlipEnd1", "_SlipEnd2"]


def test_five_stages_and_eight_units_under_a_long_title_stay_on_one_form(slip, printed):
    stages = ("信息科审核", "分管副主任审核", "办公室主任审签", "分管副县长审阅", "县长审阅")
    full = replace(
        slip,
        title="县发展和改革局等八部门联合推动投资回升" * 4,
        units=tuple(f"云岭县第{n}发展改革局" for n in "一二三四五六七八"),
        boxes=tuple(Box(stage, "何立新") for stage in stages),
    )
    pages = printed(full)
    assert all(stage in pages[0] for stage in stages)
    assert "备注" in pages[0]
    assert "一二三四五六七八"[7] in pages[0]


def test_what_does_not_fit_on_the_form_goes_on_the_next_page_whole(slip, printed):
    boxes = tuple(Box(f"第{n}道审核", opinion="请补充数据来源。" * 40) for n in range(1, 6))
    pages = printed(replace(slip, boxes=boxes))
    assert "第1道审核" in pages[0]
    assert "第5道审核" in pages[1]
    assert pages[-1].endswith(f"第{len(pages)}页共{len(pages)}页")


def test_an_empty_draft_still_has_its_form(printed):
    pages = printed(Slip("", "无题", Body(()), NOW, ()))
    assert "信息文稿审签单" in pages[0]
    assert "字数附件" in pages[0]


def test_a_character_no_face_has_prints_the_printers_mark(slip, printed):
    rare = replace(slip, author="𠮷")
    assert "〓" in printed(rare)[0]
    assert unprintable([rare, slip]) == "𠮷"


def test_equal_slips_are_equal_bytes(slip):
    assert slips_pdf([slip], {}) == slips_pdf([slip], {})
    assert slips_docx([slip], {}) == slips_docx([slip], {})


@pytest.mark.parametrize("count", [0, MOST + 1])
def test_none_or_too_many_are_refused(slip, count):
    with pytest.raises(DeskError, match="请"):
        slips_pdf([slip] * count, {})


def test_an_empty_remark_takes_no_sheet_of_its_own(slip, printed):
    boxes = (*(replace(DECIDED, opinion="同意。" * 22),) * 3, *(WAITING,) * 2)
    title = "关于健全完善困难群众医疗救助和大病保险衔接机制有关情况的报告" * 3
    long = replace(slip, title=title, boxes=boxes, body=plain("一。"))
    assert len(printed(replace(long, remark="请今天审。"))) == 3
    assert len(printed(replace(long, remark=""))) == 2


def test_a_long_stage_breaks_before_its_deed(slip):
    long = replace(slip, boxes=(replace(WAITING, stage="分管领导审签"),))
    (page, *_rest) = pypdfium2.PdfDocument(slips_pdf([long], {}))
    assert "分管领导\r\n审签" in page.get_textpage().get_text_bounded()
