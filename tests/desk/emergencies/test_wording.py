"""Titles and texts are composed of what is known; what is not is said to be under verification."""

from dataclasses import replace

import pytest

from desk.emergencies.categories import Category, Slot, missing, shipped
from desk.emergencies.emergency import Emergency, ReportKind
from desk.emergencies.reporting import next_report
from desk.emergencies.wording import (
    cause_warnings,
    changes,
    first_report,
    headline,
    later_report,
    script,
)


def test_the_title_names_place_event_and_casualties(landslide, category):
    assert headline(landslide, category) == "青石镇大湾村发生山体滑坡，受伤2人"


def test_a_first_report_tells_what_is_known_and_promises_the_rest(landslide, category):
    assert first_report(landslide, category).text == (
        "7月15日8时40分，青石镇大湾村发生山体滑坡。目前受伤2人。县水利局已派20人赶赴现场。"
        "事件原因正在调查，新的情况将及时续报。"
    )


@pytest.mark.parametrize("category", shipped(), ids=lambda one: one.name)
def test_a_first_report_of_nothing_known_can_still_go_up(category, landslide):
    one = Emergency(title="", day=landslide.day, category=category.name, event="突发事件")
    made = first_report(one, category)
    assert made.title.endswith("（首报）")
    assert "正在" in made.text
    assert "{" not in made.title + made.text


@pytest.mark.parametrize("category", shipped(), ids=lambda one: one.name)
def test_every_slot_that_is_filled_is_told(category, landslide):
    slots = tuple((one.key, "7" if one.unit else f"说明{one.key}") for one in category.slots)
    text = first_report(replace(landslide, category=category.name, slots=slots), category).text
    told = [one.key for one in category.slots if not one.unit and f"说明{one.key}" not in text]
    assert told == []
    assert text.count("7") >= sum(bool(one.unit) for one in category.slots)


def test_no_casualties_are_said_only_when_they_were_counted(landslide, category):
    unknown, none = replace(landslide, slots=()), (("dead", "0"), ("injured", "0"))
    assert headline(unknown, category).endswith("伤亡情况正在核实")
    assert headline(replace(landslide, slots=none), category).endswith("暂无人员伤亡")


def test_the_dead_are_said_to_be_unknown_where_only_the_injured_are_counted(landslide, category):
    one = replace(landslide, slots=(("injured", "2"),))
    assert "目前受伤2人，死亡情况正在核实。" in first_report(one, category).text


def test_a_slot_of_the_offices_own_is_told_without_a_pattern():
    category = Category("停电", "{place}停电", slots=(Slot("homes", "影响户数", "户"),))
    one = Emergency(title="", day=None, place="城区", slots=(("homes", "300"),))
    assert "影响户数：300户。" in first_report(one, category).text


def test_a_follow_up_puts_the_news_first_and_keeps_what_was_told(landslide, category, now):
    former = first_report(landslide, category).text
    slots = (("dead", "1"), ("injured", "5"), ("measures", "县水利局已派20人赶赴现场"))
    one = replace(landslide, slots=slots)
    report = next_report(one, ReportKind.FOLLOWUP, now)
    made = later_report(one, category, report, landslide.slots, former)
    first, second = made.text.split("\n")
    assert made.title == "青石镇大湾村发生山体滑坡，死亡1人受伤5人（续报一）"
    assert "死亡1人（比上次增加1人）。受伤5人（比上次增加3人）。" in first
    assert "20人赶赴" not in first
    assert second.startswith("此前报告的情况：7月15日8时40分")


def test_only_what_changed_counts_as_news(category):
    before = (("dead", "1"), ("weather", "小雨"))
    assert list(changes(category, before, (*before, ("missing", "2")))) == ["失踪2人。"]


def test_causes_in_a_first_report_are_warned_of():
    close = "事件原因正在调查，新的情况将及时续报。"
    assert cause_warnings("某砖厂发生火灾（首报）", f"一砖厂发生火灾，起火原因为电线短路。{close}")
    assert not cause_warnings("某砖厂发生火灾（首报）", "一砖厂发生火灾，起火原因正在调查。")


def test_what_is_said_on_the_telephone_is_whole(landslide, category):
    names = {"reporter": "县水利局", "now": "9时30分"}
    said = script(landslide, category, "市政府总值班室", "县政府办", "王敏", names).splitlines()
    assert said[0] == "市政府总值班室吗？我是县政府办王敏，向您电话报告一起自然灾害。"
    assert "我们是7月15日9时10分接到县水利局报告的。" in said


def test_required_slots_that_are_empty_are_named(category):
    assert missing(category, ["dead"]) == ["受伤", "已采取措施"]
