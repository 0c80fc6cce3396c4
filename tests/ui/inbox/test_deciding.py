"""Returning, refusing and filing drafts from the list."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from desk.drafts import Status
from desk.starting import complete
from ui.inbox.decisions import copy_feedback


@pytest.fixture
def two(office, page):
    """A new draft and one in hand, both selected."""
    complete(office.store, by=office.by)
    ids = [office.draft("甲").id, office.draft("乙", status=Status.EDITING).id]
    page.refresh()
    page.list.choose_ids(ids)
    page._show_selection()
    return ids


@pytest.fixture
def drafts(store):
    """Some drafts as they are stored."""

    def read(ids):
        with store.read() as work:
            return [work.drafts.get(draft_id) for draft_id in ids]

    return read


@pytest.fixture
def statuses(drafts):
    """The statuses of some drafts."""
    return lambda ids: [draft.status for draft in drafts(ids)]


@pytest.fixture
def ask(page, two, qtbot):
    """Press a decision's button, then these keys."""

    def press(decision, keys=""):
        page.bar.buttons[decision].click()
        for key in keys:
            qtbot.keyClick(page.reasons.remark, key)
        return page.reasons

    return press


def test_a_number_and_enter_return_drafts(ask, two, drafts, qtbot):
    ask("退稿", "2\r")
    qtbot.waitUntil(lambda: {one.status for one in drafts(two)} == {Status.RETURNED})
    assert {one.reason for one in drafts(two)} == {"T02"}


def test_digits_make_up_a_number_of_two(ask):
    assert ask("退稿", "12").code == "T12"


def test_a_digit_that_leads_nowhere_begins_anew(ask):
    assert ask("退稿", "93").code == "T03"


def test_backspace_in_the_empty_line_chooses_no_reason(ask):
    assert ask("退稿", "3\b").code == ""


def test_digits_after_words_are_the_clerks_own(ask):
    strip = ask("退稿", "3")
    strip.remark.setText("缺")
    strip.remark.setFocus()
    assert strip.code == "T03"
    strip.remark.insert("2")
    assert (strip.code, strip.remark.text()) == ("T03", "缺2")


def test_an_own_line_is_kept_with_the_reason(ask, two, drafts, qtbot):
    strip = ask("不采用", "1")
    strip.remark.setText("上月的事")
    strip.accept_button.click()
    qtbot.waitUntil(lambda: {one.remark for one in drafts(two)} == {"上月的事"})
    assert {one.reason for one in drafts(two)} == {"B01"}


def test_a_unit_is_owed_a_reason(ask, two, statuses):
    strip = ask("退稿", "\r")
    assert "原因" in strip.error.text()
    assert strip.isVisible()
    assert statuses(two) == [Status.NEW, Status.EDITING]


def test_filing_takes_no_reason(ask, two, statuses, qtbot):
    ask("存查", "\r")
    qtbot.waitUntil(lambda: statuses(two) == [Status.FILED] * 2)


def test_the_reason_used_last_is_chosen_again(ask, two, statuses, qtbot):
    ask("退稿", "4\r")
    qtbot.waitUntil(lambda: statuses(two) == [Status.RETURNED] * 2)
    assert ask("退稿").code == "T04"


def test_a_reason_out_of_use_is_not_offered(ask, store):
    with store.begin() as work:
        first = work.lists.reasons()[0]
        work.lists.save_reason(replace(first, active=False))
    strip = ask(str(first.decision))
    offered = [chip.text().partition("　")[2] for chip in strip.findChildren(QToolButton)]
    assert offered
    assert first.text not in offered


def test_a_click_chooses_and_a_second_one_leaves_it(ask, qtbot):
    strip = ask("退稿")
    chip = next(one for one in strip.findChildren(QToolButton) if "题文不符" in one.text())
    chip.click()
    assert strip.code == "T02"
    chip.click()
    assert strip.code == ""


def test_undo_gives_each_draft_its_own_status_back(ask, two, drafts, qtbot, session):
    before = drafts(two)
    ask("退稿", "1\r")
    qtbot.waitUntil(lambda: "退稿" in session.messages.toast.text)
    session.messages.toast._undo.click()
    qtbot.waitUntil(lambda: drafts(two) == before)


def test_the_feedback_for_the_unit_is_copied_from_the_note(ask, two, qtbot, session):
    ask("退稿", "1\r")
    qtbot.waitUntil(lambda: "退稿" in session.messages.toast.text)
    session.messages.toast.offer_button.click()
    qtbot.waitUntil(lambda: "已复制" in session.messages.toast.text)
    text = QApplication.clipboard().text()
    assert "云岭县教育局：" in text
    assert "理由：要素不全。" in text


def test_drafts_without_a_unit_have_no_feedback(office, session, qtbot):
    copy_feedback(session, [office.draft(unit_ids=()).id])
    qtbot.waitUntil(lambda: "还没有单位" in session.messages.banner.text)


def test_those_that_were_asked_for_are_decided_on(ask, page, two, statuses, qtbot):
    strip = ask("存查")
    page.list.choose_ids(two[:1])
    strip.accept_button.click()
    qtbot.waitUntil(lambda: statuses(two) == [Status.FILED] * 2)


def test_escape_from_the_reasons_decides_nothing(ask, two, statuses, qtbot):
    strip = ask("不采用")
    qtbot.keyClick(strip, Qt.Key.Key_Escape)
    assert strip.isHidden()
    assert statuses(two) == [Status.NEW, Status.EDITING]


def test_a_decision_that_is_not_allowed_moves_none(page, two, office, statuses, qtbot, session):
    printed = office.draft("已印", status=Status.RELEASED).id
    page.refresh()
    page.list.choose_ids([*two, printed])
    page.bar.buttons["存查"].click()
    page.reasons.accept_button.click()
    qtbot.waitUntil(lambda: "已印" in session.messages.banner.text)
    assert statuses(two) == [Status.NEW, Status.EDITING]


def test_without_a_selection_nothing_can_be_decided(page):
    assert not any(button.isEnabled() for button in page.bar.buttons.values())
