"""A recovery key copied from paper: typing errors are told with their group."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.errors import DeskError
from desk.vault import recovery
from desk.vault.recovery import new_recovery_key, read_recovery_key

keys = st.builds(new_recovery_key)


@given(keys)
def test_it_has_128_bits_and_no_characters_that_look_alike(key: str):
    assert re.fullmatch(r"([A-Z0-9]{5}-){7}[A-Z0-9]{5}", key)
    assert not set(key) & set("0OQ1IUV2Z5S8BG") - set("V")
    assert len(recovery._ALPHABET) ** 32 > 2**128


@given(keys, st.sampled_from(["", " ", "-", "—", "－", "\n", " - "]), st.booleans())
def test_case_blanks_and_dashes_do_not_matter(key: str, between: str, is_lower):
    typed = key.replace("-", between)
    assert read_recovery_key(typed.lower() if is_lower else typed) == key


@given(keys, st.data())
def test_a_wrong_character_is_told_with_its_group(key: str, data):
    at = data.draw(st.integers(0, 39))
    held = list(key.replace("-", ""))
    others = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".replace(held[at], "")
    held[at] = data.draw(st.sampled_from(others))
    with pytest.raises(DeskError, match=f"第 {at // 5 + 1} 组"):
        read_recovery_key("".join(held))


@given(keys, st.data())
def test_swapped_characters_and_swapped_groups_are_noticed(key: str, data):
    groups = key.split("-")
    one, other = data.draw(st.lists(st.integers(0, 7), min_size=2, max_size=2, unique=True))
    swapped = groups.copy()
    swapped[one], swapped[other] = swapped[other], swapped[one]
    with pytest.raises(DeskError, match="抄错了"):
        read_recovery_key("-".join(swapped))
    at = data.draw(st.integers(0, 3))
    group = groups[one]
    groups[one] = group[:at] + group[at + 1] + group[at] + group[at + 2 :]
    if groups[one] != group:
        with pytest.raises(DeskError, match=f"第 {one + 1} 组"):
            read_recovery_key("-".join(groups))


def test_a_character_left_out_is_told():
    with pytest.raises(DeskError, match="现在是 39 个"):
        read_recovery_key(new_recovery_key()[:-1])


@given(st.text(max_size=30))
def test_a_password_is_no_recovery_key(typed: str):
    assert read_recovery_key(typed) == ""
