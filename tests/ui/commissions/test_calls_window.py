"""The call list is worked through by keyboard: an answer, Enter, the next unit."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from desk.commissions import calling
from desk.commissions.calling import Said
from ui.commissions.calls_window import CallsWindow
from ui.commissions.fulfilment_window import FulfilmentWindow

# Windows that come up by themselves, which the offscreen platform warns of.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def calls(session, window, send, idle, now, monkeypatch):
    """The list three days after a notice to both units."""
    sent = send()
    monkeypatch.setattr(session, "clock", lambda: now + timedelta(days=3))
    made = CallsWindow(session, window)
    made.open()
    idle()
    yield made, sent
    made.close()


def test_an_answer_and_enter_write_a_call_down_and_go_on(calls, kept, qtbot, idle):
    made, _sent = calls
    first = made.row.unit.id
    qtbot.keyClick(made, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(made.said, Qt.Key.Key_Return)
    idle()
    (call,) = kept()[0].task_of(first).calls
    assert call.said == "正在办"
    assert made.row.unit.id != first
    assert made.said.text() == ""


def test_who_answered_stands_there_the_next_time(calls, office, now, idle):
    made, sent = calls
    unit = made.row.unit
    said = Said(unit.id, (sent.id,), "陈立新", "5122119", "正在办")
    calling.log_call(office.store, said, by=office.by)
    made.refresh()
    idle()
    made.view.choose(next(at for at, one in enumerate(made.model.rows) if one.unit == unit))
    assert (made.spoke_to.text(), made.phone.text()) == ("陈立新", "5122119")


def test_a_day_that_is_none_is_told_and_nothing_is_lost(calls, kept, idle):
    made, _sent = calls
    made.said.setText("正在核数")
    made.promised.setText("过几天")
    made.log()
    idle()
    assert "看不出" in made.error.text()
    assert made.said.text() == "正在核数"
    assert not any(one.calls for one in kept()[0].tasks)


def test_nothing_to_ring_about_says_so(session, window, idle, store):
    made = CallsWindow(session, window)
    made.open()
    idle()
    assert made.row is None
    made.log()
    assert made.error.text()
    made.close()


def test_the_list_is_shown_as_it_is_printed(calls, idle):
    made, _sent = calls
    made.print_out()
    idle()
    assert made.paper.pdf.startswith(b"%PDF")
    made.paper.close()


def test_the_fulfilment_table_is_read_by_unit_and_by_commission(session, window, send, idle):
    send()
    made = FulfilmentWindow(session, window)
    made.period.show_days(session.today().replace(day=1), session.today() + timedelta(days=9))
    made.open()
    idle()
    assert [one[1] for one in made.model.texts] == ["云岭县教育局", "云岭县水利局", "合计"]
    made.rows.setCurrentIndex(1)
    made.rows.activated.emit(1)
    assert "今冬明春农田水利建设" in made.model.texts[0][1]
    made.close()
