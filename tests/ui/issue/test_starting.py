"""What is due is told where issues are begun."""

from dataclasses import replace
from datetime import date

import pytest

from desk.publications import Rhythm, Schedule
from ui.issue.starting import Starting


@pytest.fixture
def daily(page, store, office, at_rest):
    """A daily since yesterday."""
    schedule = Schedule(Rhythm.WORKDAYS, since=date(2026, 7, 14))
    with store.begin() as work:
        work.catalogue.save_publication(replace(office.publication, schedule=schedule))
    page.refresh()
    at_rest()
    return office.publication


def test_the_menu_marks_what_is_due_today_until_it_is_begun(page, daily, at_rest):
    assert page.feature(Starting).menu.actions()[0].text() == "《政务信息》　● 今天应出"
    page.new_issue(daily.id)
    at_rest()
    assert page.feature(Starting).menu.actions()[0].text() == "《政务信息》"


def test_the_strip_tells_what_the_publication_misses_and_begins_it(page, daily, at_rest):
    page.new_issue(daily.id)
    at_rest()
    strip = page.feature(Starting).missing
    assert strip.lines == ["▲ 7月14日的《政务信息》没有出刊"]
    strip.begin(strip._seen[0])
    at_rest()
    assert (page.issue.day, page.issue.number) == (date(2026, 7, 14), 2)
    assert not strip.isVisible()


def test_an_issue_of_another_publication_is_not_disturbed(page, daily, store, office, at_rest):
    with store.begin() as work:
        other = work.catalogue.save_publication(
            replace(daily, id=0, name="每日要情", sections=(replace(daily.sections[0], id=0),))
        )
    page.new_issue(other.id)
    at_rest()
    assert page.feature(Starting).missing.lines == []
