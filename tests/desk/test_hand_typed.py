"""What is typed into an entry becomes values, or a sentence at its field."""

from datetime import datetime
from decimal import Decimal

import pytest

from desk.errors import FieldError
from desk.hand.typed import moment, moment_text, names, number, number_text, whole
from desk.office_clock import OFFICE_CLOCK


@pytest.mark.parametrize(
    ("text", "value"), [("", None), ("5", 5), (" －2．5 ", Decimal("-2.5")), ("＋1", 1)]
)
def test_numbers_are_exact_and_may_be_typed_full_width(text, value):
    assert number("value", "核定分", text) == value


@pytest.mark.parametrize("text", ["五分", "NaN", "1e9", "1,5", "Infinity"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(FieldError) as caught:
        number("value", "核定分", text)
    assert caught.value.field == "value"


@pytest.mark.parametrize("text", ["1.5", "-1"])
def test_counts_are_whole(text):
    assert whole("words", "字数", "600") == 600
    with pytest.raises(FieldError, match="不是整数"):
        whole("words", "字数", text)


def test_names_are_joined_in_several_ways():
    assert names("图片、音视频 图片，表格") == ("图片", "音视频", "表格")


def test_a_moment_is_by_the_office_clock_and_reads_as_it_was_typed():
    typed = moment("started", "起", "2026-07-06 14：30")
    assert typed == datetime(2026, 7, 6, 14, 30, tzinfo=OFFICE_CLOCK)
    assert moment_text(typed) == "2026-07-06 14:30"
    assert moment("started", "起", " ") is None
    with pytest.raises(FieldError, match="认不出来"):
        moment("started", "起", "昨天下午")


def test_values_are_written_back_without_exponents():
    assert (number_text(Decimal("1E+2")), number_text(None), number_text(600)) == ("100", "", "600")
