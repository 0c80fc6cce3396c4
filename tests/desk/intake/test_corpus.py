"""Realistic drafts in many layouts, every recognised field compared."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from desk.intake.reading import read
from desk.intake.recognition.recognise import recognise

CAME = date(2026, 3, 12)
LEAD = "3月9日，云岭县教育局组织6个检查组，对全县42所中小学、幼儿园开展春季开学安全检查。"
MORE = "检查组采取查资料、看现场的方式，发现消防设施老化等隐患18处，当场整改11处，其余限期整改。"
NEXT = "下一步，该局将建立隐患台账，逐项销号，确保校园安全稳定。"
BODY = (LEAD, MORE, NEXT)
TITLE = "县教育局“三查三改”筑牢开学安全防线"


@dataclass(frozen=True)
class P:
    """A paragraph: text, alignment (l c r), bold, size in points, red, style, line break."""

    text: str
    align: str = "l"
    bold: bool = False
    size: float = 16
    red: bool = False
    style: str = "Normal"


@dataclass(frozen=True)
class T:
    """A table."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Pic:
    """A picture."""


@dataclass(frozen=True)
class Sample:
    """A file and what must be recognised; fields not named must be None."""

    about: str
    blocks: tuple[object, ...]
    expected: dict[str, object]
    name: str = "稿件.docx"
    folder: str = ""
    body: tuple[str, ...] = BODY
    tables: int = 0
    pictures: int = 0
    captions: tuple[str, ...] = ()
    unknown: tuple[str, ...] = field(default=())


def ps(*texts: str) -> tuple[P, ...]:
    """Plain body paragraphs."""
    return tuple(P(f"　　{text}") for text in texts)


def head(text: str = TITLE) -> P:
    """A centred title of 22 points."""
    return P(text, "c", size=22)


EDU, HEALTH, POLICE, FARM, TOWN, VILLAGE = (
    "云岭县教育局",
    "云岭县卫生健康局",
    "云岭县公安局",
    "云岭县农业农村局",
    "云岭县城关镇人民政府",
    "云岭县白石乡人民政府",
)
DAY = date(2026, 3, 9)
EVENT = {"event_date": DAY}
SAMPLES = (
    Sample(
        "title, body, unit and date at the right",
        (head(), *ps(*BODY), P("云岭县教育局", "r"), P("2026年3月10日", "r")),
        {"title": TITLE, "units": [EDU], "report_date": date(2026, 3, 10)},
    ),
    Sample(
        "red head with number, unit and date line",
        (
            P("教育信息", "c", bold=True, size=48, red=True),
            P("（第12期）", "c"),
            P("云岭县教育局办公室　　　　　　2026年3月11日"),
            P("———————————————", red=True),
            head(),
            *ps(*BODY),
        ),
        {"title": TITLE, "units": [EDU], "report_date": date(2026, 3, 11)},
    ),
    Sample(
        "政务信息 with year and total number",
        (
            P("政务信息", "c", bold=True, size=36, red=True),
            P("2026年第3期（总第108期）", "c"),
            P("城关镇党政办公室\t2026年3月10日"),
            P(
                "城关镇全力推进背街小巷改造",
                "c",
                bold=True,
                size=22,
            ),
            *ps("3月8日，城关镇启动12条背街小巷改造工程，总投资560万元。", MORE),
        ),
        {
            "title": "城关镇全力推进背街小巷改造",
            "units": [TOWN],
            "report_date": date(2026, 3, 10),
            "event_date": date(2026, 3, 8),
        },
        body=("3月8日，城关镇启动12条背街小巷改造工程，总投资560万元。", MORE),
    ),
    Sample(
        "title of two centred lines",
        (
            head("县教育局“三查三改”"),
            head("筑牢开学安全防线"),
            *ps(*BODY),
            P("（县教育局　张三）"),
        ),
        {"title": TITLE, "units": [EDU], "author": "张三"},
    ),
    Sample(
        "title parted by a line break, subtitle with a dash",
        (
            head("筑牢开学\n安全防线"),
            P("——县教育局开展春季安全检查", "c"),
            *ps(*BODY),
            P("县教育局", "r"),
        ),
        {"title": "筑牢开学安全防线——县教育局开展春季安全检查", "units": [EDU]},
    ),
    Sample(
        "signature in brackets at the end of the last paragraph",
        (head(), *ps(LEAD, MORE, NEXT + "（县教育局 李明华）")),
        {"title": TITLE, "units": [EDU], "author": "李明华"},
    ),
    Sample(
        "label line at the end: writer, checker, telephone",
        (
            head(),
            *ps(*BODY),
            P("供稿单位：县教育局　供稿人：张三　审核：李四　联系电话：0872-6123456"),
        ),
        {
            "title": TITLE,
            "units": [EDU],
            "author": "张三",
            "approver": "李四",
            "phone": "0872-6123456",
        },
    ),
    Sample(
        "labels one a line at the head",
        (
            P("报送单位：云岭县教育局"),
            P("报送日期：2026-03-10"),
            P("信息类型：问题型"),
            P("紧急程度：加急"),
            P("联 系 人：王小平"),
            P("联系电话：13987654321"),
            P("签 发 人：赵  刚"),
            head(),
            *ps(*BODY),
        ),
        {
            "title": TITLE,
            "units": [EDU],
            "author": "王小平",
            "phone": "13987654321",
            "approver": "赵刚",
            "report_date": date(2026, 3, 10),
            "kind": "问题型",
            "urgency": "加急",
        },
    ),
    Sample(
        "form table above the text",
        (
            P("信息报送表", "c", bold=True, size=22),
            T(
                (
                    ("报送单位", "县公安局", "报送日期", "2026.3.9"),
                    ("联系人", "孙建国", "联系电话", "0872-6120110"),
                    ("审核人", "周伟", "信息类别", "突发型"),
                )
            ),
            head("城区发生一起较大交通事故"),
            *ps("3月9日8时20分，城区人民路发生一起三车相撞事故，造成3人受伤。", MORE),
        ),
        {
            "title": "城区发生一起较大交通事故",
            "units": [POLICE],
            "author": "孙建国",
            "phone": "0872-6120110",
            "approver": "周伟",
            "report_date": DAY,
            "kind": "突发型",
        },
        body=("3月9日8时20分，城区人民路发生一起三车相撞事故，造成3人受伤。", MORE),
    ),
    Sample(
        "the whole draft in a form",
        (
            T(
                (
                    ("标题", TITLE, "", ""),
                    ("单位", "县教育局", "作者", "张三"),
                    ("电话", "6123456", "审签", "李四"),
                    ("正文", "\n".join(BODY), "", ""),
                )
            ),
        ),
        {
            "title": TITLE,
            "units": [EDU],
            "author": "张三",
            "phone": "6123456",
            "approver": "李四",
        },
    ),
    Sample(
        "two units sign one below the other",
        (head(), *ps(*BODY), P("县教育局", "r"), P("县公安局", "r"), P("二〇二六年三月十日", "r")),
        {"title": TITLE, "units": [EDU, POLICE], "report_date": date(2026, 3, 10)},
    ),
    Sample(
        "joint units behind a label",
        (head(), *ps(*BODY), P("报送单位：县教育局、县卫健局、县公安局")),
        {"title": TITLE, "units": [EDU, HEALTH, POLICE]},
    ),
    Sample(
        "byline below the title",
        (head(), P("云岭县教育局　张三　李四", "c"), *ps(*BODY)),
        {"title": TITLE, "units": [EDU], "author": "张三、李四"},
    ),
    Sample(
        "bold title at the left and nothing else",
        (P(TITLE, bold=True), *ps(*BODY)),
        {"title": TITLE},
        unknown=(),
    ),
    Sample(
        "first line without any format",
        (P(TITLE), *ps(*BODY), P("县教体局"), P("3月10日")),
        {"title": TITLE, "units": [EDU], "report_date": date(2026, 3, 10)},
    ),
    Sample(
        "heading style with headings inside",
        (
            P(TITLE, style="Heading 1"),
            *ps(LEAD),
            P("一、聚焦重点，排查隐患", style="Heading 2"),
            *ps(MORE),
            P("二、建立台账，限期整改", style="Heading 2"),
            *ps(NEXT),
            P("县教育局", "r"),
        ),
        {"title": TITLE, "units": [EDU]},
        body=(LEAD, "一、聚焦重点，排查隐患", MORE, "二、建立台账，限期整改", NEXT),
    ),
    Sample(
        "table with caption and measure in the text",
        (
            head(),
            *ps(LEAD),
            P("表1　各学段隐患排查情况", "c", bold=True),
            P("单位：处", "r"),
            T((("学段", "隐患", "已整改"), ("小学", "10", "6"), ("中学", "8", "5"))),
            *ps(MORE, NEXT),
            P("县教育局", "r"),
        ),
        {"title": TITLE, "units": [EDU]},
        tables=1,
        captions=("表1　各学段隐患排查情况",),
    ),
    Sample(
        "pictures with captions behind the signature",
        (
            head(),
            *ps(*BODY),
            P("（县教育局 张三）"),
            Pic(),
            P("图1 检查组查看消防设施", "c", size=12),
            Pic(),
            P("图2：学生参加应急演练", "c", size=12),
        ),
        {"title": TITLE, "units": [EDU], "author": "张三"},
        pictures=2,
        captions=("图1 检查组查看消防设施", "图2：学生参加应急演练"),
    ),
    Sample(
        "secrecy and urgency marks at the head",
        (P("内部资料　注意保存"), P("特急"), head(), *ps(*BODY), P("县教育局", "r")),
        {"title": TITLE, "units": [EDU], "secrecy": "内部", "urgency": "特急"},
    ),
    Sample(
        "secret mark with a term and urgency in one line",
        (P("秘密★1年　特急"), head(), *ps(*BODY), P("县教育局", "r")),
        {"title": TITLE, "units": [EDU], "secrecy": "秘密", "urgency": "特急"},
    ),
    Sample(
        "only 近日: no event date",
        (
            head("白石乡多举措推进春耕生产"),
            *ps("近日，白石乡组织干部进村入户，推进春耕生产。截至3月9日，完成整地1.2万亩。", MORE),
            P("白石乡人民政府", "r"),
            P("2026年3月10日", "r"),
        ),
        {
            "title": "白石乡多举措推进春耕生产",
            "units": [VILLAGE],
            "report_date": date(2026, 3, 10),
            "event_date": None,
        },
        body=("近日，白石乡组织干部进村入户，推进春耕生产。截至3月9日，完成整地1.2万亩。", MORE),
    ),
    Sample(
        "event of last December reported in January",
        (
            head("县农业农村局全面完成冬储肥料调运"),
            *ps("12月28日，县农业农村局召开冬储肥料调度会，全年调运任务全部完成。", MORE),
            P("县农业局", "r"),
            P("2026年1月5日", "r"),
        ),
        {
            "title": "县农业农村局全面完成冬储肥料调运",
            "units": [FARM],
            "report_date": date(2026, 1, 5),
            "event_date": date(2025, 12, 28),
        },
        body=("12月28日，县农业农村局召开冬储肥料调度会，全年调运任务全部完成。", MORE),
    ),
    Sample(
        "unit only in the file name",
        (head(), *ps(*BODY)),
        {"title": TITLE, "units": [EDU]},
        name="县教育局-开学安全.docx",
    ),
    Sample(
        "unit only in the folder name",
        (head(), *ps(*BODY)),
        {"title": TITLE, "units": [HEALTH]},
        folder="县卫健局",
    ),
    Sample(
        "a unit nobody knows",
        (head(), *ps(*BODY), P("云岭县天文局", "r"), P("2026年3月10日", "r")),
        {"title": TITLE, "units": None, "report_date": date(2026, 3, 10)},
        unknown=("云岭县天文局",),
    ),
    Sample(
        "salutation below the title",
        (head(), P("县政府办公室："), *ps(*BODY), P("县教育局", "r")),
        {"title": TITLE, "units": [EDU]},
    ),
    Sample(
        "ticked kind, correspondent with mobile number",
        (
            head(),
            P("信息类型：□动态型 □问题型 ☑经验型 □建议型"),
            *ps(*BODY),
            P("（信息员：县教育局 张三，电话：139 8765 4321）"),
        ),
        {
            "title": TITLE,
            "units": [EDU],
            "author": "张三",
            "phone": "13987654321",
            "kind": "经验型",
        },
    ),
    Sample(
        "inner office and seal in the signature",
        (head(), *ps(*BODY), P("云岭县教育局办公室（盖章）", "r"), P("2026．3．10", "r")),
        {"title": TITLE, "units": [EDU], "report_date": date(2026, 3, 10)},
    ),
    Sample(
        "party committee name and several checkers",
        (
            head("团县委开展学雷锋志愿服务"),
            *ps("2026年3月5日，团县委组织志愿者120人走进社区。", MORE),
            P("共青团云岭县委", "r"),
            P("（撰稿：钱七　审核：吴八　签发：郑九）"),
        ),
        {
            "title": "团县委开展学雷锋志愿服务",
            "units": ["共青团云岭县委员会"],
            "author": "钱七",
            "approver": "郑九",
            "event_date": date(2026, 3, 5),
        },
        body=("2026年3月5日，团县委组织志愿者120人走进社区。", MORE),
    ),
    Sample(
        "reporting tail with 报 送 and copies",
        (
            head(),
            *ps(*BODY),
            P("报：县委办公室、县政府办公室"),
            P("送：各乡镇、县直各部门"),
            P("县教育局办公室　2026年3月10日印发"),
            P("共印30份"),
        ),
        {"title": TITLE, "units": [EDU], "report_date": date(2026, 3, 10)},
    ),
    Sample(
        "days of a range and a cut-off date first",
        (
            head("县税务局优化办税服务"),
            *ps("截至3月10日，县税务局办理退税36笔。3月5日至7日，该局组织政策宣讲3场。", MORE),
            P("国家税务总局云岭县税务局", "r"),
        ),
        {
            "title": "县税务局优化办税服务",
            "units": ["云岭县税务局"],
            "event_date": date(2026, 3, 5),
        },
        body=("截至3月10日，县税务局办理退税36笔。3月5日至7日，该局组织政策宣讲3场。", MORE),
    ),
    Sample(
        "title with red-head like word is still a title",
        (head("县市场监管局开展药品安全专项检查工作动态"), *ps(*BODY), P("县市场监管局", "r")),
        {"title": "县市场监管局开展药品安全专项检查工作动态", "units": ["云岭县市场监督管理局"]},
    ),
    Sample(
        "no title: the text begins at once",
        (*ps(*BODY), P("县教育局", "r")),
        {"title": None, "units": [EDU]},
    ),
    Sample(
        "attachment line between text and signature",
        (head(), *ps(*BODY), P("附件：1.隐患清单"), P("县教育局", "r"), P("2026年3月10日", "r")),
        {"title": TITLE, "units": [EDU], "report_date": date(2026, 3, 10)},
    ),
)
_ALIGN = {"l": None, "c": WD_ALIGN_PARAGRAPH.CENTER, "r": WD_ALIGN_PARAGRAPH.RIGHT}


def build(blocks: tuple[object, ...], picture: bytes) -> bytes:
    """A real .docx of these blocks."""
    document = docx.Document()
    for block in blocks:
        if isinstance(block, T):
            _table(document, block)
        elif isinstance(block, Pic):
            document.add_paragraph().add_run().add_picture(BytesIO(picture))
        else:
            _paragraph(document, block)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _paragraph(document, block: P) -> None:
    paragraph = document.add_paragraph(style=block.style)
    paragraph.alignment = _ALIGN[block.align]
    run = paragraph.add_run(block.text)
    if block.style == "Normal":
        run.bold = block.bold
        run.font.size = Pt(block.size)
    if block.red:
        run.font.color.rgb = RGBColor(255, 0, 0)
    fonts = OxmlElement("w:rFonts")
    fonts.set(qn("w:eastAsia"), "仿宋_GB2312")
    run._r.get_or_add_rPr().append(fonts)


def _table(document, block: T) -> None:
    table = document.add_table(len(block.rows), len(block.rows[0]))
    for place, row in enumerate(block.rows):
        for column, text in enumerate(row):
            table.cell(place, column).text = text


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.about)
def test_every_field_is_recognised(sample: Sample, names, units, png: Callable[..., bytes]):
    document = read(build(sample.blocks, png()), sample.name)
    found = recognise(document, names, name=sample.name, folder=sample.folder, near=CAME)
    full = {unit.id: unit.name for unit in units}
    assert {
        "title": found.title,
        "units": [full[unit_id] for unit_id in found.unit_ids] or None,
        "author": found.author,
        "phone": found.phone,
        "approver": found.approver,
        "event_date": found.event_date,
        "report_date": found.report_date,
        "kind": found.kind,
        "urgency": found.urgency,
        "secrecy": found.secrecy,
    } == dict.fromkeys(
        ("units", "author", "phone", "approver", "report_date", "kind", "urgency", "secrecy")
    ) | EVENT | sample.expected
    assert found.body.text == "\n".join(sample.body)
    assert found.captions == sample.captions
    assert found.unknown_units == sample.unknown
    kinds = [type(block).__name__ for block in found.body.blocks]
    assert (kinds.count("Table"), kinds.count("Picture")) == (sample.tables, sample.pictures)
