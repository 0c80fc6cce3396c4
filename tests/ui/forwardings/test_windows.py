"""The windows of 上报: sending, the clean copy, an upper level's list, hit rates, rules, media."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desk.forwardings.forwarding import Forwarding, Result
from desk.forwardings.rules import ForwardingRules, Twice
from ui.forwardings.copy_window import CopyWindow
from ui.forwardings.copying import copy_text, open_sending

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows of their own


def every(store):
    with store.read() as work:
        return work.matters.all(Forwarding)


def test_an_item_is_sent_to_what_is_ticked_and_to_a_medium(window, session, carrier, item, qtbot):
    sending = open_sending(session, window, [item().id])
    sending.boxes[0][0].setChecked(True)
    sending.medium.setText("新华社网站")
    sending.send()
    qtbot.waitUntil(lambda: not sending.isVisible())
    assert {one.carrier for one in every(session.store)} == {"市政府要情快报", "新华社网站"}


def test_nothing_ticked_is_told_beside(window, session, carrier, item, qtbot):
    sending = open_sending(session, window, [item().id])
    sending.send()
    qtbot.waitUntil(lambda: "没有选报到哪里" in sending.error.text())


def test_sending_again_asks_first(window, session, sent, qtbot):
    one = sent()
    sending = open_sending(session, window, [one.draft_id])
    sending.boxes[0][0].setChecked(True)
    assert not sending.form.again.isHidden()
    sending.send()
    qtbot.waitUntil(lambda: "已经报过" in sending.error.text())
    sending.form.again.setChecked(True)
    sending.send()
    qtbot.waitUntil(lambda: len(every(session.store)) == 2)


def test_an_item_is_found_by_words_and_marked_to_go_up(window, session, carrier, item, qtbot):
    item()
    sending = open_sending(session, window, ())
    qtbot.waitUntil(lambda: sending.found.count() == 1)
    sending.found.itemActivated.emit(sending.found.item(0))
    sending.boxes[0][0].setChecked(True)
    sending.mark()
    qtbot.waitUntil(lambda: [one.state for one in every(session.store)] == ["待上报"])


def test_one_key_a_field_copies_it_and_goes_on(window, session, item, qtbot):
    copy_text(session, window, item().id)
    qtbot.waitUntil(lambda: window.findChild(CopyWindow) is not None)
    copying = window.findChild(CopyWindow)
    board = QGuiApplication.clipboard()
    qtbot.keyClick(copying, Qt.Key.Key_Return)
    assert board.text() == "县教育局开展校园安全检查"
    qtbot.keyClick(copying, Qt.Key.Key_Return)
    assert board.text().startswith("7月14日")
    assert copying.fields.currentRow() == 2


@pytest.fixture
def importing(tab, qtbot):
    """Match a pasted list in its window."""

    def read(text, lines):
        shown = tab().windows.importing()
        shown.open_now()
        shown.paste.setPlainText(text)
        shown.look_through()
        qtbot.waitUntil(lambda: len(shown.decisions) == lines)
        return shown

    return read


def test_a_list_is_looked_through_by_keyboard_and_entered(importing, sent, session, qtbot):
    for title in ("县教育局开展校园安全检查", "县水利局完成七座水库除险加固任务", "云岭县办好夜市"):
        sent(title)
    shown = importing(
        "县教育局开展校园安全检查\n县水利局完成七座水库除险加固\n云岭县办好早市", lines=3
    )
    assert [one.is_open for one in shown.decisions] == [False, True, True]
    qtbot.keyClick(shown.view, Qt.Key.Key_Return)
    qtbot.keyClick(shown.view, Qt.Key.Key_N)
    assert shown.told.text() == "试算：登记 2 条，不是我们的 1 条。"
    shown.enter()
    qtbot.waitUntil(lambda: not shown.isVisible())
    states = {one.title: one.result for one in every(session.store)}
    assert states["县水利局完成七座水库除险加固任务"] is Result.ADOPTED
    assert states["云岭县办好夜市"] is Result.PENDING


def test_what_nobody_looked_at_hinders_entering(importing, sent, qtbot):
    sent("县水利局完成七座水库除险加固任务")
    shown = importing("县水利局完成七座水库除险加固", lines=1)
    shown.enter()
    qtbot.waitUntil(lambda: "还有 1 条没有核对" in shown.error.text())


def test_hit_rates_lead_down_to_the_items(tab, sent, qtbot):
    sent()
    shown = tab(rows=1).windows.hits()
    shown.open_now()
    qtbot.waitUntil(lambda: shown.model.rowCount() == 1)
    assert shown.items.row(0).forwarding.title == "县教育局开展校园安全检查"
    assert shown.table().texts[-1][0] == "合计"


def test_rules_are_kept_and_undone(tab, carrier, session, qtbot):
    shown = tab().windows.rules()
    shown.open_now()
    shown.twice.setCurrentIndex(1)
    shown.keep()
    qtbot.waitUntil(lambda: not shown.isVisible())
    with session.store.read() as work:
        assert work.matters.policy(ForwardingRules()).twice is Twice.HIGHER


def test_a_medium_is_noted(tab, sent, session, qtbot):
    one = sent()
    shown = tab(rows=1).windows.media()
    shown.open_for(one)
    shown.medium.setText("新华社网站")
    shown.add()
    qtbot.waitUntil(lambda: shown.list.count() == 1)
    assert every(session.store)[0].media[0].level == "国家级"
