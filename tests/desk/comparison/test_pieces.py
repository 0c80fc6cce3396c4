"""The pieces of two texts: they make up both, and read as words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.comparison.model import Sort, new_text, old_text
from desk.comparison.pieces import compare_texts

TEXTS = st.text("甲乙丙，。12.%ab\n", max_size=40)
MARKS = {Sort.KEPT: "{}", Sort.GONE: "[-{}]", Sort.COME: "[+{}]"}


def shown(old, new):
    return "".join(MARKS[one.sort].format(one.text) for one in compare_texts(old, new))


@given(TEXTS, TEXTS)
def test_the_pieces_make_up_both_texts(old, new):
    pieces = compare_texts(old, new)
    assert (old_text(pieces), new_text(pieces)) == (old, new)


@given(TEXTS)
def test_a_text_compared_with_itself_has_no_changes(text):
    assert all(one.sort is Sort.KEPT for one in compare_texts(text, text))


@given(TEXTS, TEXTS)
def test_no_piece_is_empty_and_neighbours_differ(old, new):
    sorts = [one.sort for one in compare_texts(old, new)]
    assert all(one.text for one in compare_texts(old, new))
    assert all(left is not right for left, right in pairwise(sorts))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("同比增长12.4%。", "同比增长12.9%。", "同比增长[-12.4%][+12.9%]。"),
        ("成效明显。", "成效十分明显。", "成效[+十分]明显。"),
        ("大力扎实推进的工作", "全面持续深化的任务", "[-大力扎实推进的工作][+全面持续深化的任务]"),
        ("一是抓开工。三是抓服务。", "一是抓开工。二是抓要素。三是抓服务。",
         "一是抓开工。[+二是抓要素。]三是抓服务。"),
        ("二是抓要素，增长12.4%。", "二是抓服务，优化流程。三是抓要素，同比增长12.9%。",
         "二是抓[+服务，优化流程。三是抓]要素，[-增长12.4%][+同比增长12.9%]。"),
        ("姓名：𠮷田", "姓名：𠮷川", "姓名：𠮷[-田][+川]"),
    ],
)  # fmt: skip
def test_changes_read_as_words(old, new, expected):
    assert shown(old, new) == expected


def test_a_very_long_text_is_compared_by_sentences():
    sentences = [f"第{'甲' * at}句。" for at in range(250)]
    changed = [*sentences[:100], "新来的一句。", *sentences[101:]]
    pieces = compare_texts("".join(sentences), "".join(changed))
    assert [one.text for one in pieces if one.sort is Sort.COME] == ["新来的一句。"]
