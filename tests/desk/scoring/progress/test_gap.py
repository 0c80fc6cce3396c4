"""The gap to a target, as a clerk says it on the telephone."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.scoring.progress.gap import Offer, gap_in_words

BRIEF = Offer("简讯", Decimal(3), used=5)
REPORT = Offer("专报", Decimal(10), "篇")
NEWS = Offer("要情", Decimal(5))


@pytest.mark.parametrize(
    ("missing", "offers", "words"),
    [
        ("12", [BRIEF, REPORT], "还差 12 分：4 条简讯，或 1 篇专报加 1 条简讯"),
        ("10", [BRIEF, REPORT], "还差 10 分：4 条简讯，或 1 篇专报"),
        ("7.5", [BRIEF, REPORT], "还差 7.5 分：3 条简讯"),
        ("20", [NEWS, REPORT], "还差 20 分：4 条要情，或 2 篇专报"),
        ("0.5", [], "还差 0.5 分"),
        ("0", [BRIEF], ""),
        ("-3", [BRIEF], ""),
    ],
)
def test_a_gap_is_told_in_items_of_the_units_usual_place(missing, offers, words):
    assert gap_in_words(Decimal(missing), offers) == words


POINTS = st.decimals("0.5", 50, places=1)


@given(missing=st.decimals("0.1", 200, places=1), values=st.lists(POINTS, min_size=1, max_size=5))
def test_what_is_told_fills_the_gap(missing, values):
    offers = [Offer(f"〔{value}〕", value) for value in values]
    _, _, told = gap_in_words(missing, offers).partition("：")
    for way in told.split("，或 "):
        parts = (part.split(" 条〔") for part in way.removesuffix("〕").split("〕加 "))
        assert sum(int(count) * Decimal(value) for count, value in parts) >= missing
