"""Official forms filled from a released issue."""

from datetime import date

import pytest

from desk import compiling, form_filling
from desk.drafts import Status
from desk.errors import NotAllowedError
from desk.jobs import finish
from desk.releasing import release
from desk.settings import Settings

DAY = date(2026, 7, 15)
SETTINGS = Settings(office="云岭县人民政府办公室")


@pytest.fixture
def released(office):
    """An issue with an item of one unit and another of two."""
    one, other = office.units
    drafts = (
        office.draft("县教育局检查校园", status=Status.READY),
        office.draft("两局联合护航暑期", status=Status.READY, unit_ids=(one.id, other.id)),
    )
    issue = compiling.new_issue(office.store, office.publication.id, DAY, by=office.by)
    news = office.publication.sections[0].id
    entries = [compiling.entry_of(draft, news) for draft in drafts]
    compiling.arrange(office.store, issue.id, entries, by=office.by)
    return finish(release(office.store, issue.id, SETTINGS, by=office.by))


def test_each_unit_is_told_its_items_with_what_they_earned(office, released):
    forms = form_filling.feedback_sheets(office.store, released.id, SETTINGS, DAY)
    assert [form.to for form in forms] == ["云岭县教育局", "云岭县水利局"]
    assert forms[0].table.rows[1:] == (
        ("1", "县教育局检查校园", "信息", "单条", "5"),
        ("2", "两局联合护航暑期", "信息", "联合（2家）", "2.5"),
    )
    assert "已被《政务信息》2026年第1期（2026年7月15日印发）采用" in forms[0].paragraphs[0]


def test_before_the_release_nothing_was_adopted(office):
    opened = compiling.new_issue(office.store, office.publication.id, DAY, by=office.by)
    with pytest.raises(NotAllowedError, match="还没有印发"):
        form_filling.feedback_sheets(office.store, opened.id, SETTINGS, DAY)


def test_an_issue_for_nobody_has_no_sheet_to_sign(office, released):
    with pytest.raises(NotAllowedError, match="发送单位和份数"):
        form_filling.distribution_sheet(office.store, released.id, SETTINGS, DAY)


def test_nothing_is_called_back_that_did_not_go_out(office, released):
    with pytest.raises(NotAllowedError, match="不用清退"):
        form_filling.recall_sheet(office.store, released.id, SETTINGS, DAY)
