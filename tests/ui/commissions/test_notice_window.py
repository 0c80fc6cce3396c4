"""A notice is written and sent by keyboard; what is wrong shows at its field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.commissions.commission import Means
from ui.commissions.wish import NoticeWish

# windows of their own are raised, which the offscreen screen can't do
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")


@pytest.fixture
def notice(tab, idle):
    tab.begin()
    idle()
    made = tab.notice_window
    made.form.title.setText("今冬明春农田水利建设")
    made.form.contact.setText("周文清 0875-5122119")
    return made


def press(window, keys, modifier=Qt.KeyboardModifier.ControlModifier):
    QTest.keyClick(window, keys, modifier)


def test_a_notice_goes_to_all_units_under_the_first_number(notice, tab, kept, idle):
    notice.form.points.setPlainText("完成投资\n\n存在的困难")
    notice.form.due.entry.setText("周五17时")
    press(notice, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    assert notice.units.count.text() == "共 2 家"
    press(notice, Qt.Key.Key_Return)
    idle()
    (sent,) = kept()
    assert (sent.number, sent.points) == ("约稿〔2026〕1号", ("完成投资", "存在的困难"))
    assert len(sent.tasks) == 2
    assert tab.commission == sent
    assert "已发出约稿〔2026〕1号" in tab.session.messages.toast.text


def test_sending_is_undone_from_the_note(notice, tab, kept, idle):
    notice.units.tick_all(on=True)
    notice.send()
    idle()
    tab.session.messages.toast._undo.click()
    idle()
    assert kept() == []


def test_a_unit_is_left_out_or_added_by_its_initials(notice, office):
    notice.units.tick_all(on=True)
    notice.units.but.setText("slj")
    assert [one.short for one in notice.units.chosen()] == ["县教育局"]
    notice.units.tick_all(on=False)
    notice.units.but.clear()
    notice.units.singles.setText("slj")
    assert [one.short for one in notice.units.chosen()] == ["县水利局"]


def test_the_units_of_the_last_notice_are_taken_again(send, office, notice, tab, idle):
    send()
    notice.close()
    tab.begin()
    idle()
    notice.units.choose_former()
    assert notice.notice().unit_ids == tuple(one.id for one in office.units)
    assert notice.form.contact.text() == "周文清 0875-5122119"


@pytest.mark.parametrize(
    ("field", "text"), [("title", ""), ("contact", ""), ("due", "不知道"), ("due", "今天9时")]
)
def test_what_is_wrong_shows_at_its_field(notice, kept, idle, field, text):
    notice.units.tick_all(on=True)
    entry = notice.form.fields[field].entry
    getattr(entry, "entry", entry).setText(text)
    notice.send()
    idle()
    assert notice.form.fields[field].error
    assert kept() == []


def test_a_notice_without_units_is_not_sent(notice, idle):
    notice.send()
    idle()
    assert "还没有选单位" in notice.error.text()


def test_a_notice_is_kept_gone_on_with_and_sent(notice, tab, kept, idle):
    notice.keep()
    idle()
    (draft,) = kept()
    assert draft.number == ""
    tab.open_row(0)
    idle()
    notice.units.tick_all(on=True)
    notice.send()
    idle()
    assert [one.id for one in kept()] == [draft.id]
    assert kept()[0].issued


def test_a_notice_that_is_out_is_corrected(send, notice, tab, kept, idle):
    sent = send()
    tab.refresh()
    idle()
    tab.correct()
    idle()
    assert notice.send_button.text() == "更正"
    notice.form.title.setText("冬修水利")
    notice.send()
    idle()
    assert (kept()[0].title, kept()[0].number) == ("冬修水利", sent.number)


def test_topics_are_offered_by_their_initials(send, notice, tab, idle):
    send("春节前返乡务工人员情况")
    notice.close()
    tab.begin()
    idle()
    assert notice.form.title.offered("cjqfx") == ["春节前返乡务工人员情况"]
    assert notice.form.title.offered("务工") == ["春节前返乡务工人员情况"]


def test_what_another_page_wishes_stands_in_the_notice(tab, office, idle):
    wish = NoticeWish("校园安全", (office.units[1].id,), ("存在的隐患",))
    tab.page.show_target(wish)
    idle()
    wanted = tab.notice_window.notice()
    assert (wanted.title, wanted.points) == ("校园安全", ("存在的隐患",))
    assert wanted.unit_ids == (office.units[1].id,)


def test_the_same_is_asked_again(send, tab, kept, idle):
    send(points=("完成投资",), means=Means.CHAT)
    tab.refresh()
    idle()
    tab.send_again()
    idle()
    tab.notice_window.send()
    idle()
    first, second = kept()
    assert (second.title, second.points, second.means) == (first.title, first.points, first.means)
    assert second.number == "约稿〔2026〕2号"


def test_the_text_for_the_work_group_is_on_the_clipboard_after_sending(notice, tab, idle):
    notice.units.tick_all(on=True)
    notice.send()
    idle()
    tab.session.messages.toast.offer_button.click()
    assert QApplication.clipboard().text().startswith("【信息约稿】约稿〔2026〕1号")
