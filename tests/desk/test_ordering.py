"""Entries moved, put in and taken out."""

from hypothesis import given
from hypothesis import strategies as st

from desk.issues import Entry, Role
from desk.ordering import moved, placed, without

SECTIONS = (10, 20)


def entries(first, second=""):
    """Entries of two sections, one for each letter."""
    return [Entry(ord(one), 10) for one in first] + [Entry(ord(one), 20) for one in second]


def read(found):
    parts = ["".join(chr(one.draft_id) for one in found if one.section_id == s) for s in SECTIONS]
    return "|".join(parts)


def ids(letters):
    return {ord(one) for one in letters}


def test_one_entry_moves_up_and_down():
    assert read(moved(entries("abc"), SECTIONS, ids("c"), -1)) == "acb|"
    assert read(moved(entries("abc"), SECTIONS, ids("a"), 1)) == "bac|"


def test_at_the_ends_nothing_moves():
    assert read(moved(entries("ab", "c"), SECTIONS, ids("a"), -1)) == "ab|c"
    assert read(moved(entries("ab", "c"), SECTIONS, ids("c"), 1)) == "ab|c"


def test_past_the_end_of_a_section_an_entry_comes_into_the_next():
    assert read(moved(entries("ab", "c"), SECTIONS, ids("b"), 1)) == "a|bc"
    assert read(moved(entries("ab", "c"), SECTIONS, ids("c"), -1)) == "abc|"
    assert read(moved(entries("a"), SECTIONS, ids("a"), 1)) == "|a"


def test_several_move_together():
    assert read(moved(entries("abcd"), SECTIONS, ids("bc"), -1)) == "bcad|"
    assert read(moved(entries("abcd"), SECTIONS, ids("ac"), 1)) == "badc|"
    assert read(moved(entries("abcd"), SECTIONS, ids("ab"), -1)) == "abcd|"


def test_new_entries_land_where_they_are_put():
    new = [Entry(ord("x"), 0, Role.JOINT), Entry(ord("y"), 0)]
    found = placed(entries("ab", "c"), SECTIONS, new, (10, 1))
    assert read(found) == "axyb|c"
    assert found[1].role is Role.JOINT


def test_entries_of_the_issue_come_from_their_old_place():
    start = entries("abc", "d")
    assert read(placed(start, SECTIONS, [start[0]], (10, 2))) == "bac|d"
    assert read(placed(start, SECTIONS, [start[0], start[2]], (20, 1))) == "b|dac"


def test_taking_some_out_leaves_the_others_in_order():
    assert read(without(entries("abc", "d"), ids("ac"))) == "b|d"


@given(
    st.text("abcdef", max_size=6).map(lambda text: "".join(dict.fromkeys(text))),
    st.integers(0, 6),
    st.sets(st.sampled_from("abcdef")),
    st.sampled_from([-1, 1]),
)
def test_no_entry_is_lost_or_doubled_however_they_move(letters, cut, chosen, step):
    start = entries(letters[:cut], letters[cut:])
    found = moved(start, SECTIONS, ids("".join(chosen)), step)
    assert sorted(one.draft_id for one in found) == sorted(one.draft_id for one in start)
    kept = [one.draft_id for one in start if chr(one.draft_id) not in chosen]
    assert [one.draft_id for one in found if chr(one.draft_id) not in chosen] == kept
