from dataclasses import replace

from desk.bulletins.passage import Flag, FlagKind, Passage
from desk.bulletins.rewriting import all_anew, as_the_ledger, figures_anew, one_anew


def passage(key, text, written="原文"):
    return Passage(key, text, written)


FRESH = (passage("a", "甲新"), passage("b", "乙新"), passage("c", "丙新"))


def texts(passages):
    return [one.text for one in passages]


def test_own_passages_stay_behind_those_they_stood_behind():
    held = (
        passage("own-1", "前言", ""),
        passage("a", "甲改"),
        passage("own-2", "自加", ""),
        passage("gone", "旧"),
        passage("own-3", "再加", ""),
        passage("c", "丙"),
    )
    assert texts(all_anew(held, FRESH)) == ["前言", "甲新", "自加", "再加", "乙新", "丙新"]


def test_one_passage_is_written_anew_and_the_others_stay():
    held = (passage("a", "甲改"), passage("b", "乙改"))
    assert texts(one_anew(held, FRESH, "b")) == ["甲改", "乙新"]


def test_a_passage_that_no_longer_stands_goes():
    assert texts(one_anew((passage("x", "旧"), passage("a", "甲")), FRESH, "x")) == ["甲"]


def test_a_missing_passage_is_put_in_behind_the_one_before_it():
    held = (passage("a", "甲"), passage("own-1", "自加", ""), passage("c", "丙"))
    assert texts(one_anew(held, FRESH, "b")) == ["甲", "乙新", "自加", "丙"]
    assert texts(one_anew(held[2:], FRESH, "a")) == ["甲新", "丙"]


def test_the_ledgers_words_are_put_in_at_a_flag():
    flag = Flag("a", FlagKind.HAND, 2, 4, "21", "20", "")
    changed = as_the_ledger(passage("a", "采用21条。"), flag)
    assert changed == replace(passage("a", "采用20条。"), level=changed.level)


def test_figures_without_doubt_are_renewed_where_another_cannot_be_placed(surveyed):
    held = passage("a", "报送13条，采用甲条。", "报送10条，采用5条。")
    fresh = (passage("a", "报送11条，采用6条。", "报送11条，采用6条。"),)
    flag = Flag("a", FlagKind.CHANGED, 2, 4, "13", "11", "")
    assert texts(figures_anew([held], fresh, surveyed("5"), [flag])) == ["报送11条，采用甲条。"]
    assert texts(figures_anew([held], fresh, surveyed("5"))) == [held.text]
