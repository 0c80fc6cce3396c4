"""Numbers, days and times are offered in other forms of the same value."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.writing.numerals import amount, chinese, chinese_value
from desk.writing.rewriting import at, of_selection

REPORT = date(2026, 11, 22)


def forms(text):
    return [form.text for form in of_selection(text, REPORT)]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("1234567", "1,234,567"), ("1234567", "123.4567万"),
        ("1234567", "一百二十三万四千五百六十七"),
        ("12345.67万", "1.234567亿"), ("1.234567亿", "12345.67万"), ("1,234,567", "1234567"),
        ("１２３", "123"), ("123", "一百二十三"), ("一百二十三", "123"), ("二〇二六", "2026"),
        ("三百万", "300万"), ("1203", "一二〇三"), ("十二", "12"), ("两千", "2000"),
        ("12.4%", "百分之十二点四"), ("百分之十二点四", "12.4%"), ("12.4％", "12.4%"),
        ("2026-11-22", "2026年11月22日"), ("2026.11.22", "二〇二六年十一月二十二日"),
        ("11.22", "11月22日"), ("11.22", "2026年11月22日"), ("11月22日", "2026年11月22日"),
        ("二〇二六年十一月二十二日", "2026年11月22日"), ("2026年11月2日", "二〇二六年十一月二日"),
        ("二零二六年", "二〇二六年"), ("二0二六年", "二〇二六年"), ("2026年", "二〇二六年"),
        ("[2026]第05号", "〔2026〕5号"), ("（2026）12号", "〔2026〕12号"), ("[2026]", "〔2026〕"),
        ("9:30", "9时30分"), ("9时30分", "9:30"), ("9点05分", "9时5分"), ("9时5分", "9:05"),
        ("今日", "11月22日"), ("昨天", "11月21日"), ("昨天", "2026年11月21日"),
    ],
)  # fmt: skip
def test_a_selection_is_offered_in_the_forms_of_its_kind(text, form):
    assert form in forms(text)


@pytest.mark.parametrize("text", ["", "农田", "2026-13-40", "25:70", "十百", "点五", "一"])
def test_what_is_no_value_has_no_form_of_another(text):
    assert not set(forms(text)) - {"1"}


def test_short_numbers_need_no_grouping():
    assert not any("," in form for form in forms("1234"))
    assert "12,345" in forms("12345")


def test_a_word_for_a_day_needs_a_report_date():
    assert of_selection("今日", None) == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("完成投资12345.67万元，", "12345.67万"),
        ("于2026-11-22召开", "2026-11-22"),
        ("增长12.4%。", "12.4%"),
        ("云政发[2026]第3号文", "[2026]第3号"),
        ("上午9:30开会", "9:30"),
        ("投入一百二十三万元", "一百二十三万"),
    ],
)
def test_what_stands_at_the_cursor_is_found_whole(text, word):
    found = at(text, text.index(word) + 2, REPORT)
    assert text[found.start : found.end] == word


def test_beside_every_number_there_is_nothing():
    assert at("农田建设", 2, REPORT) is None
    assert at("一是抓建设", 1, REPORT) is None


@given(st.decimals(0, 10**12, places=2, allow_nan=False))
def test_every_form_of_an_amount_has_its_value(value):
    text = format(value, "f")
    number = [form for form in of_selection(text, None) if "编号" not in form.label]
    assert [amount(form.text) for form in number if "月" not in form.text] == [
        value for form in number if "月" not in form.text
    ]


@given(st.integers(0, 10**16 - 1))
def test_a_number_in_chinese_is_read_back(value):
    assert chinese_value(chinese(Decimal(value))) == value


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_form_of_a_day_is_the_day(day):
    for form in of_selection(day.isoformat(), REPORT):
        back = of_selection(form.text, REPORT)
        assert day.isoformat() in [one.text for one in back]


@given(st.text(max_size=40), st.integers(0, 40))
def test_no_text_is_too_odd(text, place):
    found = at(text, place, REPORT)
    assert found is None or 0 <= found.start < found.end <= len(text)
