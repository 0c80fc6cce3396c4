"""Topics are noted a line at a time, changed and laid aside; every step can be taken back."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desk.commissions.commission import Commission, Task
from desk.errors import FieldError
from desk.topic_pool.alike import alike, told_before
from desk.topic_pool.noting import (
    change_topic,
    drop_topics,
    forget_topics,
    note_topics,
    put_back,
    titles_of,
)
from desk.topic_pool.standing import pool
from desk.topic_pool.topic import PoolTopic, Standing

DAY = date(2026, 7, 15)
SOON = datetime(2026, 7, 20, 10, tzinfo=UTC)


def _topic(title="全县夏粮收购进度", **fields):
    return PoolTopic(title=title, day=DAY, source="会议", **fields)


def _standing(store):
    with store.read() as work:
        return pool(work)[0].standing


def test_pasted_lines_become_topics_without_their_bullets():
    text = "1. 夏粮收购进度；\n\n（二）高温用电保障。\n★ 校园安全\n- 校园安全\n2026年预算执行"
    assert titles_of(text) == ("夏粮收购进度", "高温用电保障", "校园安全", "2026年预算执行")


def test_ten_topics_of_a_meeting_are_noted_and_taken_back_in_one_step(store, office):
    noted = note_topics(store, [_topic(f"选题{at}") for at in range(10)], by=office.by)
    with store.read() as work:
        assert len(pool(work)) == 10
    forget_topics(store, [one.id for one in noted], by=office.by)
    with store.read() as work:
        assert pool(work) == []


def test_a_topic_without_words_is_refused(store, office):
    with pytest.raises(FieldError, match="选题还没有写"):
        note_topics(store, [_topic("  ")], by=office.by)


def test_a_changed_topic_can_be_what_it_was(store, office):
    (topic,) = note_topics(store, [_topic()], by=office.by)
    former = change_topic(store, replace(topic, title="夏粮收购存在的问题"), by=office.by)
    put_back(store, [former], by=office.by)
    with store.read() as work:
        assert work.matters.get(PoolTopic, topic.id).title == "全县夏粮收购进度"


def test_a_topic_is_laid_aside_only_with_a_reason(store, office):
    (topic,) = note_topics(store, [_topic()], by=office.by)
    with pytest.raises(FieldError, match="为什么不用"):
        drop_topics(store, [topic.id], " ", by=office.by)
    former = drop_topics(store, [topic.id], "已有同类稿件", by=office.by)
    assert _standing(store) is Standing.DROPPED
    put_back(store, former, by=office.by)
    assert _standing(store) is Standing.OPEN


def test_a_commission_of_it_makes_a_topic_asked_for_and_its_draft_written(store, office):
    (topic,) = note_topics(store, [_topic()], by=office.by)
    asked = Commission(title=topic.title, day=DAY, due=SOON, pool_id=topic.id, tasks=(Task(1),))
    with store.begin() as work:
        asked = work.matters.save(asked, office.by)
    assert _standing(store) is Standing.ASKED
    draft = office.draft("全县夏粮收购进度过半")
    with store.begin() as work:
        work.matters.save(replace(asked, tasks=(Task(1, drafts=(draft.id,)),)), office.by)
    assert _standing(store) is Standing.WRITTEN


def test_a_topic_told_before_is_shown_but_not_barred(store, office):
    note_topics(store, [_topic("全县夏粮收购进度")], by=office.by)
    with store.read() as work:
        told = told_before(work, DAY)
    found = alike("全县夏粮收购的进度", told)
    assert [one.told.title for one in found] == ["全县夏粮收购进度"]
    assert alike("中小学暑期防溺水", told) == []
    assert alike("全县夏粮收购进度", told, but=str(found[0].told.target)) == []


def test_every_step_stands_in_the_audit_trail(store, office):
    (topic,) = note_topics(store, [_topic()], by=office.by)
    drop_topics(store, [topic.id], "时机已过", by=office.by)
    with store.read() as work:
        trail = [one.action for one in work.audit.records(topic.subject)]
    assert sorted(trail) == ["记选题", "选题不用"]
