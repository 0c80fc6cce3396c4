"""What 今日 shows of topics: from the day it is due, until it is done, and nothing else."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from desk.agenda.reading import ground_of
from desk.topic_pool.consulting import keep_consultation, next_consultation
from desk.topic_pool.duties import duties
from desk.topic_pool.foreseeable import to_ask
from desk.topic_pool.foreseeing import wave_off
from desk.topic_pool.listing import begun, issue_list, save_list
from desk.topic_pool.noting import drop_topics, note_topics
from desk.topic_pool.point_list import PointLine
from desk.topic_pool.rules import TopicRules
from desk.topic_pool.topic import PoolTopic

NOW = datetime(2026, 7, 15, 1, tzinfo=UTC)
DAY = date(2026, 7, 15)


@pytest.fixture
def quiet(store, office):
    """An office that has settled everything one can foresee around those days."""
    with store.read() as work:
        found = [one.happening for at in range(40) for one in to_ask(work, DAY + timedelta(at))]
    wave_off(store, found, "", by=office.by)
    return office


def _shown(store, now=NOW):
    with store.read() as work:
        return [one.text for one in duties(ground_of(work, now)) if one.is_shown(now)]


def test_occasions_are_shown_from_their_lead_days_on(store, office):
    texts = _shown(store)
    assert "提前约稿：高温用电用水和防暑降温（7月7日至8月17日）" in texts
    assert not any("汛期" in one for one in texts)  # it began in May: nothing is ahead any more
    assert not any("国庆" in one for one in texts)


def test_what_was_waved_off_is_not_shown(store, quiet):
    assert _shown(store) == []


def test_a_topic_is_shown_three_days_before_it_is_wanted(store, quiet):
    wanted = PoolTopic(title="高温用电保障", day=DAY, wanted=DAY + timedelta(5))
    (topic,) = note_topics(store, [wanted], by=quiet.by)
    assert _shown(store, NOW + timedelta(1)) == []
    assert _shown(store, NOW + timedelta(2)) == ["选题还没有约：高温用电保障"]
    drop_topics(store, [topic.id], "已有稿", by=quiet.by)
    assert _shown(store, NOW + timedelta(2)) == []


def test_the_weekly_consultation_is_shown_on_its_day_until_its_minutes_are_kept(store, quiet):
    with store.begin() as work:
        work.matters.keep_policy(TopicRules(weekday=2), quiet.by)
    assert _shown(store, NOW - timedelta(1)) == []
    assert _shown(store) == ["本周信息工作会商还没有纪要"]
    with store.read() as work:
        minutes = replace(next_consultation(work, DAY), text="通报情况")
    keep_consultation(store, minutes, by=quiet.by)
    assert _shown(store) == []


def test_next_months_list_is_shown_from_the_twenty_fifth_until_it_is_issued(store, quiet):
    due = NOW + timedelta(10)
    assert _shown(store, due - timedelta(1)) == []
    assert _shown(store, due) == ["2026年8月信息报送要点还没有印发"]
    with store.read() as work:
        wanted = replace(begun(work, "2026-08", DAY), lines=(PointLine("高温用电"),))
    kept = save_list(store, wanted, by=quiet.by)
    issue_list(store, kept.now.id, by=quiet.by)
    assert "2026年8月信息报送要点还没有印发" not in _shown(store, due)
