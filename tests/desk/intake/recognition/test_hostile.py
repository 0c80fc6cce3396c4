"""Titles without end, days to come, and characters that are none."""

from datetime import date

import pytest

from desk.body import Run
from desk.intake.document import Align, Image, Line, ReadDocument
from desk.intake.recognition.recognise import recognise

CAME = date(2026, 7, 15)


def draft(*lines: tuple[str, Align]) -> ReadDocument:
    return ReadDocument(tuple(Line((Run(text),), align) for text, align in lines))


def test_a_line_of_200_characters_is_text_and_no_title(names):
    long = "全县上下深入学习贯彻会议精神" * 15
    found = recognise(
        draft((long, Align.CENTRE), ("7月9日，检查42所。", Align.LEFT)),
        names,
        name="a.docx",
        near=CAME,
    )
    assert found.title is None
    assert found.body.text == f"{long}\n7月9日，检查42所。"


@pytest.mark.parametrize("day", ["2062年7月11日", "2027年7月14日"])
def test_a_report_is_not_dated_to_come(day, names):
    lines = (
        ("县教育局检查校园安全", Align.CENTRE),
        ("7月9日，检查42所。", Align.LEFT),
        ("县教育局", Align.RIGHT),
        (day, Align.RIGHT),
    )
    found = recognise(draft(*lines), names, name="a.docx", near=CAME)
    assert (found.report_date, found.event_date) == (None, date(2026, 7, 9))
    assert found.body.text == "7月9日，检查42所。"
    assert [note for note in found.notes if "远在收稿日之后" in note] == [
        f"稿件写着“{day}”，远在收稿日之后，没有用作日期，请核对。"
    ]


def test_a_long_title_behind_its_label_is_kept(names):
    long = "县教育局深入推进改革" * 20
    lines = ((f"标题：{long}", Align.LEFT), ("7月9日，检查42所。", Align.LEFT))
    assert recognise(draft(*lines), names, name="a.docx", near=CAME).title == long


def test_a_title_has_no_unseen_characters(names):
    lines = (
        ("县教育局\u202e检查\u200b校园安全", Align.CENTRE),
        ("检查学校42所，发现问题9个。", Align.LEFT),
    )
    found = recognise(draft(*lines), names, name="a.docx", near=CAME)
    assert found.title == "县教育局检查校园安全"


def test_pictures_without_a_word_are_said_to_be_a_scan(names):
    scan = ReadDocument((Image("d", 800, 1200), Image("e", 800, 1200)))
    notes = recognise(scan, names, name="a.docx", near=CAME).notes
    assert notes[0] == "没有文字，只有 2 张图片，可能是扫描件，请照着图片登记。"


def test_an_event_to_come_is_not_the_event_date(names):
    lines = (("县教育局筹备运动会", Align.CENTRE), ("7月28日，运动会开幕。", Align.LEFT))
    assert recognise(draft(*lines), names, name="a.docx", near=CAME).event_date is None


def test_half_characters_are_survived(names):
    lines = (("县教育局\ud842检查校园安全", Align.CENTRE), ("检查\udfb7学校42所。", Align.LEFT))
    found = recognise(draft(*lines), names, name="\ud842.docx", near=CAME)
    assert "42所" in found.body.text
