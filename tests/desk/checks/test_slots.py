"""Which elements are found in a text."""

import pytest

from desk.checks.manuscript import Manuscript
from desk.checks.passage import Field
from desk.checks.slots import Slot, lacking, places_of


def draft(body, title="云岭县开展检查"):
    return Manuscript(title, body).whole


@pytest.mark.parametrize(
    ("slot", "text"),
    [
        (Slot.TIME, "9月12日开工"),
        (Slot.TIME, "今年一季度完成"),
        (Slot.MINUTE, "15时06分接报"),
        (Slot.SPOT, "双河村二组塌方"),
        (Slot.CASUALTIES, "无人员伤亡"),
        (Slot.CAUSE, "原因是年久失修"),
        (Slot.REQUEST, "请求上级协调解决资金"),
        (Slot.RESPONSIBLE, "由县水务局牵头修复"),
        (Slot.EFFECT, "户均增收4300元"),
        (Slot.BASIS, "根据5个市场的监测"),
        (Slot.PERIOD, "预计四季度回升"),
        (Slot.OUTCOME, "问题已全部办结"),
    ],
)
def test_an_element_is_known_by_its_words(slot, text):
    assert places_of(slot, draft(text))


@pytest.mark.parametrize(
    ("slot", "text"),
    [
        (Slot.TIME, "近日开工"),
        (Slot.MINUTE, "凌晨接报"),
        (Slot.CAUSE, "渠道垮塌17公里"),
        (Slot.REQUEST, "渠道垮塌17公里"),
        (Slot.FIGURE, "2026年9月12日召开第3次会议"),
        (Slot.PLACE, "市场和农村经济"),
    ],
)
def test_words_that_only_look_alike_are_no_element(slot, text):
    assert slot in lacking(draft(text), slot)


def test_a_place_is_found_without_the_words_before_it():
    places = places_of(Slot.PLACE, draft("工作组深入白水镇走访", title="走访"))
    assert [(one.field, one.start, one.end) for one in places] == [(Field.BODY, 5, 8)]
