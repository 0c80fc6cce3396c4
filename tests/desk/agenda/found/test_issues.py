"""Issues are told on their day and until they are out."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from desk import compiling, scheduling
from desk.agenda.found import issues
from desk.office_clock import OFFICE_CLOCK
from desk.publications import Rhythm, Schedule

TODAY = datetime(2026, 7, 15, 9, 30, tzinfo=OFFICE_CLOCK)  # Wednesday


@pytest.fixture
def daily(office, store):
    """《政务信息》, due on every working day since yesterday."""
    schedule = Schedule(Rhythm.WORKDAYS, since=date(2026, 7, 14))
    with store.begin() as work:
        return work.catalogue.save_publication(replace(office.publication, schedule=schedule))


@pytest.mark.parametrize(("day", "is_told"), [(14, True), (15, True), (16, False)])
def test_an_open_issue_is_told_from_its_day_on(office, store, shown, day, is_told):
    compiling.new_issue(store, office.publication.id, date(2026, 7, day), by=office.by)
    told = shown(TODAY, issues.duties)
    assert told == (["《政务信息》第1期待印发（已编 0 条）"] if is_told else [])


def test_what_was_not_begun_is_told(daily, shown):
    assert shown(TODAY, issues.duties) == [
        "7月14日的《政务信息》没有出刊",
        "今天应出《政务信息》，还没有新建",
    ]


def test_what_was_skipped_or_begun_is_no_longer_missing(daily, store, shown, office):
    scheduling.skip(store, daily.id, date(2026, 7, 14), "停刊", by=office.by)
    compiling.new_issue(store, daily.id, date(2026, 7, 15), by=office.by)
    assert shown(TODAY, issues.duties) == ["《政务信息》第1期待印发（已编 0 条）"]


def test_nothing_is_due_on_a_day_of_rest(daily, shown):
    saturday = TODAY.replace(day=18)
    assert not any("今天" in one for one in shown(saturday, issues.duties))


def test_the_line_of_a_missing_issue_leads_to_beginning_it(daily, found, store):
    late, _ = found(TODAY, issues.duties)
    with store.read() as work:
        one = issues.missing_of(work, late.target)
        assert issues.missing_of(work, "commission:3") is None
        assert issues.missing_of(work, "missing:99:2026-07-14") is None
    assert (one.publication, one.day) == (daily, date(2026, 7, 14))
