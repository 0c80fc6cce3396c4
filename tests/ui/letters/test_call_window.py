"""约稿通知单: one page a unit, and what is missing is asked for in its place."""

import pytest
from pypdfium2 import PdfDocument

from ui.letters.call_window import CallWindow

# windows of their own are raised, which the offscreen screen can't do
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def call(window, session):
    made = CallWindow(session, window)
    made.open_for(["云岭县教育局", "云岭县水利局"])
    yield made
    made.paper.close()
    made.close()


def fill(call):
    call.topic.setText("今冬明春农田水利建设")
    call.until.setText("7月25日17时")
    call.contact.setText("周文清，0875-5122119")
    call.points.setPlainText("完成投资\n\n存在的困难")


def test_each_unit_gets_a_page_with_what_it_is_asked(call):
    fill(call)
    call.show_pages()
    with PdfDocument(call.paper.pdf) as document:
        pages = ["".join(one.get_textpage().get_text_range().split()) for one in document]
    assert len(pages) == 2
    assert "云岭县水利局：" in pages[1]
    assert "1．完成投资" in pages[1]
    assert "2．存在的困难" in pages[1]
    assert "请于7月25日17时前报送" in pages[1]


def test_a_notice_without_a_time_limit_is_not_shown(call):
    fill(call)
    call.until.clear()
    call.show_pages()
    assert "时限" in call.error.text()
    assert call.paper.isHidden()


def test_what_was_sent_is_in_the_trail(call, store, session, qtbot):
    fill(call)
    call.show_pages()
    call.paper.sent.emit()
    qtbot.waitUntil(lambda: not session.worker.busy)
    with store.read() as work:
        (record,) = work.audit.records("calls")
    assert "今冬明春农田水利建设，7月25日17时前：云岭县教育局、云岭县水利局" in record.detail
