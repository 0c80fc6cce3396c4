"""Periods: which days a text means, and of which year."""

from datetime import date

import pytest

from desk.checks.passage import Context, Passage

REPORT = date(2026, 11, 5)


def _days(text: str, report: date | None = REPORT) -> list[tuple[str, str]]:
    passage = Passage(text, Context(report_date=report))
    return [(str(one.first), str(one.last)) for one in passage.periods]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1—9月，全县新增就业4200人。", "2026-01-01", "2026-09-30"),
        ("前三季度完成投资2亿元。", "2026-01-01", "2026-09-30"),
        ("三季度完成投资2亿元。", "2026-07-01", "2026-09-30"),
        ("去年上半年完成投资2亿元。", "2025-01-01", "2025-06-30"),
        ("2024年2月下旬完成投资2亿元。", "2024-02-21", "2024-02-29"),
        ("“十四五”期间完成投资2亿元。", "2021-01-01", "2025-12-31"),
        ("“十五五”时期计划投资2亿元。", "2026-01-01", "2030-12-31"),
        ("2023—2025年完成投资2亿元。", "2023-01-01", "2025-12-31"),
        ("今年以来完成投资2亿元。", "2026-01-01", "2026-11-05"),
        ("12月20日至1月5日完成投资2亿元。", "2026-12-20", "2027-01-05"),
        ("截至9月底完成投资2亿元。", "None", "2026-09-30"),
    ],
)
def test_a_period_is_told_by_its_first_and_last_day(text, first, last):
    assert _days(text) == [(first, last)]


def test_the_same_period_of_last_year_follows_the_one_before_it():
    assert _days("截至9月底为6万吨，去年同期为5万吨。") == [
        ("None", "2026-09-30"),
        ("None", "2025-09-30"),
    ]


def test_a_leap_february_is_compared_with_a_common_one():
    days = _days("2024年2月增长5%，上年同期下降1%。")

    assert days[1] == ("2023-02-01", "2023-02-28")


def test_a_year_holds_within_its_sentence_only():
    days = _days("2024年一季度增收，二季度持平。三季度增收。")

    assert [last[:4] for _first, last in days] == ["2024", "2024", "2026"]


def test_in_january_a_half_year_is_that_of_the_year_before():
    assert _days("上半年完成投资2亿元。", date(2026, 1, 20)) == [("2025-01-01", "2025-06-30")]


@pytest.mark.parametrize(
    "text",
    ["用时9个月。", "农历五月初五举行。", "第二阶段，占1.5月均值。", "同期举办。", "3年来。"],
)
def test_durations_and_lunar_days_are_no_periods(text):
    assert _days(text) == []


def test_without_a_report_date_mentions_of_one_text_still_compare():
    this, last = Passage("上半年增收，去年同期减收。").periods

    assert this.a_year_before(last.start, last.end) == last
