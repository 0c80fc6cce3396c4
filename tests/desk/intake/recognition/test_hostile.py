"""Titles without end, days to come, and characters that are none."""

from datetime import date

import pytest

from desk.body import Run
from desk.intake.document import Align, Line, ReadDocument
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


def test_an_event_to_come_is_not_the_event_date(names):
    lines = (("县教育局筹备运动会", Align.CENTRE), ("7月28日，运动会开幕。", Align.LEFT))
    assert recognise(draft(*lines), names, name="a.docx", near=CAME).event_date is None


def test_half_characters_are_survived(names):
    lines = (("县教育局\ud842检查校园安全", Align.CENTRE), ("检查\udfb7学校42所。", Align.LEFT))
    found = recognise(draft(*lines), names, name="\ud842.docx", near=CAME)
    assert "42所" in found.body.text
