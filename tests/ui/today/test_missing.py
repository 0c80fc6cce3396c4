"""Issues that are due are called for on opening the window."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton

from desk.publications import Rhythm, Schedule

ISSUES = "刊期"


@pytest.fixture
def page(shown, session, office):
    """The page of an office whose daily is due since yesterday; its requests are followed."""
    schedule = Schedule(Rhythm.WORKDAYS, since=date(2026, 7, 14))
    with office.store.begin() as work:
        work.catalogue.save_publication(replace(office.publication, schedule=schedule))
    made = shown()
    session.requested.connect(lambda at, target: at == "today" and made.show_target(target))
    return made


def texts(page):
    return page.board.cards[ISSUES].list.texts


def follow(page, row):
    listed = page.board.cards[ISSUES].list
    listed.itemActivated.emit(listed.topLevelItem(row), 0)


def press(page, words):
    found = [one for one in page.missing.findChildren(QPushButton) if one.text() == words]
    found[0].click()


def test_what_is_due_and_was_not_begun_is_called_for(page):
    assert texts(page) == [
        "7月14日的《政务信息》没有出刊　▲ 超 15 小时",
        "今天应出《政务信息》，还没有新建　△ 余 8 小时",
    ]
    assert not page.missing.isVisible()


def test_its_line_offers_to_begin_it_and_goes_there(page, at_rest, session, qtbot, store):
    follow(page, 0)
    assert page.missing.lines == ["▲ 7月14日的《政务信息》没有出刊"]
    with qtbot.waitSignal(session.requested) as asked:
        press(page, "新建这一期")
    at_rest()
    with store.read() as work:
        (issue,) = work.issues.all()
    assert (issue.day, asked.args) == (date(2026, 7, 14), ["issue", issue.id])
    assert not page.missing.isVisible()


def test_a_day_without_an_issue_needs_a_reason_and_comes_back(page, at_rest, session, store):
    follow(page, 0)
    press(page, "记为不出刊…")
    press(page, "记为不出刊")
    assert page.missing.reason.text.startswith("7月14日不出《政务信息》")
    page.missing.reason.reason.setCurrentText("停刊")
    press(page, "记为不出刊")
    at_rest()
    assert len(texts(page)) == 1
    with store.read() as work:
        assert [one.reason for one in work.voids.skipped()] == ["停刊"]
    session.messages.toast._undo.click()
    at_rest()
    assert len(texts(page)) == 2


def test_an_office_without_schedules_is_called_for_nothing(shown, office):
    assert texts(shown()) == ["没有到期的"]
