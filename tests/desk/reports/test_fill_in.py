"""The form for units: whatever is filled in comes back exactly, and nothing else does."""

from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.clocks import Clock
from desk.drafts import Kind, Secrecy, Urgency
from desk.intake.reading import read
from desk.intake.recognition.recognise import recognise
from desk.intake.recognition.recognised import Recognised
from desk.intake.recognition.registry import Names
from desk.reports.fill_in import write_template
from desk.terms import ClockUnit
from desk.units import Unit

CAME = date(2026, 7, 15)
SHORT = ("县教育局", "城关镇", "县人力资源和社会保障局", "县发展和改革局", "团县委")
UNITS = [Unit(f"云岭{short}", short, 1, id=place) for place, short in enumerate(SHORT, start=1)]
NAMES = Names(UNITS)
HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
WORD = st.text(HAN, min_size=1, max_size=12)
PERSON = st.one_of(
    st.text(HAN, min_size=2, max_size=4),
    st.builds("{}·{}".format, st.text(HAN, min_size=2, max_size=4), st.text(HAN, min_size=2)),
).filter(lambda text: len(text) <= 12)
PEOPLE = st.lists(PERSON, min_size=1, max_size=3, unique=True).map("、".join)
PHONE = st.sampled_from(["0872-6123456", "13987654321", "6123456", "0872-6120055转8012"])
DAY = st.dates(date(2025, 8, 1), CAME)
TITLE = st.lists(
    st.one_of(WORD, st.sampled_from(["“三查三改”", "《规划》", "12", "5G", "：", "——", "（二）"])),
    min_size=2,
    max_size=20,
).map("".join)
# A text that names a day (前日) dates the event where the form does not: another test's matter.
DAYLESS = WORD.filter(lambda text: not set(text) & set("日天月年周"))
SENTENCE = st.builds("{}，{}，{}。".format, DAYLESS, DAYLESS, DAYLESS)
PARAGRAPHS = st.lists(SENTENCE, min_size=1, max_size=5)
ROUND_TRIP = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
Fields = dict[str, str]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The form of an office."""
    path = tmp_path_factory.mktemp("form") / "信息报送单.docx"
    write_template("云岭县人民政府办公室", path)
    return path


def filled(template: Path, fields: Fields, paragraphs: list[str], *, beside: bool = False) -> bytes:
    """The form as a unit fills it in; ``beside`` leaves each hint standing behind the value."""
    document = docx.Document(str(template))
    for control in document.element.body.iter(qn("w:sdt")):
        label = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val"))
        text = next(control.iter(qn("w:t")))
        if fields.get(label):
            text.text = fields[label] + (text.text if beside else "")
    if paragraphs:
        last = document.paragraphs[-1]
        last.runs[0].text = paragraphs[0]
        for text in paragraphs[1:]:
            document.add_paragraph(text)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def recognised(data: bytes) -> Recognised:
    return recognise(read(data, "报送单.docx"), NAMES, name="报送单.docx", near=CAME)


def written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


@ROUND_TRIP
@given(
    data=st.data(),
    title=TITLE,
    paragraphs=PARAGRAPHS,
    units=st.lists(st.sampled_from(UNITS), min_size=1, max_size=3, unique=True),
    beside=st.booleans(),
)
def test_every_field_filled_in_comes_back_exactly(template, data, title, paragraphs, units, beside):
    def optional(values: st.SearchStrategy[str]) -> str:
        return data.draw(st.one_of(st.just(""), values))

    author, approver, number = optional(PEOPLE), optional(PEOPLE), optional(PHONE)
    days = [data.draw(st.one_of(st.none(), DAY)) for _ in range(2)]
    kind = data.draw(st.sampled_from(Kind))
    urgency = data.draw(st.one_of(st.none(), st.sampled_from(Urgency)))
    fields = {
        "报送单位": "、".join(unit.name for unit in units),
        "撰稿人": author,
        "审核人": approver,
        "联系电话": number,
        "报送日期": written(days[0]) if days[0] else "",
        "事件日期": written(days[1]) if days[1] else "",
        "信息类型": kind.value,
        "紧急程度": urgency.value if urgency else "",
        "标题": title,
    }
    found = recognised(filled(template, fields, paragraphs, beside=beside))
    assert (found.title, found.body.text) == (title, "\n".join(paragraphs))
    assert found.unit_ids == tuple(unit.id for unit in units)
    assert (found.author or "", found.approver or "", found.phone or "") == (
        *(author, approver, number),
    )
    assert (found.report_date, found.event_date, found.kind) == (*days, kind)
    assert found.urgency == urgency
    assert not found.doubts


def test_an_empty_form_says_nothing(template):
    found = recognised(filled(template, {}, []))
    assert (found.body.text, found.title, found.unit_ids, found.author) == ("", None, (), None)
    assert (found.kind, found.urgency, found.report_date, found.event_date) == (None,) * 4


def test_a_day_the_unit_left_out_is_looked_for_and_in_doubt(template):
    data = filled(template, {"标题": "城关镇整治背街小巷"}, ["7月9日，城关镇整治背街小巷12条。"])
    found = recognised(data)
    assert (found.event_date, found.doubts) == (date(2026, 7, 9), {"event_date", "unit_ids"})


def test_tables_and_pictures_in_the_text_keep_their_captions(template, tmp_path):
    document = docx.Document(BytesIO(filled(template, {"标题": "夏粮收购有序"}, ["收购有序。"])))
    document.add_paragraph("表1　收购进度").alignment = 1
    for cell in document.add_table(2, 2)._cells:
        cell.text = "小麦"
    document.save(str(tmp_path / "a.docx"))
    found = recognised((tmp_path / "a.docx").read_bytes())
    assert (found.captions, found.body.text) == (("表1　收购进度",), "收购有序。")


def test_a_mark_above_the_ceiling_is_seen_on_the_form_too(template):
    document = docx.Document(BytesIO(filled(template, {"标题": "某事"}, ["正文。"])))
    document.paragraphs[0].insert_paragraph_before("机密★1年")
    buffer = BytesIO()
    document.save(buffer)
    assert recognised(buffer.getvalue()).secrecy is Secrecy.CONFIDENTIAL


def test_the_rules_the_desk_holds_now_are_printed_on_it(tmp_path):
    path = tmp_path / "a.docx"
    clocks = [Clock(Kind.INCIDENT, 3, ClockUnit.HOURS)]
    write_template("甲县政府办", path, send_to="发到 a@b.example", clocks=clocks)
    footer = docx.Document(str(path)).sections[0].first_page_footer
    text = "".join(cell.text for row in footer.tables[0].rows for cell in row.cells)
    assert "突发型3 小时" in text
    assert "发到 a@b.example" in text
    assert "标题为6至40个字" in text
