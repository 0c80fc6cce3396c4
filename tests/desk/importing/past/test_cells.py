from datetime import date, datetime
from decimal import Decimal

import pytest

from desk.importing.past import cells
from desk.office_clock import OFFICE_CLOCK

DAY = date(2026, 3, 9)


def local(*parts):
    return datetime(*parts, tzinfo=OFFICE_CLOCK)


@pytest.mark.parametrize(
    "text", ["3月9日", "3.9", "03-09", "３月９日", "2026.3.9", "2026年3月9号", "46090"]
)
def test_a_day_is_known_by_its_month_where_the_year_is(text):
    assert cells.day(text, 2026) == DAY


@pytest.mark.parametrize("text", ["3月32日", "十三月九日", "3", "上旬", "1.5.2"])
def test_what_is_no_day_is_none(text):
    assert cells.day(text, 2026) is None


def test_a_day_alone_is_known_in_its_month():
    assert [cells.day(text, 2026, 3) for text in ("9日", "9", "32", "3.10")] == [
        DAY, DAY, None, date(2026, 3, 10),
    ]  # fmt: skip


def test_a_month_is_its_last_day():
    assert cells.month_end("2月份", 2026) == date(2026, 2, 28)
    assert cells.month_end("2024年2月") == date(2024, 2, 29)
    assert cells.month_end("13月", 2026) is None
    assert cells.month_end("2月") is None


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-09 15:20", "2026/3/9 15:20:00", "2026年3月9日15时20分", "3月9日下午3时20分",
        "2026-03-09T15:20:00", "15:20", "下午3点20分", "2026.3.9 15：20",
    ],
)  # fmt: skip
def test_moments_are_read_in_many_spellings(text):
    assert cells.moment(text, DAY) == local(2026, 3, 9, 15, 20)


def test_a_day_alone_is_its_midnight():
    assert cells.moment("2026-3-9", None) == local(2026, 3, 9)


@pytest.mark.parametrize("text", ["昨天", "25:00", "3月9日 8:30 左右", "8:30"])
def test_what_is_no_moment_is_none(text):
    assert cells.moment(text, None) is None


@pytest.mark.parametrize(
    ("text", "hours"),
    [("2", "2"), ("2.5小时", "2.5"), ("2小时30分", "2.5"), ("90分钟", "1.5"), ("1天", "24")],
)
def test_hours_may_be_told_in_other_units(text, hours):
    assert cells.hours(text) == Decimal(hours)


def test_what_is_no_span_is_none():
    assert cells.hours("很久") is None
    assert cells.hours("小时") is None


@pytest.mark.parametrize(
    ("text", "points"), [("-5", "-5"), ("＋2.5分", "2.5"), ("−1", "-1"), ("0.05", "0.05")]
)
def test_points_may_be_negative(text, points):
    assert cells.signed(text) == Decimal(points)


def test_attachments_count_as_often_as_there_are():
    assert cells.attachments("图片×2、音视频") == ("图片", "图片", "音视频")
    assert cells.attachments("图片（2张）") == ("图片", "图片")
    assert cells.attachments("3") == ("附件", "附件", "附件")
    assert cells.attachments("无") == ()


def test_yes_and_no_are_told_from_other_words():
    assert [cells.is_yes(text) for text in ("是", "√", "否", "", "也许")] == [
        True, True, False, False, None,
    ]  # fmt: skip


def test_the_kinds_may_go_without_their_last_character():
    assert [cells.kind_of(text) for text in ("动态", "问题类", "经验型", "工作交流")] == [
        "动态型", "问题型", "经验型", "工作交流",
    ]  # fmt: skip
