"""Calls are written down once for all they were about, and the list says whom to ring next."""

from datetime import date, timedelta

import pytest

from desk.commissions import calling
from desk.commissions.call_list import call_list, register_of
from desk.commissions.calling import Answer, Said, log_call
from desk.commissions.commission import Task
from desk.errors import FieldError
from desk.layout.preview import page_count
from desk.office_clock import day_of
from desk.reports.register import register_pdf


@pytest.fixture
def ring(desk):
    """Writes a call to a unit down, some time after the beginning."""

    def call(*commissions, said=Answer.WORKING, unit=0, after=None, **more):
        by = desk.later(**(after or {"days": 3}))
        ids = tuple(one.id for one in commissions)
        return log_call(desk.store, Said(desk.units[unit].id, ids, said=said, **more), by=by)

    return call


@pytest.fixture
def listed(desk):
    """The call list some time after the beginning."""

    def read(**span):
        with desk.store.read() as work:
            return call_list(work, desk.later(**span).now)

    return read


def test_one_call_settles_all_a_unit_owes(desk, ring):
    first, second = desk.sent("农田水利"), desk.sent("抗旱保苗")
    ring(first, second, said="正在办", spoke_to="陈立新", phone="0875-5122119")
    calls = [desk.now(one).tasks[0].calls for one in (first, second)]
    assert calls[0] == calls[1]
    assert (calls[0][0].spoke_to, calls[0][0].said) == ("陈立新", "正在办")
    assert not desk.now(first).tasks[1].calls


def test_tomorrow_is_promised_for_tomorrow(desk, ring):
    sent = desk.sent()
    ring(sent, said=Answer.TOMORROW, after={"hours": 2})
    assert desk.now(sent).tasks[0].calls[-1].promised == date(2026, 7, 16)


def test_a_day_is_promised_in_words(desk, ring):
    sent = desk.sent()
    ring(sent, promised="周五", after={"hours": 2})
    assert desk.now(sent).tasks[0].calls[-1].promised == date(2026, 7, 17)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"said": ""}, "said"),
        ({"promised": "过几天"}, "promised"),
        ({"promised": "2026-07-01"}, "promised"),
        ({"extends": True}, "promised"),
    ],
)
def test_what_cannot_be_kept_is_told_beside_its_field(desk, ring, more, field):
    with pytest.raises(FieldError) as told:
        ring(desk.sent(), **more)
    assert told.value.field == field


def test_more_time_is_given_in_the_same_step_and_taken_back_with_it(desk, ring):
    sent = desk.sent()
    logged = ring(sent, said=Answer.MORE_TIME, promised="7月20日", extends=True)
    task = desk.now(sent).tasks[0]
    assert (day_of(task.due), task.remark) == (date(2026, 7, 20), "请求延期")
    calling.take_back(desk.store, logged, by=desk.by)
    assert desk.now(sent) == sent


def test_undoing_a_call_leaves_the_next_one(desk, ring):
    sent = desk.sent()
    logged = ring(sent, said="正在办")
    ring(sent, said="明天报", after={"days": 3, "hours": 1})
    calling.take_back(desk.store, logged, by=desk.by)
    assert [one.said for one in desk.now(sent).tasks[0].calls] == ["明天报"]


def test_nobody_is_rung_about_what_is_not_due(desk, listed):
    desk.sent()
    assert listed(days=1) == []


def test_what_is_due_today_and_what_is_late_is_one_row_a_unit(desk, listed):
    desk.sent("农田水利")
    desk.sent("抗旱保苗", due=desk.later(days=3).now)
    rows = listed(days=3, hours=-2)
    assert [(one.unit.short, len(one.parts)) for one in rows] == [("县教育局", 2), ("县水利局", 2)]


def test_what_is_promised_for_today_is_listed_before_it_is_due(desk, ring, listed):
    sent = desk.sent(due=desk.later(days=9).now)
    ring(sent, promised="明天", after={"hours": 1})
    assert not listed(hours=2)
    (row,) = listed(days=1)
    assert row.parts[0].is_promised


def test_the_latest_comes_first_and_who_was_rung_goes_last(desk, ring, listed):
    late = desk.sent("农田水利", tasks=(Task(desk.units[1].id),))
    new = desk.sent("抗旱保苗", tasks=(Task(desk.units[0].id),), due=desk.later(days=3).now)
    assert [one.unit.short for one in listed(days=4)] == ["县水利局", "县教育局"]
    ring(late, unit=1, after={"days": 4})
    assert [one.unit.short for one in listed(days=4, hours=1)] == ["县教育局", "县水利局"]
    assert [one.standing for one in listed(days=4, hours=1)] == ["", "今天已打"]
    assert new.tasks


def test_a_unit_that_has_promised_a_later_day_is_left_alone(desk, ring, listed):
    sent = desk.sent(tasks=(Task(desk.units[0].id),))
    ring(sent, promised="7月22日", after={"days": 3})
    (row,) = listed(days=4)
    assert (row.standing, row.is_done) == ("答应7月22日报", True)
    (row,) = listed(days=7)
    assert (row.standing, row.is_done) == ("", False)


def test_units_behind_one_number_stand_side_by_side(desk, office, ring, listed):
    sent = desk.sent()
    for unit in (0, 1):
        ring(sent, unit=unit, phone="0875-5122119", said="正在办", after={"hours": 1})
    assert [one.phone for one in listed(days=3)] == ["0875-5122119"] * 2


def test_who_answered_is_remembered_by_unit(desk, ring, listed):
    ring(desk.sent("农田水利"), spoke_to="陈立新", phone="5122119", after={"hours": 1})
    desk.sent("抗旱保苗")
    known = {one.unit.short: one.contact.words for one in listed(days=3)}
    assert known == {"县教育局": "陈立新 5122119", "县水利局": ""}


def test_nobody_there_three_times_stands_out(desk, ring, listed):
    sent = desk.sent()
    for day in (2, 3, 4):
        ring(sent, said=Answer.NOBODY, after={"days": day, "hours": 1})
    assert listed(days=5)[0].standing == "连续 3 次无人接听"
    ring(sent, said="正在办", after={"days": 5, "hours": 1})
    assert listed(days=6)[0].standing == ""


def test_a_unit_that_has_sent_is_not_rung(desk, listed):
    sent = desk.sent()
    desk.answer(sent, desk.units[0], days=1)
    assert [one.unit.short for one in listed(days=3)] == ["县水利局"]


def test_the_list_is_printed_with_room_to_write(desk, listed, now):
    desk.sent()
    register = register_of(listed(days=3), "云岭县", "王敏", now + timedelta(days=3))
    assert page_count(register_pdf(register)) == 1
