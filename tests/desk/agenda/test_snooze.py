"""Duties are put off with a reason, for a while, and come back by themselves."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from desk.agenda import snooze
from desk.agenda.duty import Duty, Field
from desk.auditing import By
from desk.errors import FieldError
from desk.office_clock import OFFICE_CLOCK

FRIDAY = datetime(2026, 7, 17, 9, 30, tzinfo=OFFICE_CLOCK)
BY = By("王敏", FRIDAY)
DUTY = Duty("commission:3:due:2026-07-17", Field.COMMISSION, "催教育局约稿", FRIDAY)
LATER = FRIDAY + timedelta(hours=1)


def held(store, at=FRIDAY):
    with store.read() as work:
        return snooze.snoozes(work).on(at)


def test_a_duty_is_left_alone_until_then_and_comes_back(store):
    snooze.put_off(store, [DUTY], LATER, "等单位回话", by=BY)
    assert held(store)[DUTY.key].reason == "等单位回话"
    assert held(store, LATER - timedelta(seconds=1))
    assert held(store, LATER) == {}


def test_putting_off_is_recorded_where_it_belongs(store):
    snooze.put_off(store, [DUTY], LATER, "等单位回话", by=BY)
    with store.read() as work:
        (record,) = work.audit.records("commission:3")
    assert record.detail == "催教育局约稿：到 2026-07-17 10:30，等单位回话"


@pytest.mark.parametrize(
    ("until", "reason", "field", "words"),
    [
        (LATER, "  ", "reason", "写明理由"),
        (LATER, "字" * 101, "reason", "最多 100 个字"),
        (FRIDAY, "等", "until", "已经过了"),
        (FRIDAY + timedelta(days=32), "等", "until", "最多推迟 31 天"),
    ],
)
def test_what_cannot_be_is_refused(store, until, reason, field, words):
    with pytest.raises(FieldError, match=words) as refused:
        snooze.put_off(store, [DUTY], until, reason, by=BY)
    assert refused.value.field == field
    assert held(store) == {}


def test_an_emergency_is_put_off_for_an_hour_at_most(store):
    pressing = replace(DUTY, field=Field.EMERGENCY)
    with pytest.raises(FieldError, match="紧急信息最多推迟 1 小时"):
        snooze.put_off(store, [pressing], LATER + timedelta(minutes=1), "等", by=BY)
    snooze.put_off(store, [pressing], LATER, "等", by=BY)


def test_undo_leaves_what_was_put_off_before(store):
    other = replace(DUTY, key="commission:4:due:2026-07-17")
    snooze.put_off(store, [DUTY], LATER, "等单位回话", by=BY)
    before = snooze.put_off(store, [DUTY, other], LATER + timedelta(hours=3), "忙", by=BY)
    snooze.restore(store, [DUTY.key, other.key], before, by=BY)
    assert {key: one.reason for key, one in held(store).items()} == {DUTY.key: "等单位回话"}


def test_a_duty_is_brought_back_and_that_is_undone(store):
    snooze.put_off(store, [DUTY], LATER, "等单位回话", by=BY)
    before = snooze.bring_back(store, [DUTY.key], by=BY)
    assert held(store) == {}
    snooze.restore(store, [DUTY.key], before, by=BY)
    assert list(held(store)) == [DUTY.key]


def test_reasons_are_remembered_the_last_first(store):
    for reason in ("等领导回来", "下午再说", "等领导回来"):
        snooze.put_off(store, [DUTY], LATER, reason, by=BY)
    with store.read() as work:
        reasons = snooze.snoozes(work).reasons
    assert reasons[:2] == ("等领导回来", "下午再说")
    assert len(reasons) <= 8


def test_ended_ones_are_forgotten(store):
    snooze.put_off(store, [DUTY], LATER, "等", by=BY)
    other = replace(DUTY, key="issue:1:release")
    snooze.put_off(store, [other], LATER + timedelta(days=1), "等", by=By("王敏", LATER))
    with store.read() as work:
        assert [one.key for one in snooze.snoozes(work).held] == [other.key]


def test_what_was_put_off_by_a_clock_that_ran_ahead_hides_nothing(store):
    ahead = FRIDAY + timedelta(days=400)
    snooze.put_off(store, [DUTY], ahead + timedelta(days=1), "等", by=By("王敏", ahead))
    assert held(store, FRIDAY) == {}


def test_the_choices_are_told_with_their_moments():
    told = {words: f"{until:%m-%d %H:%M}" for words, until in snooze.choices(FRIDAY, {})}
    assert told == {
        "1 小时后": "07-17 10:30",
        "明天早上": "07-18 08:00",
        "下个工作日": "07-20 08:00",
    }
