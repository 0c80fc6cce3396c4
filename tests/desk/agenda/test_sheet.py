"""The day's sheet says what is due, with whom and until when, with a box to tick."""

from datetime import date, datetime, timedelta

import pypdfium2
import pytest

from desk.agenda.day import day_words, work_words
from desk.agenda.duty import Duty, Field, Together
from desk.agenda.lines import agenda
from desk.agenda.sheet import day_sheet, sheet_json, sheet_text
from desk.agenda.snooze import Snooze
from desk.calendar import SpecialDay
from desk.office_clock import OFFICE_CLOCK
from desk.reports.register import register_pdf

NOW = datetime(2026, 7, 15, 9, 30, tzinfo=OFFICE_CLOCK)
LATE = Duty(
    "commission:3",
    Field.COMMISSION,
    "防汛约稿",
    NOW - timedelta(days=3),
    NOW - timedelta(days=2),
    "县水利局",
    phone="0875-5122119",
)
TODAY = Duty("issue:1", Field.ISSUE, "《政务信息》第1期待印发", NOW, NOW + timedelta(hours=8))
PUT_OFF = Duty("draft:1", Field.DRAFT, "甲稿", NOW)
WHY = Snooze("draft:1", "甲稿", NOW + timedelta(hours=2), "等回话", "王敏", NOW)


@pytest.fixture
def seen():
    return agenda([LATE, TODAY, PUT_OFF], {"draft:1": WHY}, NOW)


def words_of(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def test_the_printed_sheet_names_day_duties_people_and_what_is_put_off(seen):
    words = words_of(register_pdf(day_sheet(seen, NOW, {}, "王敏"))).replace("\r\n", "")
    for one in (
        "今日办理清单", "2026年7月15日", "星期三", "工作日", "09:30 王敏 打印",
        "防汛约稿", "县水利局", "0875-5122119", "超 2 天", "17:30 前", "□",
        "甲稿（等回话）", "推迟到7月15日",
    ):  # fmt: skip
        assert one in words


def test_parts_stand_in_the_order_of_the_cards_and_are_numbered_through(seen):
    sheet = day_sheet(seen, NOW, {}, "王敏")
    assert [part.heading for part in sheet.parts] == ["刊期", "约稿", "已推迟"]
    assert [line[0] for part in sheet.parts for line in part.lines] == [1, 2, 3]


def test_of_many_the_first_ten_are_named_and_the_rest_counted():
    many = Together("{} 篇时限已到", "inbox")
    some = [Duty(f"draft:{n}", Field.DRAFT, f"稿{n}", NOW, together=many) for n in range(13)]
    (part,) = day_sheet(agenda(some, {}, NOW), NOW, {}, "王敏").parts
    assert len(part.lines) == 11
    assert part.lines[-1][1] == "另有 3 件：13 篇时限已到"


def test_a_day_without_anything_due_says_so(seen):
    sheet = day_sheet(agenda([], {}, NOW), NOW, {}, "王敏")
    assert "都办完了" in words_of(register_pdf(sheet))


def test_a_terminal_gets_the_same(seen):
    text = "\n".join(sheet_text(day_sheet(seen, NOW, {}, "王敏")))
    assert "  2　防汛约稿　—　县水利局　0875-5122119　▲ 超 2 天" in text


def test_a_program_gets_moments_and_states(seen):
    told = sheet_json(seen, NOW)
    assert [one["due"] for one in told["duties"]] == [
        "2026-07-13T09:30+08:00",
        "2026-07-15T17:30+08:00",
    ]
    assert told["duties"][0]["state"] == "已超时"
    assert told["put_off"][0]["reason"] == "等回话"


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2026, 7, 15), "工作日"),
        (date(2026, 7, 18), "休息日"),
        (date(2026, 10, 1), "国庆节放假"),
        (date(2026, 10, 10), "国庆节调休上班"),
        (date(2026, 7, 20), "民族节（休息）"),
    ],
)
def test_a_day_is_told_as_the_office_works_on_it(day, told):
    own = {date(2026, 7, 20): SpecialDay(date(2026, 7, 20), is_working=False, name="民族节")}
    assert work_words(day, own) == told


def test_a_day_is_told_with_its_weekday():
    assert day_words(date(2026, 7, 15)) == "7月15日　星期三"
