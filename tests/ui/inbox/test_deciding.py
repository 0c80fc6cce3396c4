"""Returning, refusing and filing drafts from the list."""

import pytest

from desk.drafts import Status


@pytest.fixture
def two(office, page):
    """A new draft and one in hand, both selected."""
    ids = [office.draft("甲").id, office.draft("乙", status=Status.EDITING).id]
    page.refresh()
    page.list.choose_ids(ids)
    page._show_selection()
    return ids


@pytest.fixture
def statuses(store):
    """The statuses of some drafts."""

    def read(ids):
        with store.read() as work:
            return [work.drafts.get(draft_id).status for draft_id in ids]

    return read


def test_filing_takes_one_press(page, two, statuses, qtbot):
    page.bar.buttons["存查"].click()
    qtbot.waitUntil(lambda: statuses(two) == [Status.FILED] * 2)


def test_undo_gives_each_draft_its_own_status_back(page, two, statuses, qtbot, session):
    page.bar.buttons["存查"].click()
    qtbot.waitUntil(lambda: "存查" in session.messages.toast.text)
    session.messages.toast._undo.click()
    qtbot.waitUntil(lambda: statuses(two) == [Status.NEW, Status.EDITING])


def test_returning_asks_for_a_reason_and_keeps_it(page, two, store, qtbot):
    page.bar.buttons["退稿"].click()
    page.reasons.reason.setEditText("数字前后不一")
    page.reasons.accept_button.click()

    def reasons():
        with store.read() as work:
            return [record.detail for one in two for record in work.audit.records(f"draft:{one}")]

    qtbot.waitUntil(lambda: reasons() == ["数字前后不一"] * 2)


def test_escape_from_the_reasons_decides_nothing(page, two, statuses, qtbot):
    page.bar.buttons["不采用"].click()
    qtbot.keyClick(page.reasons, "\x1b")
    assert page.reasons.isHidden()
    assert statuses(two) == [Status.NEW, Status.EDITING]


def test_a_decision_that_is_not_allowed_moves_none(page, two, office, statuses, qtbot, session):
    printed = office.draft("已印", status=Status.RELEASED).id
    page.refresh()
    page.list.choose_ids([*two, printed])
    page.bar.buttons["存查"].click()
    qtbot.waitUntil(lambda: "已印" in session.messages.banner.text)
    assert statuses(two) == [Status.NEW, Status.EDITING]


def test_without_a_selection_nothing_can_be_decided(page):
    assert not any(button.isEnabled() for button in page.bar.buttons.values())
