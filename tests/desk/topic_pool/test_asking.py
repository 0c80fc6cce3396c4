"""A topic is asked for: notices are drafted of it, and thrown away again."""

from dataclasses import replace
from datetime import date

import pytest

from desk.commissions.commission import Commission
from desk.drafts import Kind
from desk.errors import NotAllowedError
from desk.office_clock import office_time
from desk.topic_pool.asking import draft_notices, drop_notices
from desk.topic_pool.noting import note_topics
from desk.topic_pool.standing import pool
from desk.topic_pool.topic import PoolTopic, Standing

DAY = date(2026, 7, 15)


@pytest.fixture
def topic(store, office):
    wanted = PoolTopic(
        title="秋季学位供需",
        day=DAY,
        wanted=date(2026, 8, 10),
        kind=Kind.FORECAST,
        units=(office.units[0].id,),
        remark="学位缺口\n教师编制",
    )
    return note_topics(store, [wanted], by=office.by)[0]


def _standing(store):
    with store.read() as work:
        return pool(work)[0].standing


def test_a_notice_takes_over_what_is_known_of_the_topic(store, office, topic):
    (notice,) = draft_notices(store, [topic.id], by=office.by)
    assert notice.points == ("学位缺口", "教师编制")
    assert notice.unit_ids == (office.units[0].id,)
    assert notice.wanted is Kind.FORECAST
    assert office_time(notice.due).date() == date(2026, 8, 10)
    assert _standing(store) is Standing.ASKED


def test_a_notice_thrown_away_leaves_the_topic_to_be_asked_for(store, office, topic):
    made = draft_notices(store, [topic.id], by=office.by)
    drop_notices(store, [one.id for one in made], by=office.by)
    assert _standing(store) is Standing.OPEN


def test_a_notice_that_was_sent_is_not_thrown_away(store, office, topic):
    (notice,) = draft_notices(store, [topic.id], by=office.by)
    with store.begin() as work:
        work.matters.save(replace(notice, issued=office.by.now), office.by)
    with pytest.raises(NotAllowedError):
        drop_notices(store, [notice.id], by=office.by)


def test_a_commission_called_off_asks_for_nothing(store, office, topic):
    (notice,) = draft_notices(store, [topic.id], by=office.by)
    with store.begin() as work:
        held = work.matters.get(Commission, notice.id)
        work.matters.save(replace(held, issued=office.by.now, withdrawn="情况有变"), office.by)
    assert _standing(store) is Standing.OPEN
