"""Issues that are due are called for on opening the window."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton

from desk.publications import Rhythm, Schedule
from ui.today.page import TodayPage


@pytest.fixture
def page(opened, session, office, at_rest):
    """The page of an office whose daily is due since yesterday."""
    schedule = Schedule(Rhythm.WORKDAYS, since=date(2026, 7, 14))
    with office.store.begin() as work:
        work.catalogue.save_publication(replace(office.publication, schedule=schedule))
    made = opened(TodayPage)
    at_rest()
    return made


@pytest.fixture
def at_rest(session, qtbot):
    return lambda: qtbot.waitUntil(lambda: not session.worker.busy)


def press(page, words, place=0):

    found = [one for one in page.missing.findChildren(QPushButton) if one.text() == words]
    found[place].click()


def test_what_is_due_and_was_not_begun_is_called_for(page):
    assert page.missing.lines == [
        "▲ 今天应出《政务信息》，还没有新建",
        "▲ 7月14日的《政务信息》没有出刊",
    ]
    assert page.missing.isVisible()


def test_one_key_begins_the_issue_of_that_day_and_goes_there(page, at_rest, session, qtbot, store):
    with qtbot.waitSignal(session.requested) as asked:
        press(page, "新建这一期", place=1)
    at_rest()
    with store.read() as work:
        (issue,) = work.issues.all()
    assert (issue.day, asked.args) == (date(2026, 7, 14), ["issue", issue.id])
    assert page.missing.lines == ["▲ 今天应出《政务信息》，还没有新建"]


def test_a_day_without_an_issue_needs_a_reason_and_comes_back(page, at_rest, session, store):
    press(page, "记为不出刊…", place=1)
    press(page, "记为不出刊")
    assert page.missing.reason.text.startswith("7月14日不出《政务信息》")
    page.missing.reason.reason.setCurrentText("停刊")
    press(page, "记为不出刊")
    at_rest()
    assert len(page.missing.lines) == 1
    with store.read() as work:
        assert [one.reason for one in work.voids.skipped()] == ["停刊"]
    session.messages.toast._undo.click()
    at_rest()
    assert len(page.missing.lines) == 2


def test_an_office_without_schedules_is_called_for_nothing(opened, office):
    assert not opened(TodayPage).missing.isVisible()
