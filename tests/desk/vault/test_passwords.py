"""What may be a password, and what the clerk is told of a poor one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.errors import FieldError
from desk.vault.passwords import advice, must_do, prepared


@pytest.mark.parametrize("typed", ["1234567", "       7字", "短", ""])
def test_fewer_than_eight_characters_are_refused(typed: str):
    with pytest.raises(FieldError, match="至少要 8 个字") as raised:
        must_do(typed)
    assert raised.value.field == "password"


def test_a_control_character_that_came_with_pasting_is_told():
    with pytest.raises(FieldError, match="看不见的控制字符"):
        must_do("云岭县的雨季\u200b很长")


@pytest.mark.parametrize("typed", ["云岭县的雨季很长", "correct horse battery", "雨8季Long很潮湿"])
def test_a_sentence_of_ones_own_needs_no_advice(typed: str):
    must_do(typed)
    assert advice(typed, "云岭县人民政府办公室", "王敏") == ""


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("88888888", "翻来覆去"),
        ("12345678", "连着的一串"),
        ("Qwerty2026", "连着的一串"),
        ("19880726", "像日期或电话"),
        ("PassWord#9x", "password"),
        ("王敏的电脑很慢", "王敏"),
    ],
)
def test_a_poor_password_is_told_in_a_sentence(typed: str, why: str):
    said = advice(typed, "", "王敏")
    assert why in said
    assert said.endswith("。")


@given(st.text(max_size=40))
def test_a_prepared_password_is_prepared(typed: str):
    assert prepared(prepared(typed)) == prepared(typed)
