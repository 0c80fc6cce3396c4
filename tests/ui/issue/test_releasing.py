"""Releasing, correcting and withdrawing on the page: asked, done, and told afterwards."""

import pytest
from PySide6.QtWidgets import QApplication

from desk.drafts import Status
from desk.issues import IssueStatus
from desk.release_plan import plan
from ui.issue.correcting import Correcting
from ui.issue.recording import Recording
from ui.issue.release_window import ReleaseWindow
from ui.issue.releasing import Releasing

# The offscreen screen has no window manager to place a window of its own.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def statuses(store):
    """All issues' statuses by id, as the store has them."""

    def read():
        with store.read() as work:
            return {one.id: one.status for one in work.issues.all()}

    return read


@pytest.fixture
def released(page, compiled, at_rest, answer, qtbot):
    """An issue of two drafts, released by its button."""

    def make(*titles, **fields):
        drafts = compiled(*titles, **fields)
        answer("印发")
        page.feature(Releasing).button.click()
        qtbot.waitUntil(lambda: page.issue is not None and page.issue.is_frozen)
        at_rest()
        return drafts

    return make


@pytest.fixture
def withdrawn(page, at_rest, answer, qtbot):
    """Withdraw the issue on show for a reason."""

    def run(reason):
        correcting = page.feature(Correcting)
        correcting.ask_why()
        correcting.strip.reason.setCurrentText(reason)
        said = answer("撤销本期")
        correcting.strip.buttons[0].click()
        qtbot.waitUntil(lambda: page.issue.status is IssueStatus.WITHDRAWN)
        at_rest()
        return said

    return run


def test_one_look_tells_the_issue_what_is_open_and_who_gets_what(page, compiled, office, session):
    compiled("第一条", "第二条")
    made = plan(session.store, page.issue.id, session.settings, page.issue.day)
    window = ReleaseWindow(session, made, page)
    texts = [label.text() for label in window.findChildren(type(page.bar.state))]
    assert "印发《政务信息》2026年第1期" in texts
    assert "第1期（总第1期）　2026年7月15日　2 条　印 30 份" in texts
    assert [column.text(made.gains[0]) for column in window.model.columns[:3]] == [
        *("县教育局", "2", "10"),
    ]
    assert window.release_button.isEnabled()


def test_what_blocks_can_be_gone_to_but_not_released(page, compiled, session):
    compiled("有手机号", text="县教育局检查学校86所，家长可拨打13888012345。")
    made = plan(session.store, page.issue.id, session.settings, page.issue.day)
    window = ReleaseWindow(session, made, page)
    assert not window.release_button.isEnabled()
    assert "个人电话" in window.remarks.item(0).text()
    window.remarks.itemActivated.emit(window.remarks.item(0))
    assert window.chosen == made.blocks[0]


def test_after_the_release_the_feedback_to_the_units_is_at_hand(page, released, office, qtbot):
    both = tuple(unit.id for unit in office.units)
    released("联合信息", unit_ids=both)
    toast = page.session.messages.toast
    assert toast.text == "第1期已印发；2 家单位的采用反馈可以打印"
    toast.offer_button.click()
    letters = page.feature(Releasing)._letters
    qtbot.waitUntil(lambda: len(letters.letters) == len(both))
    assert "刊于《政务信息》2026年第1期。" in letters.letters[0].text
    letters.close()


def test_the_record_of_a_released_issue_shows_its_seal_and_points(page, released, stored):
    released("第一条")
    record = page.feature(Recording).text
    text = record.toPlainText()
    assert page.foot.currentWidget() is record
    seal = stored().pdf[:4].upper()
    assert f"定版号：{seal} " in text
    assert "采用计分：1 家单位" in text
    assert "县教育局 5 分" in text
    assert f"（定版 {seal} " in page.shown.meter


def test_a_correction_opens_with_the_entries_and_says_how_to_go_on(
    page, released, answer, at_rest, qtbot, titles
):
    released("第一条", "第二条")
    said = answer("更正本期")
    page.feature(Correcting).begin()
    qtbot.waitUntil(lambda: page.issue.revision == 1)
    at_rest()
    assert "原来那一期照旧有效" in "".join(said)
    assert titles() == ["第一条", "第二条"]
    assert page.name == "《政务信息》2026年第1期（更正）"
    assert page.bar.state.text() == "● 更正在编"


def test_a_correction_that_is_begun_is_shown_instead_of_a_second(
    page, released, answer, at_rest, qtbot
):
    released("第一条")
    first = page.issue.id
    answer("更正本期")
    page.feature(Correcting).begin()
    qtbot.waitUntil(lambda: page.issue.revision == 1)
    at_rest()
    begun = page.issue.id
    page.show_target(first)
    page.feature(Correcting).begin()
    assert page.issue.id == begun


def test_a_correction_that_was_not_meant_is_taken_back_from_its_toast(
    page, released, answer, at_rest, qtbot, statuses
):
    released("第一条")
    answer("更正本期")
    page.feature(Correcting).begin()
    qtbot.waitUntil(lambda: page.issue.revision == 1)
    at_rest()
    page.session.messages.toast._undo.click()
    qtbot.waitUntil(lambda: len(statuses()) == 1)
    at_rest()
    assert page.issue.is_frozen


def test_both_issues_point_to_each_other_once_the_correction_is_out(
    page, released, answer, at_rest, qtbot
):
    released("第一条")
    first = page.issue.id
    answer("更正本期")
    page.feature(Correcting).begin()
    qtbot.waitUntil(lambda: page.issue.revision == 1)
    at_rest()
    answer("印发")
    page.feature(Releasing).button.click()
    qtbot.waitUntil(lambda: page.issue.is_frozen)
    at_rest()
    record = page.feature(Recording).text
    qtbot.waitUntil(lambda: "本期更正《政务信息》2026年第1期" in record.toPlainText())
    page.show_target(first)
    at_rest()
    assert "现以《政务信息》2026年第1期（更正）为准" in record.toPlainText()
    assert "已全部冲销" in record.toPlainText()
    assert "▲ 已更正" in page.bar.state.text()


def test_withdrawing_asks_why_and_whether_it_is_meant(page, released, withdrawn, store, statuses):
    (draft,) = released("第一条")
    said = "".join(withdrawn("内容失实"))
    assert "1 家单位的 1 条采用今天冲销" in said
    assert "做了就不能收回" in said
    assert statuses() == {page.issue.id: IssueStatus.WITHDRAWN}
    assert "✕ 已撤销" in page.bar.state.text()
    assert "理由：内容失实" in page.feature(Recording).text.toPlainText()
    with store.read() as work:
        assert work.drafts.get(draft.id).status is Status.READY
    toast = page.session.messages.toast
    assert toast.text == "第1期已撤销，冲销采用 1 条，1 篇稿件退回可用"


def test_without_a_reason_nothing_is_withdrawn(page, released, statuses):
    released("第一条")
    correcting = page.feature(Correcting)
    correcting.ask_why()
    correcting.strip.buttons[0].click()
    assert correcting.strip.text
    assert QApplication.activeModalWidget() is None
    assert set(statuses().values()) == {IssueStatus.RELEASED}


def test_a_withdrawn_issue_can_still_be_looked_at_and_printed(page, released, withdrawn, at_rest):
    released("第一条")
    before = page.shown.pdf
    withdrawn("重复印发")
    page.refresh()
    at_rest()
    assert page.shown.pdf == before
    assert page.shown.meter.startswith("已撤销，共 1 页（定版 ")


def test_what_would_be_refused_is_told_at_once_and_not_asked_about(page, released, withdrawn):
    released("第一条")
    withdrawn("误发")
    correcting = page.feature(Correcting)
    correcting.begin()
    assert "已经撤销，不能更正" in page.session.messages.banner.text
    correcting.ask_why()
    assert "不能撤销" in page.session.messages.banner.text
    assert correcting.strip.isHidden()
