"""Our own task at the upper levels, and what is owed about it and about what went up."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from desk.agenda.reading import ground_of
from desk.forwardings import sending
from desk.forwardings.board import board
from desk.forwardings.duties import duties, own_task
from desk.forwardings.forwarding import Count, MediaUse
from desk.forwardings.results import note_media
from desk.forwardings.sending import Target
from desk.office_clock import moment_at
from desk.own_tasks import save_own_task
from desk.units import UpperTask


@pytest.fixture
def task(above):
    task = UpperTask(2026, "省级", Decimal(350), 20)
    save_own_task(above.store, task, by=above.by())
    return task


def test_an_item_of_both_channels_is_reached_once(above, task):
    party, government = above.send(above.draft(), above.party, above.government)
    above.enter(party, external=Decimal(8))
    above.enter(government, external=Decimal(5))
    with above.store.read() as work:
        [own] = board(work, date(2026, 7, 31)).tasks
    assert (own.booked.points, own.booked.items, own.waiting.items) == (Decimal(8), 1, 0)
    assert own.gap == "还差 342 分、19 条"


def test_what_waits_to_be_booked_is_shown_apart(above, task):
    [sent] = above.send(above.draft(), above.government)
    above.enter(sent, external=Decimal(8), count=Count.LATER)
    with above.store.read() as work:
        [own] = board(work, date(2026, 7, 31)).tasks
    assert (own.booked.items, own.waiting.items, own.waiting.points) == (0, 1, Decimal(8))
    assert own.words == "省级 8/350 分，完成 2.3%，序时 58.1%"


def test_media_count_by_their_level(above):
    [sent] = above.send(above.draft(), above.city)
    uses = [
        MediaUse("新华社网站", "国家级", above.by(1).today),
        MediaUse("省报", "省级", above.by(1).today),
    ]
    note_media(above.store, sent.id, uses, by=above.by(1))
    with above.store.read() as work:
        assert board(work, date(2026, 7, 31)).media == (("国家级", 1), ("省级", 1))


def owed(above, now, find=duties):
    with above.store.read() as work:
        found = list(find(ground_of(work, now)))
    return [one for one in found if one.is_shown(now)], found


def test_what_is_marked_is_owed_on_its_day_and_not_before(above):
    by = above.by()
    day = by.today + timedelta(2)
    sending.mark(above.store, [above.draft().id], [Target(above.city.id)], day, by=by)
    assert owed(above, by.now)[0] == []
    [duty] = owed(above, moment_at(day))[0]
    assert duty.text == "报《市政府要情快报》：县教育局开展校园安全检查"
    assert (duty.page, duty.target) == ("tasks", "forwarding:1")


def test_a_result_is_asked_for_when_its_days_are_over(above):
    [sent] = above.send(above.draft(), above.city)
    early, late = above.by(19).now, above.by(20).now
    assert owed(above, early)[0] == []
    [duty] = owed(above, late)[0]
    assert "催问或对账" in duty.text
    assert duty.together.words.format(7) == "7 篇上报等结果超期，请催问或对账"
    above.enter(sent, days=20)
    assert owed(above, late) == ([], [])


def test_our_own_task_is_owed_on_the_last_working_day_of_a_quarter(above, task):
    before = datetime(2026, 9, 29, 1, tzinfo=UTC)
    assert owed(above, before, own_task)[0] == []
    [duty] = owed(above, before + timedelta(1), own_task)[0]
    assert duty.text == "本办任务落后于第三季度进度：省级 0/350 分，完成 0.0%，序时 74.8%"


def test_a_task_on_its_way_is_not_owed(above, task):
    save_own_task(above.store, replace(task, points=Decimal(0), items=1), by=above.by())
    [sent] = above.send(above.draft(), above.government)
    above.enter(sent)
    assert owed(above, datetime(2026, 9, 30, 1, tzinfo=UTC), own_task)[0] == []
