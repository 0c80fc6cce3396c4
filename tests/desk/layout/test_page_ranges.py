"""Pages as the clerk writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.errors import FieldError
from desk.layout.page_ranges import pages_text, parse_pages


@pytest.mark.parametrize(
    "text", ["1-4,7", "１－４，７", "7、1—4", " 1 - 4 , 7 ", "1至4；7", "3-4,1-3,7"]
)
def test_pages_are_understood_as_offices_write_them(text):
    assert parse_pages(text, 8) == (0, 1, 2, 3, 6)


def test_nothing_written_means_all_pages():
    assert parse_pages(" ", 3) == (0, 1, 2)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1-9", "一共只有 8 页，没有第 9 页"),
        ("4-1", "前后颠倒"),
        ("0", "从 1 写起"),
        ("前三页", "请写成 1-4,7"),
        ("1,,2", "请写成 1-4,7"),
    ],
)
def test_what_is_no_page_is_said(text, said):
    with pytest.raises(FieldError, match=said) as caught:
        parse_pages(text, 8)
    assert caught.value.field == "pages"


@given(st.sets(st.integers(0, 30), min_size=1))
def test_written_pages_mean_the_same_pages(pages):
    chosen = tuple(sorted(pages))
    assert parse_pages(pages_text(chosen), 31) == chosen


def test_a_number_of_thousands_of_digits_is_no_page():
    with pytest.raises(FieldError, match="看不懂"):
        parse_pages("9" * 5000, 8)
