"""Minutes of the weekly consultation: marked lines become topics, the next one falls due."""

from dataclasses import replace
from datetime import date

import pytest

from desk.calendar import SpecialDay
from desk.errors import FieldError
from desk.topic_pool.consultation import Consultation, toggled
from desk.topic_pool.consulting import (
    day_due,
    keep_consultation,
    next_consultation,
    topics_of,
    unkeep,
)
from desk.topic_pool.rules import TopicRules
from desk.topic_pool.topic import PoolTopic

DAY = date(2026, 7, 15)  # a Wednesday
TEXT = "会议通报了上周采用情况。\n★ 夏粮收购进度和存在问题。\n★ 高温用电保障\n下周继续会商。"
FRIDAYS = TopicRules(weekday=4)


def _minutes(store, text=TEXT):
    with store.read() as work:
        return replace(next_consultation(work, DAY), text=text)


def _titles(store):
    with store.read() as work:
        return sorted(one.title for one in work.matters.all(PoolTopic))


def test_a_line_is_marked_and_plain_again():
    assert toggled("夏粮收购") == "★ 夏粮收购"
    assert toggled("★ 夏粮收购") == "夏粮收购"


def test_every_marked_line_becomes_a_topic_linked_to_the_minutes(store, office):
    kept = keep_consultation(store, _minutes(store), by=office.by)
    with store.read() as work:
        topics = topics_of(work, kept.now.id)
    assert [one.title for one in topics] == ["夏粮收购进度和存在问题", "高温用电保障"]
    assert {one.source for one in topics} == {"会商"}
    assert {one.origin for one in topics} == {"会商〔2026〕1号"}


def test_minutes_kept_again_make_only_topics_that_are_new(store, office):
    kept = keep_consultation(store, _minutes(store), by=office.by)
    more = replace(kept.now, text=f"{TEXT}\n★ 防汛备汛")
    again = keep_consultation(store, more, by=office.by)
    assert [one.title for one in again.made] == ["防汛备汛"]
    unkeep(store, again, by=office.by)
    assert _titles(store) == ["夏粮收购进度和存在问题", "高温用电保障"]


def test_taking_minutes_back_takes_their_topics_back(store, office):
    unkeep(store, keep_consultation(store, _minutes(store), by=office.by), by=office.by)
    assert _titles(store) == []
    with store.read() as work:
        assert work.matters.all(Consultation) == []


def test_empty_minutes_are_refused(store, office):
    with pytest.raises(FieldError, match="纪要还没有内容"):
        keep_consultation(store, _minutes(store, "\n"), by=office.by)


def test_the_next_minutes_are_numbered_on_and_know_who_meets(store, office):
    keep_consultation(store, replace(_minutes(store), chair="林志远"), by=office.by)
    with store.read() as work:
        following = next_consultation(work, DAY)
    assert following.number == "会商〔2026〕2号"
    assert following.chair == "林志远"


def test_a_consultation_is_due_weekly_only_if_the_office_holds_it(store):
    assert day_due([], TopicRules(), DAY, {}) is None
    assert day_due([], FRIDAYS, DAY, {}) == date(2026, 7, 17)
    held = Consultation(title="会商", day=date(2026, 7, 13))
    assert day_due([held], FRIDAYS, DAY, {}) is None


def test_a_consultation_on_a_holiday_is_held_the_working_day_before(store):
    friday = date(2026, 7, 17)
    closed = {friday: SpecialDay(friday, is_working=False)}
    assert day_due([], FRIDAYS, DAY, closed) == date(2026, 7, 16)
