"""Recognition of what only a real Word file can hold, and of file names."""

from datetime import date

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from desk.body import Level, Run
from desk.drafts import Secrecy, Urgency
from desk.intake.document import Align, Line, ReadDocument
from desk.intake.reading import read
from desk.intake.recognition.dates import dates
from desk.intake.recognition.people import names as people
from desk.intake.recognition.people import phone
from desk.intake.recognition.recognise import recognise

CAME = date(2026, 3, 12)
TEXT = "3月9日，县教育局对全县42所学校开展春季开学安全检查，发现并整改隐患18处。"


@pytest.fixture
def document():
    made = docx.Document()
    title = made.add_paragraph("县教育局检查校园安全")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    made.add_paragraph(TEXT)
    return made


def test_a_secrecy_mark_in_the_page_header_counts(document, saved, names):
    document.sections[0].header.paragraphs[0].text = "秘密★1年"
    found = recognise(read(saved(document), "a.docx"), names, name="a.docx", near=CAME)
    assert found.secrecy is Secrecy.SECRET


def test_an_urgency_mark_in_the_file_name_counts(document, saved, names):
    name = "【特急】校园安全.docx"
    found = recognise(read(saved(document), name), names, name=name, near=CAME)
    assert found.urgency is Urgency.EXTRA


def test_heading_styles_give_levels_where_no_number_does(document, saved, names):
    document.add_heading("聚焦重点", 2)
    document.add_heading("（二）建立台账", 3)
    document.add_paragraph(TEXT)
    found = recognise(read(saved(document), "a.docx"), names, name="a.docx", near=CAME)
    levels = [paragraph.level for paragraph in found.body.paragraphs]
    assert levels == [Level.PLAIN, Level.FIRST, Level.SECOND, Level.PLAIN]


def test_bold_words_survive_and_blanks_do_not(document, saved, names):
    paragraph = document.add_paragraph("　　")
    paragraph.add_run("一是强化领导。").bold = True
    paragraph.add_run("成立领导小组。\t")
    found = recognise(read(saved(document), "a.docx"), names, name="a.docx", near=CAME)
    assert found.body.paragraphs[-1].runs == (
        Run("一是强化领导。", bold=True),
        Run("成立领导小组。"),
    )


def test_a_footnote_is_no_running_text(names):
    line = Line((Run(TEXT),))
    title = Line((Run("县教育局检查校园安全"),), Align.CENTRE)
    found = recognise(
        ReadDocument((title, line), footnotes=("数据来自统计局。",)),
        names,
        name="a.docx",
        near=CAME,
    )
    assert (found.body.text, found.footnotes) == (TEXT, ("数据来自统计局。",))


def test_a_text_that_names_nobody_says_so(document, saved, names):
    document.paragraphs[0].runs[0].text = "全县校园安全检查有序开展"
    found = recognise(read(saved(document), "a.docx"), names, name="a.docx", near=CAME)
    assert found.unit_ids == ()
    assert any("没有写明报送单位" in note for note in found.notes)


@pytest.mark.parametrize(
    "text",
    [
        "2026年3月9日",
        "2026.3.9",
        "2026-03-09",
        "2026/3/9",
        "3月9日",
        "二〇二六年三月九日",
        "二○二六年三月九日",
        "２０２６年３月９日",
        "2026 年 3 月 9 日",
        "20260309",
    ],
)
def test_a_date_is_read_in_every_way_offices_write_it(text: str):
    assert [found.day for found in dates(text, CAME)] == [date(2026, 3, 9)]


@pytest.mark.parametrize("text", ["2月30日", "3月上旬", "2026年3月", "3.9", "13月1日", "第3期"])
def test_what_is_no_day_is_no_date(text: str):
    assert list(dates(text, CAME)) == []


@pytest.mark.parametrize(
    ("near", "day"),
    [
        (date(2026, 1, 5), date(2025, 12, 28)),
        (date(2025, 12, 30), date(2025, 12, 28)),
        (date(2025, 12, 10), date(2025, 12, 28)),
    ],
)
def test_a_day_without_a_year_is_the_one_the_report_means(near: date, day: date):
    assert [found.day for found in dates("12月28日", near)] == [day]


def test_a_day_early_in_january_may_be_next_year():
    assert [found.day for found in dates("1月4日", date(2025, 12, 28))] == [date(2026, 1, 4)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("张三、李四", ["张三", "李四"]),
        ("张  三  李小四", ["张三", "李小四"]),
        ("王强局长", ["王强"]),
        ("李四（副局长）", ["李四"]),
        ("阿依古丽·买买提", ["阿依古丽·买买提"]),
        ("县教育局办公室", []),
        ("（签字）", []),
    ],
)
def test_names_are_names_only_when_all_of_the_text_is(text: str, found: list[str]):
    assert people(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("139 8765 4321", "13987654321"),
        ("0872—6123456", "0872-6123456"),
        ("(0872)6123456", "08726123456"),
        ("全年投入20260309元", ""),
    ],
)
def test_a_telephone_number_is_found_however_it_is_spaced(text: str, found: str):
    assert phone(text) == found
