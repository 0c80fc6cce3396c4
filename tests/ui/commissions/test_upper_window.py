"""上级约稿 in the window: entered, split, answered, merged into one reply, told as sent."""

import pytest

from desk.commissions import linking
from desk.commissions.commission import Commission

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows of their own


@pytest.fixture
def upper(tab):
    """The window for what the upper level asks, opened by its key."""
    tab.more.ask_for_upper()
    yield tab.more.upper
    tab.more.close()


def fill(window, parts=""):
    window.asked_by.setText("市委办信息科")
    window.topic.setText("惠企政策落实中企业反映的问题")
    window.due.entry.setText("7月24日17时")
    window.due.entry.editingFinished.emit()
    window.parts.setPlainText(parts)


def test_a_request_goes_to_units_with_their_parts_and_back(tab, upper, kept, idle):
    fill(upper, "县教育局：一、招生\n县水利局")
    assert upper.inner.entry.text() == "7月22日17时"
    upper.split()
    idle()
    (sent,) = kept()
    assert [one.part for one in sent.tasks] == ["一、招生", ""]
    assert sent.number == "约稿〔2026〕1号"
    tab.session.messages.toast._undo.click()
    idle()
    assert kept() == []


def test_what_is_wrong_is_said_and_the_window_stays(upper, kept):
    fill(upper, "县外事办")
    upper.split()
    assert "认不出" in upper.error.text()
    assert upper.isVisible()
    assert kept() == []


def test_what_was_only_entered_is_sent_on_later(tab, upper, kept, idle):
    fill(upper)
    upper.enter()
    idle()
    tab.refresh()
    idle()
    tab.open_row(0)
    assert tab.more.upper.topic.text() == "惠企政策落实中企业反映的问题"
    tab.more.upper.parts.setPlainText("县教育局")
    tab.more.upper.split()
    idle()
    assert len(kept()[0].tasks) == 1


def test_answers_become_one_reply_that_is_told_as_sent(tab, upper, office, kept, idle, now):
    fill(upper, "县教育局\n县水利局")
    upper.split()
    idle()
    sent = kept()[0]
    for unit in office.units:
        draft = office.draft(f"{unit.short}惠企政策情况", unit_ids=(unit.id,))
        linking.link(office.store, draft.id, [sent.id], by=office.by)
    tab.refresh()
    idle()
    tab.view.choose(0)
    tab.go_on()
    idle()
    window = tab.more.reply
    assert "2/2 家已报" in window.about.text()
    window.merge()
    idle()
    assert "答复：" in window.about.text()
    window.ask_reply()
    window.strip.reason.setCurrentText("内网系统")
    window.strip.buttons[0].click()
    idle()
    with office.store.read() as work:
        held = work.matters.get(Commission, sent.id)
    assert held.upper.replied
    assert "已报上级：内网系统" in window.about.text()
    assert held.upper.replied == now
