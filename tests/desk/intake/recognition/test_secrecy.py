"""Where a mark of secrecy may stand, and where the same words are no mark."""

from dataclasses import replace
from datetime import date

import pytest

from desk.body import Run
from desk.drafts import Secrecy, Urgency
from desk.intake.document import Align, Grid, Line, ReadDocument
from desk.intake.recognition.recognise import recognise

CAME = date(2026, 7, 15)
TEXT = "7月9日，县教育局对全县42所学校开展安全检查，发现并整改隐患18处。"


def line(text: str, align: Align = Align.LEFT) -> Line:
    return Line((Run(text),), align)


TITLE = line("县教育局检查校园安全", Align.CENTRE)
PLAIN = ReadDocument((TITLE, line(TEXT), line("县教育局", Align.RIGHT)))


def form(*rows: tuple[str, str]) -> Grid:
    return Grid(tuple(((line(label),), (line(value),)) for label, value in rows))


def above(*lines: Line) -> ReadDocument:
    return replace(PLAIN, blocks=(*lines, *PLAIN.blocks))


DOCUMENTS = {
    "page header or footer": replace(PLAIN, margins=("机密★3年",)),
    "first line": above(line("机密")),
    "first line at the right": above(line("机密★1年", Align.RIGHT)),
    "spaced out with a term": above(line("机　密 ★ 10年")),
    "with urgency in one line": above(line("机密★1年　特急")),
    "behind the copy number": above(line("000012"), line("机密")),
    "behind 密级": above(line("密级：机密")),
    "above a red head": above(line("机密"), replace(line("教育信息", Align.CENTRE), red=True)),
    "bracket before the title": replace(
        PLAIN, blocks=(line("【机密】县教育局检查校园安全", Align.CENTRE), *PLAIN.blocks[1:])
    ),
    "cell of a form": above(form(("密级", "机密"), ("报送单位", "县教育局"), ("审核", "王强"))),
    "ticked box of a form": above(
        form(("密级", "□秘密 ☑机密 □绝密"), ("报送单位", "县教育局"), ("审核", "王强"))
    ),
    "subject of a mail": replace(PLAIN, labels=(("主题", "【机密】校园安全信息"),)),
    "start of a mail's subject": replace(PLAIN, labels=(("主题", "机密：校园安全信息"),)),
    "cell of a list": replace(PLAIN, labels=(("密级", "机密"),)),
    "stricter of two marks": replace(above(line("秘密★1年")), margins=("机密",)),
}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_mark_is_seen_wherever_it_stands(document, names):
    found = recognise(document, names, name="稿件.docx", near=CAME)
    assert (found.secrecy, found.title) == (Secrecy.CONFIDENTIAL, "县教育局检查校园安全")
    assert found.body.text == TEXT


@pytest.mark.parametrize(
    "name",
    ["机密-校园安全", "【机密】校园安全", "（机密★1年）校园安全", "机密★1年 安全", "机密稿件"],
)
def test_a_mark_in_a_file_s_or_an_archive_s_name_counts(name, names):
    as_file = recognise(PLAIN, names, name=f"{name}.docx", near=CAME)
    as_archive = recognise(PLAIN, names, name="a.docx", folder=f"来稿/{name}", near=CAME)
    assert as_file.secrecy is as_archive.secrecy is Secrecy.CONFIDENTIAL


def test_a_mark_with_its_star_counts_in_the_middle_of_a_text_too(names):
    document = replace(PLAIN, blocks=(*PLAIN.blocks, line("附件"), line("机密★5年"), line(TEXT)))
    assert recognise(document, names, name="a.docx", near=CAME).secrecy is Secrecy.CONFIDENTIAL


@pytest.mark.parametrize(
    "text",
    [
        "会议强调，绝密、机密、秘密文件必须严格管理。",
        "机密文件由专人保管，秘密文件由科室保管。",
        "县教育局开展保守国家秘密宣传教育。",
        "机密★级文件的清退由县保密局负责，各单位要高度重视并抓好落实。",
        "秘密级以上文件不得上网，内部资料不得外传。",
    ],
)
def test_the_same_words_in_running_text_are_no_mark(text, names):
    document = replace(PLAIN, blocks=(TITLE, line(TEXT), line(text)))
    assert recognise(document, names, name="保密工作信息.docx", near=CAME).secrecy is None


@pytest.mark.parametrize(
    "title", ["县教育局开展保守国家秘密教育", "探访大山里的秘密花园", "守护国家秘密人人有责"]
)
def test_the_same_words_in_titles_names_and_subjects_are_no_mark(title, names):
    document = replace(
        PLAIN, blocks=(line(title, Align.CENTRE), line(TEXT)), labels=(("主题", f"报送：{title}"),)
    )
    found = recognise(document, names, name=f"{title}.docx", folder="保密办", near=CAME)
    assert (found.secrecy, found.title) == (None, title)


def test_of_boxes_only_the_ticked_one_counts(names):
    document = above(
        form(("紧急程度", "□平件 ☑加急 □特急"), ("密级", "□秘密 □机密"), ("单位", "县教育局"))
    )
    found = recognise(document, names, name="a.docx", near=CAME)
    assert (found.urgency, found.secrecy) == (Urgency.URGENT, None)
