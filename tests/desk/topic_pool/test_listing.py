"""Lists of points: what is proposed for a period, what is kept, issued, taken back."""

from dataclasses import replace
from datetime import date

import pytest

from desk.errors import FieldError, NotAllowedError
from desk.topic_pool.foreseeable import calendar
from desk.topic_pool.foreseeing import take_up
from desk.topic_pool.listing import (
    add_again,
    add_lines,
    begun,
    issue_list,
    line_of,
    lists_due,
    next_periods,
    proposals,
    put_list_back,
    remove_list,
    save_list,
    withdraw_list,
)
from desk.topic_pool.noting import note_topics
from desk.topic_pool.point_list import PointLine, PointList
from desk.topic_pool.rules import TopicRules
from desk.topic_pool.standing import pool
from desk.topic_pool.topic import PoolTopic

DAY = date(2026, 7, 15)
LINE = PointLine("高温用电保障", "民生")


def _begun(store, key="2026-08"):
    with store.read() as work:
        return begun(work, key, DAY)


def _kept(store, by, *lines, key="2026-08"):
    return save_list(store, replace(_begun(store, key), lines=lines or (LINE,)), by=by).now


def _lists(store):
    with store.read() as work:
        return work.matters.all(PointList)


def _proposed(store, group):
    with store.read() as work:
        return [one for one in proposals(work, "2026-08", DAY) if one.group == group]


def _due(store, today, rules=None):
    with store.read() as work:
        found = lists_due(work, rules or TopicRules(), today)
        return [(period.key, day) for period, day in found]


def test_a_list_is_named_and_numbered_by_its_period(store, office):
    assert _begun(store).title == "2026年8月信息报送要点"
    assert _begun(store).due == date(2026, 8, 20)
    assert _begun(store, "2026Q4").title == "2026年第四季度信息报送要点"
    _kept(store, office.by)
    assert _begun(store, "2026Q4").number == "要点〔2026〕2号"


def test_a_period_that_is_none_is_refused(store, office):
    with pytest.raises(FieldError, match="不是月份或季度"):
        _begun(store, "八月")


def test_the_periods_offered_run_now_or_come(store, office):
    with store.read() as work:
        keys = [one.key for one in next_periods(work, DAY)]
    assert keys[:3] == ["2026-07", "2026-08", "2026-09"]
    assert "2026Q4" in keys
    assert "2026-06" not in keys


def test_topics_of_the_pool_are_proposed_once_they_are_wanted_then(store, office):
    topics = [
        PoolTopic(title="汛期水库安全", day=DAY, wanted=date(2026, 8, 10)),
        PoolTopic(title="冬季供暖", day=DAY, wanted=date(2026, 11, 10)),
        PoolTopic(title="营商环境", day=DAY),
    ]
    note_topics(store, topics, by=office.by)
    chosen = {one.line.text: one.is_chosen for one in _proposed(store, "选题池")}
    assert chosen == {"汛期水库安全": True, "冬季供暖": False, "营商环境": True}


def test_what_falls_into_the_period_is_proposed_unless_it_is_in_the_pool(store, office):
    assert "“八一”双拥慰问" in [one.line.text for one in _proposed(store, "时令节点")]
    with store.read() as work:
        ahead = calendar(work, date(2026, 8, 1), date(2026, 8, 1))
    army = next(one for one in ahead if one.happening.occasion.key == "army-day")
    take_up(store, [army.happening], by=office.by)
    assert "“八一”双拥慰问" not in [one.line.text for one in _proposed(store, "时令节点")]


def test_the_last_list_is_proposed_line_by_line(store, office):
    _kept(store, office.by, LINE, key="2026-07")
    assert [one.line.text for one in _proposed(store, "上期要点")] == ["高温用电保障"]


def test_a_topic_in_a_list_tells_so(store, office):
    note_topics(store, [PoolTopic(title="营商环境", day=DAY)], by=office.by)
    with store.read() as work:
        line = line_of(pool(work)[0])
    kept = _kept(store, office.by)
    add_lines(store, kept.id, [line], by=office.by)
    add_lines(store, kept.id, [line], by=office.by)
    assert [one.text for one in _lists(store)[0].lines] == ["高温用电保障", "营商环境"]
    with store.read() as work:
        assert [one.period for one in pool(work)[0].lists] == ["2026-08"]


def test_an_empty_list_is_refused(store, office):
    with pytest.raises(FieldError, match="还没有内容"):
        save_list(store, _begun(store), by=office.by)


def test_an_issued_list_is_changed_only_after_it_was_taken_back(store, office):
    kept = _kept(store, office.by)
    issue_list(store, kept.id, by=office.by)
    assert not _lists(store)[0].is_open
    with pytest.raises(NotAllowedError, match="收回印发"):
        save_list(store, kept, by=office.by)
    with pytest.raises(NotAllowedError, match="不能删除"):
        remove_list(store, kept.id, by=office.by)
    withdraw_list(store, kept.id, by=office.by)
    former = save_list(store, replace(kept, lines=(LINE, LINE)), by=office.by).former
    put_list_back(store, former, by=office.by)
    assert _lists(store)[0].lines == (LINE,)


def test_a_forgotten_list_comes_back(store, office):
    former = remove_list(store, _kept(store, office.by).id, by=office.by)
    assert _lists(store) == []
    add_again(store, former, by=office.by)
    assert [one.lines for one in _lists(store)] == [(LINE,)]


def test_next_months_list_is_due_on_the_twenty_fifth_until_it_is_issued(store, office):
    assert _due(store, DAY) == [("2026-08", date(2026, 7, 25))]
    kept = _kept(store, office.by)
    issue_list(store, kept.id, by=office.by)
    assert ("2026-08", date(2026, 7, 25)) not in _due(store, DAY)


def test_an_office_that_lists_by_quarters_is_asked_by_quarters_or_not_at_all(store, office):
    quarters = TopicRules(lists_by="季", list_day=20)
    assert _due(store, DAY, quarters) == [("2026Q4", date(2026, 9, 20))]
    assert _due(store, DAY, TopicRules(lists_by="")) == []
