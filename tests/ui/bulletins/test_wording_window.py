"""The office's own wording: names put in, faults told with their line, saved, reset."""

import pytest

from desk.bulletins.options import BulletinOptions
from desk.bulletins.rewording import wording
from desk.bulletins.wording import shipped
from ui.bulletins.wording_window import WordingWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen
KEY = "bulletin-quarter"


@pytest.fixture
def window_(window, session):
    made = WordingWindow(session, window)
    made.passed_on = []
    made.open_for(KEY, None, BulletinOptions(), lambda: made.passed_on.append(True))
    yield made
    made.close()


def write(window_, text, qtbot):
    window_.edit.setPlainText(text)
    qtbot.waitUntil(lambda: not window_._timer.isActive())


def test_the_result_is_written_while_the_wording_is_typed(window_, qtbot):
    write(window_, "本季度采用{采用条次}条。〔没有{挂零名单}：无挂零单位。〕", qtbot)
    assert window_.result.toPlainText().startswith("本季度采用")
    assert window_.error.isHidden()


def test_an_unknown_name_is_told_with_its_line_and_not_saved(window_, store, session, qtbot):
    write(window_, "标题\n采用{采用条术}条", qtbot)
    assert "第 2 行的“{采用条术}”不是能用的名称" in window_.error.text()
    window_.save()
    qtbot.waitUntil(lambda: not session.worker.busy)
    assert not wording(store, KEY).is_own
    assert window_.edit.textCursor().blockNumber() == 1


def test_a_name_is_put_in_where_the_cursor_stands(window_, qtbot):
    write(window_, "", qtbot)
    window_.search.setText("采用条次")
    window_.names.choose(0)
    window_.insert()
    assert "采用条次" in window_.edit.toPlainText()
    assert window_.edit.toPlainText()[0] + window_.edit.toPlainText()[-1] == "{}"


def test_a_saved_wording_is_the_offices_own_until_that_is_taken_back(
    window_, store, session, qtbot
):
    write(window_, "只有一句。", qtbot)
    window_.save()
    qtbot.waitUntil(lambda: bool(window_.passed_on))
    assert wording(store, KEY).text == "只有一句。"
    session.messages.toast._undo.click()
    qtbot.waitUntil(lambda: not wording(store, KEY).is_own)


def test_the_shipped_wording_comes_back(window_, store, qtbot):
    write(window_, "只有一句。", qtbot)
    window_.save()
    qtbot.waitUntil(lambda: bool(window_.passed_on))
    window_.open_for(KEY, None, BulletinOptions())
    window_.reset()
    qtbot.waitUntil(lambda: window_.edit.toPlainText() == shipped(KEY).text)
    assert not window_.reset_button.isEnabled()
