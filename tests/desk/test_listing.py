"""The office's own lists: reasons, limits, special days, topics."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from desk import listing
from desk.calendar import SpecialDay
from desk.clocks import Clock
from desk.drafts import DraftQuery, Kind, Status
from desk.errors import FieldError, NotAllowedError
from desk.office_clock import OFFICE_CLOCK
from desk.reasons import Reason
from desk.starting import complete
from desk.terms import ClockUnit
from desk.timing import reset
from desk.topics import Topic
from desk.views import SavedView


@pytest.fixture
def ready(office):
    complete(office.store, by=office.by)
    return office


@pytest.fixture
def lists(ready):
    """Read one of the lists, by its name."""

    def read(name):
        with ready.store.read() as work:
            return getattr(work.lists, name)()

    return read


def test_the_offices_own_reason_gets_a_code_of_its_own(ready, lists):
    new = Reason("", Status.RETURNED, " 缺少  联系电话 ")
    saved = listing.save_reason(ready.store, new, by=ready.by)
    assert (saved.code, saved.text) == ("T51", "缺少 联系电话")
    assert [one for one in lists("reasons") if one.decision is Status.RETURNED][-1] == saved


def test_a_second_own_reason_gets_the_next_code(ready):
    codes = [
        listing.save_reason(ready.store, Reason("", Status.FILED, text), by=ready.by).code
        for text in ("甲", "乙")
    ]
    assert codes == ["C51", "C52"]


@pytest.mark.parametrize("text", ["", "要素不全", "长" * 121])
def test_an_empty_doubled_or_endless_reason_is_refused(ready, text):
    with pytest.raises(FieldError):
        listing.save_reason(ready.store, Reason("", Status.RETURNED, text), by=ready.by)


def test_reasons_stand_in_the_order_given(ready, lists):
    listing.order_reasons(ready.store, ["C04", "C01", "C02", "C03"], by=ready.by)
    filed = [one.code for one in lists("reasons") if one.decision is Status.FILED]
    assert filed == ["C04", "C01", "C02", "C03"]


def test_a_changed_limit_sets_the_clocks_of_open_drafts(ready):
    draft = ready.draft(kind=Kind.DYNAMIC, event_date=date(2026, 7, 14))
    clock = Clock(Kind.DYNAMIC, 2, ClockUnit.WORKING_DAYS)
    assert listing.save_clock(ready.store, clock, by=ready.by) == 1
    with ready.store.read() as work:
        assert work.drafts.get(draft.id).due == datetime(2026, 7, 16, 18, tzinfo=OFFICE_CLOCK)


@pytest.mark.parametrize(("amount", "unit"), [(0, ClockUnit.HOURS), (367, ClockUnit.DAYS)])
def test_a_senseless_limit_is_refused(ready, amount, unit):
    with pytest.raises(FieldError, match="整数"):
        listing.save_clock(ready.store, Clock(None, amount, unit), by=ready.by)


def test_a_day_off_moves_clocks_and_taking_it_back_moves_them_back(ready):
    draft = ready.draft(kind=Kind.FEEDBACK, event_date=date(2026, 7, 14))
    reset(ready.store, by=ready.by)
    off = SpecialDay(date(2026, 7, 15), is_working=False, name="县庆")
    assert listing.save_special_day(ready.store, off, by=ready.by) == 1
    assert listing.delete_special_day(ready.store, off.day, by=ready.by) == 1
    with ready.store.read() as work:
        assert work.drafts.get(draft.id).due == datetime(2026, 7, 15, 18, tzinfo=OFFICE_CLOCK)


def test_a_renamed_topic_takes_its_drafts_and_views_along(ready, lists):
    for name in ("防讯", "三农"):
        listing.save_topic(ready.store, Topic(name), by=ready.by)
    draft = ready.draft(topics=("防讯", "三农"))
    with ready.store.begin() as work:
        work.lists.save_view(SavedView("汛情", DraftQuery(topic="防讯")))
    listing.save_topic(ready.store, Topic("防汛"), by=ready.by, former="防讯")
    with ready.store.read() as work:
        assert work.drafts.get(draft.id).topics == ("防汛", "三农")
        assert work.drafts.ids(DraftQuery(topic="防汛")) == [draft.id]
    assert lists("views")[0].query.topic == "防汛"
    assert [topic.name for topic in lists("topics")] == ["防汛", "三农"]


def test_two_topics_of_one_name_are_refused(ready):
    listing.save_topic(ready.store, Topic("防汛"), by=ready.by)
    with pytest.raises(FieldError, match="已经有了"):
        listing.save_topic(ready.store, Topic("防汛"), by=ready.by)


def test_a_topic_in_use_is_not_deleted(ready, lists):
    topic = listing.save_topic(ready.store, Topic("防汛"), by=ready.by)
    draft = ready.draft(topics=("防汛",))
    with pytest.raises(NotAllowedError, match="1 篇"):
        listing.delete_topic(ready.store, "防汛", by=ready.by)
    with ready.store.begin() as work:
        work.drafts.save(replace(draft, topics=()))
    listing.delete_topic(ready.store, "防汛", by=ready.by)
    assert topic not in lists("topics")


def test_topics_stand_in_the_order_given(ready, lists):
    for name in ("甲", "乙", "丙"):
        listing.save_topic(ready.store, Topic(name), by=ready.by)
    listing.order_topics(ready.store, ["丙", "甲", "乙"], by=ready.by)
    assert [topic.name for topic in lists("topics")] == ["丙", "甲", "乙"]
