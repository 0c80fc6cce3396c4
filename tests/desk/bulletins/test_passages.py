"""Passages against the ledger: what is flagged, and what is brought up to date."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.bulletins.differences import Reader
from desk.bulletins.flagging import Check
from desk.bulletins.options import BulletinOptions
from desk.bulletins.passage import Passage
from desk.bulletins.passages import FlagKind, flags, reader_of, updated, written
from desk.bulletins.template import Value, fill
from desk.bulletins.wording import shipped

OPTIONS = BulletinOptions()
TEMPLATE = """\
【标题】关于{时段}政务信息的通报
{辖区}报送{报送条次}条次，采用{采用条次}条次。得分合计{得分合计}分。
〔挂零的有{挂零单位数}个：{挂零名单}。〕
{本级刊物采用情况}
【落款】{机关}
"""


@pytest.fixture
def told(quarter):
    """The passages of the quarter as they are written first."""
    return written(quarter.survey(), TEMPLATE, OPTIONS)


def edit(passages, old, new):
    assert any(old in one.text for one in passages)
    return tuple(replace(one, text=one.text.replace(old, new)) for one in passages)


def flagged(quarter, passages):
    found = flags(passages, quarter.survey(), TEMPLATE, OPTIONS)
    return [(one.kind.value, one.said, one.ledger) for one in found]


def test_title_and_signature_have_keys_of_their_own(told):
    assert (told[0].key, told[0].text) == ("title", "关于2026年第二季度政务信息的通报")
    assert (told[-1].key, told[-1].text) == ("signed", "云岭县人民政府办公室")


def test_keys_are_unique_and_stay_when_another_line_changes(quarter, told):
    other = TEMPLATE.replace("【标题】关于", "【标题】有关").replace("〔挂零", "一行\n〔挂零")
    again = [one.key for one in written(quarter.survey(), other, OPTIONS)]
    assert len({one.key for one in told}) == len(told)
    assert [one.key for one in told] == [one for one in again if one in {p.key for p in told}]


def test_an_untouched_bulletin_has_no_flags(quarter, told):
    assert flagged(quarter, told) == []


def test_a_changed_number_is_flagged_with_what_the_ledger_says(quarter, told):
    (flag,) = flags(edit(told, "采用4条次", "采用5条次"), quarter.survey(), TEMPLATE, OPTIONS)
    assert (flag.kind, flag.said, flag.ledger) == (FlagKind.HAND, "5", "4")
    assert told[1].text[flag.start - 2 : flag.end] == "采用4"
    assert flag.sentence == "手改：这里写的是“5”，台账是“4”。请核对，或改回台账的数。"


def test_another_unit_is_flagged(quarter, told):
    assert flagged(quarter, edit(told, "云台镇", "青山镇")) == [("手改", "青山镇", "云台镇")]


def test_a_mistyped_unit_and_a_number_in_words_are_flagged(quarter, told):
    assert flagged(quarter, edit(told, "云台镇", "云合镇")) == [("手改", "云合镇", "云台镇")]
    assert flagged(quarter, edit(told, "合计15分", "合计十五分")) == [("手改", "十五", "15")]


def test_another_direction_is_flagged(quarter):
    year_ago = date(2025, 5, 6)
    quarter.sent("青山镇", "甲", year_ago)
    (told,) = written(quarter.survey(), "报送{报送同比}。", OPTIONS)
    changed = replace(told, text=told.text.replace("增加", "减少"))
    (flag,) = flags((changed,), quarter.survey(), "报送{报送同比}。", OPTIONS)
    assert (flag.said, flag.ledger) == ("减少", "增加")


def test_a_unit_put_into_a_list_is_flagged(quarter, told):
    found = flagged(quarter, edit(told, "1个：云台镇", "1个：云台镇、县水利局"))
    assert found == [("手改", "县水利局", "")]


def test_taking_a_whole_sentence_out_is_no_fault(quarter, told):
    assert flagged(quarter, edit(told, "得分合计15分。", "")) == []


def test_moving_units_and_sentences_about_is_no_fault(quarter, told):
    moved = edit(told, "白水镇、青山镇", "青山镇、白水镇")
    (text,) = (one.text for one in told if "报送6" in one.text)
    first, second, _rest = text.split("。")
    assert flagged(quarter, edit(moved, text, f"{second}。{first}。")) == []


def test_other_words_around_the_figures_are_no_fault(quarter, told):
    assert flagged(quarter, edit(told, "采用4条次", "其中采用了4条次")) == []


def test_own_numbers_are_mentioned_as_not_checked(quarter, told):
    found = flagged(quarter, edit(told, "得分合计15分。", "得分合计15分。已开会3次。"))
    assert found == [("未核对", "3", "")]


def test_numbers_of_a_passage_of_ones_own_are_not_checked(quarter, told):
    own = Passage("own-1", "对白水镇走访2次。", "")
    assert flagged(quarter, (*told, own)) == [("未核对", "白水镇", ""), ("未核对", "2", "")]


def test_full_width_digits_are_the_same_number(quarter, told):
    assert flagged(quarter, edit(told, "采用4条次", "采用４条次")) == []


def test_later_facts_are_flagged_where_the_old_figure_stands(quarter, told):
    quarter.sent("青山镇", "补报")
    (flag,) = flags(told, quarter.survey(), TEMPLATE, OPTIONS)
    assert (flag.kind, flag.said, flag.ledger, flag.updates) == (FlagKind.CHANGED, "6", "7", True)
    assert told[1].text[flag.start - 2 : flag.end] == "报送6"


def test_an_unedited_passage_is_written_anew(quarter, told):
    quarter.sent("青山镇", "补报")
    fresh = written(quarter.survey(), TEMPLATE, OPTIONS)
    assert updated(told[1], fresh[1], quarter.survey()) == fresh[1]


def test_new_figures_are_put_into_edited_words(quarter, told):
    edited = edit(told, "采用4条次", "其中采用了4条次")
    quarter.sent("青山镇", "补报")
    fresh = written(quarter.survey(), TEMPLATE, OPTIONS)
    renewed = updated(edited[1], fresh[1], quarter.survey())
    assert renewed.text == "全县报送7条次，其中采用了4条次。得分合计15分。"
    assert flagged(quarter, (edited[0], renewed, *edited[2:])) == []


def test_a_figure_that_the_clerk_has_already_mended_is_no_fault(quarter, told):
    edited = edit(told, "报送6条次", "报送7条次")
    quarter.sent("青山镇", "补报")
    assert flagged(quarter, edited) == []


def test_nothing_is_put_in_where_the_old_figure_is_gone(quarter, told):
    edited = edit(told, "报送6条次", "报送多条")
    quarter.sent("青山镇", "补报")
    fresh = written(quarter.survey(), TEMPLATE, OPTIONS)
    assert updated(edited[1], fresh[1], quarter.survey()) is None
    assert ("数据已变", "6", "7") in flagged(quarter, edited)


def test_a_new_figure_that_equals_its_neighbours_old_one_is_put_in_too():
    def passage(*counts):
        filled = fill(
            "{甲}条，{乙}条，{丙}条", dict(zip("甲乙丙", map(Value, counts), strict=True))
        )[0]
        return Passage("k", filled.text, filled.text, filled.level, filled.figures)

    old, fresh = passage("11", "14", "30"), passage("14", "17", "30")
    edited = replace(old, text=f"经核，{old.text}。")
    again = Check(edited, fresh, Reader(())).updated()
    assert again is not None
    assert again.text == "经核，14条，17条，30条。"
    assert Check(again, fresh, Reader(())).flags() == []


def test_a_list_that_grew_is_flagged_as_a_whole(quarter, told):
    quarter.printed("云台镇", "云台镇种药材")
    kinds = {flag.kind for flag in flags(told, quarter.survey(), TEMPLATE, OPTIONS)}
    assert kinds == {FlagKind.CHANGED}


def test_a_passage_with_nothing_left_to_tell_is_flagged(quarter, told):
    quarter.printed("云台镇", "云台镇种药材")
    found = [one.sentence for one in flags(told, quarter.survey(), TEMPLATE, OPTIONS)]
    assert any("这一段没有内容可写" in one for one in found)


def test_a_passage_taken_out_is_mentioned_mildly(quarter, told):
    left = tuple(one for one in told if "挂零" not in one.text)
    (flag,) = flags(left, quarter.survey(), TEMPLATE, OPTIONS)
    assert (flag.kind, flag.ledger) == (FlagKind.UNCHECKED, "挂零的有1个：云台镇。")


READER = Reader(["白水镇", "青山镇", "县水利局"])
NUMBERS = st.decimals(0, 9999, places=1).map(lambda one: f"{one}")
WORDS = st.sampled_from(["采用", "条，", "。其中", "白水镇", "各", "、", "增加", "（", "）；"])
SENTENCE = st.lists(
    st.one_of(WORDS, NUMBERS.map(lambda one: f"{{{one}}}")), min_size=1, max_size=12
)


def passage_of(parts):
    values = {one[1:-1]: Value(one[1:-1]) for one in parts if one.startswith("{")}
    (filled,) = fill("通报" + "".join(parts), values)
    return Passage("p", filled.text, filled.text, filled.level, filled.figures)


@given(SENTENCE)
def test_what_nobody_changed_has_no_flags(parts):
    passage = passage_of(parts)
    assert Check(passage, passage, READER).flags() == []


@given(SENTENCE.filter(lambda parts: any("{" in one for one in parts)), st.data())
@settings(suppress_health_check=[HealthCheck.filter_too_much])
def test_any_single_changed_digit_of_a_figure_is_flagged(parts, data):
    passage = passage_of(parts)
    figure = data.draw(st.sampled_from(passage.figures))
    digits = [at for at in range(figure.start, figure.end) if passage.text[at].isdigit()]
    at = data.draw(st.sampled_from(digits))
    digit = data.draw(st.sampled_from([one for one in "0123456789" if one != passage.text[at]]))
    changed = replace(passage, text=passage.text[:at] + digit + passage.text[at + 1 :])
    found = Check(changed, passage, READER).flags()
    assert any(
        one.kind is FlagKind.HAND and one.start <= at < one.end and one.ledger in passage.text
        for one in found
    )


@pytest.fixture(scope="module")
def printed(surveyed):
    """A delivered quarter's bulletin of an office with five units."""
    survey = surveyed("5")
    return survey, written(survey, shipped("bulletin-quarter").text, OPTIONS)


@pytest.mark.parametrize("key", ["month", "quarter", "half", "year"])
def test_a_delivered_bulletin_has_no_flags_as_it_is_written(surveyed, key):
    survey, template = surveyed("5"), shipped(f"bulletin-{key}").text
    assert flags(written(survey, template, OPTIONS), survey, template, OPTIONS) == ()


@given(st.data())
def test_no_digit_of_a_delivered_bulletin_can_be_changed_unseen(printed, data):
    survey, passages = printed
    places = [
        (one, at)
        for one in passages
        for figure in one.figures
        for at in range(figure.start, figure.end)
        if one.text[at].isdigit()
    ]
    passage, at = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from([one for one in "0123456789" if one != passage.text[at]]))
    changed = replace(passage, text=passage.text[:at] + digit + passage.text[at + 1 :])
    found = Check(changed, passage, reader_of(survey)).flags()
    assert any(one.start <= at < one.end for one in found)
