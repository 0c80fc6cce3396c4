"""The normal form, and the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.folding import fold, folded

SIGNS = "e\u0301\u0323\u1100\u1161\u11a8ｶﾞ\u3099\u0345\u0308Σςß\u200b\xad，％ａAﬁ…\u0344각\ud800"
SIGNS += "\u0958\u09c7\u09be路"


@pytest.mark.parametrize(
    ("text", "same"),
    [("ＧＤＰ５％", "gdp5%"), ("e\u0301t", "É\u200bT"), ("ﬁ…", "FI..."), ("a\x00b\ud800", "AB")],
)
def test_what_looks_alike_is_one(text, same):
    assert fold(text) == fold(same)


@given(st.text(max_size=10) | st.text(SIGNS, max_size=8))
def test_the_way_back_leads_to_the_same_form(text):
    place = folded(text)
    assert place.text == fold(text)
    assert len(place.starts) == len(place.ends) == len(place.text)


@given(st.text(SIGNS, max_size=8))
def test_every_character_comes_from_a_piece_with_the_same_form(text):
    place = folded(text)
    pieces = dict.fromkeys(zip(place.starts, place.ends, strict=True))
    assert "".join(fold(text[start:end]) for start, end in pieces) == place.text
