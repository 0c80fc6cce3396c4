"""A printed text may be edited while an issue that corrects it is open, and only then."""

import pytest

from desk import compiling
from desk.correcting_issues import correct
from desk.drafts import Status
from desk.jobs import finish
from desk.office_clock import day_of
from desk.releasing import release


@pytest.fixture
def printed(office, session, now):
    """A draft and the issue it was released in."""
    draft = office.draft(status=Status.READY)
    day = day_of(now)
    issue = compiling.new_issue(office.store, office.publication.id, day, by=office.by)
    entry = compiling.entry_of(draft, office.publication.sections[0].id)
    compiling.arrange(office.store, issue.id, [entry], by=office.by)
    return draft, finish(release(office.store, issue.id, session.settings, by=office.by))


def test_a_printed_text_is_only_read_and_it_is_said_how_to_correct_it(page, printed, settled):
    page.show_target(printed[0].id)
    settled()
    assert page.middle.text.isReadOnly()
    assert page.middle.title.isReadOnly()
    assert "按“更正本期”" in page.middle.why.text()


def test_for_an_open_correction_it_is_edited_and_stays_printed(
    page, printed, office, stored, settled
):
    draft, issue = printed
    correct(office.store, issue.id, by=office.by)
    page.show_target(draft.id)
    settled()
    assert "改动只进正在编的那份更正" in page.middle.why.text()
    page.middle.text.textCursor().insertText("更正：")
    assert page.autosave.flush()
    found = stored(draft.id)
    assert found.body.text.startswith("更正：7月14日")
    assert found.status is Status.RELEASED


def test_its_units_may_be_put_right_too(page, printed, office, settled):
    draft, issue = printed
    page.show_target(draft.id)
    settled()
    assert not page.side.details.units.isEnabled()
    correct(office.store, issue.id, by=office.by)
    page.refresh()
    settled()
    assert page.side.details.units.isEnabled()
