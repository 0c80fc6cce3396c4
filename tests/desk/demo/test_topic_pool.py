"""The demo office's topics: some open, some late, some asked for, two lists with coverage."""

from datetime import UTC, datetime

import pytest

from desk.agenda.reading import ground_of
from desk.demo.clerk import Clerk
from desk.demo.founding import found
from desk.demo.topic_pool import fill_pool
from desk.office_clock import day_of
from desk.topic_pool.consultation import Consultation
from desk.topic_pool.duties import duties
from desk.topic_pool.point_list import PointList
from desk.topic_pool.standing import pool
from desk.topic_pool.topic import Standing

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)


@pytest.fixture
def filled(store):
    clerk = Clerk(store, "周静怡", NOW)
    found(store, day_of(NOW), by=clerk.at(day_of(NOW), 8))
    fill_pool(clerk, day_of(NOW))
    return store


def test_topics_of_a_month_stand_in_every_state_but_written(filled):
    with filled.read() as work:
        rows = pool(work)
    standings = {one.standing for one in rows}
    assert standings == {Standing.OPEN, Standing.ASKED, Standing.DROPPED}
    assert len({one.topic.source for one in rows}) >= 7
    assert all(one.topic.units for one in rows if one.topic.source == "会议")


def test_three_consultations_have_made_topics(filled):
    with filled.read() as work:
        held = work.matters.all(Consultation)
        made = {row.topic.consultation_id for row in pool(work)}
    assert [one.number[-2:] for one in held] == ["3号", "2号", "1号"]
    assert {one.id for one in held} <= made


def test_one_list_is_out_and_one_is_being_written(filled):
    with filled.read() as work:
        held = work.matters.all(PointList)
    assert [(one.period, one.is_open) for one in held] == [("2026-12", True), ("2026-11", False)]


def test_some_of_it_is_on_the_page_of_today(filled):
    with filled.read() as work:
        shown = [one for one in duties(ground_of(work, NOW)) if one.is_shown(NOW)]
    assert any(one.due and one.due < NOW for one in shown)
    assert 2 <= len(shown) <= 8
