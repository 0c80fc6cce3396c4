from fractions import Fraction

import pytest

from desk.errors import DeskError
from desk.parts import (
    Part,
    PartRole,
    by_length,
    credit_by_unit,
    even,
    led,
    must_hold,
    portions,
    with_role,
    with_share,
)

THREE = (Part(1), Part(2), Part(3, PartRole.MATERIAL))


def shares(parts):
    return [part.share for part in parts]


def test_credited_parts_count_the_same_until_something_is_decided():
    assert portions(THREE) == {1: Fraction(1, 2), 2: Fraction(1, 2)}


def test_shares_must_add_up_to_the_whole():
    must_hold(with_share(THREE, 1, 70))
    with pytest.raises(DeskError, match="合计是 90%"):
        must_hold((Part(1, share=60), Part(2, share=30)))


def test_material_alone_leaves_nobody_to_credit():
    with pytest.raises(DeskError, match="至少要有一篇"):
        must_hold((Part(1, PartRole.MATERIAL),))


def test_either_all_shares_are_given_or_none():
    with pytest.raises(DeskError, match="要么都写"):
        must_hold((Part(1, share=100), Part(2)))


def test_a_lead_gets_its_share_and_the_others_the_rest():
    made = led((Part(1), Part(2), Part(3), Part(4)))
    assert shares(made) == [60, 14, 13, 13]
    assert [part.role for part in made][:2] == [PartRole.MAIN, PartRole.SECOND]


def test_shares_follow_the_characters_and_the_longest_leads():
    made = by_length(THREE, {1: 100, 2: 200, 3: 900})
    assert shares(made) == [33, 67, None]
    assert made[1].role is PartRole.MAIN


def test_without_characters_all_count_the_same():
    assert by_length(THREE, {}) == even(THREE)


def test_one_share_set_leaves_the_others_their_proportions():
    parts = (Part(1, share=50), Part(2, share=30), Part(3, share=20))
    assert shares(with_share(parts, 1, 75)) == [75, 15, 10]


def test_who_joins_or_leaves_the_credit_makes_all_equal_again():
    parts = led((Part(1), Part(2)))
    assert shares(with_role(parts, 2, PartRole.MATERIAL)) == [None, None]
    assert shares(with_role(parts, 2, PartRole.MAIN)) == [60, 40]


def test_a_unit_behind_two_parts_has_both_shares_and_leads_by_one():
    parts = (Part(1, PartRole.MAIN, 60), Part(2, share=40))
    credit = credit_by_unit(parts, {1: (7, 8), 2: (8,)})
    assert credit == {
        7: (PartRole.MAIN, Fraction(3, 10)),
        8: (PartRole.MAIN, Fraction(7, 10)),
    }
