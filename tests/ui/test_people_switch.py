"""Who works now is chosen by a digit, and asked for a PIN where one is set."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desk.people import Person
from desk.pins import hashed
from desk.settings import load
from desk.staffing import clear_pin
from ui.people_switch import PeopleSwitch


@pytest.fixture
def put_down():
    return []


@pytest.fixture
def switch(window, session, store, put_down):
    with store.begin() as work:
        work.people.save(Person("王敏", "科员", position=0))
        work.people.save(Person("林志远", "科长", pin=hashed("2468", b"salt"), position=1))
        work.people.save(Person("老陈", is_active=False, position=2))
    made = PeopleSwitch(session, window, lambda: put_down.append(session.by().who))
    made.setParent(window)
    made.move(0, 700)
    made.show()
    return made


def test_a_digit_and_the_pin_change_who_works(switch, session, put_down, qtbot):
    switch.open()
    assert switch.list.names.count() == 2
    qtbot.keyClick(switch.list, Qt.Key.Key_2)
    qtbot.keyClicks(switch.list.pin, "2468")
    qtbot.keyClick(switch.list.pin, Qt.Key.Key_Return)
    assert session.by().who == "林志远"
    qtbot.waitUntil(lambda: not session.worker.busy)
    assert load(session.paths.settings).clerk == "林志远"
    with session.store.read() as work:
        (record,) = (one for one in work.audit.records() if one.action == "修改设置")
    assert (record.who, record.detail) == ("王敏", "现在操作的人：王敏 → 林志远")
    assert switch.text() == "林志远"
    assert put_down == ["王敏"]


def test_a_wrong_pin_changes_nothing_and_the_sixth_waits(switch, session, qtbot):
    switch.open()
    qtbot.keyClick(switch.list, Qt.Key.Key_2)
    for _ in range(5):
        qtbot.keyClicks(switch.list.pin, "0000")
        qtbot.keyClick(switch.list.pin, Qt.Key.Key_Return)
    assert "请过 31 秒再试" in switch.list.error.text()
    qtbot.keyClicks(switch.list.pin, "2468")
    qtbot.keyClick(switch.list.pin, Qt.Key.Key_Return)
    assert session.by().who == "王敏"


def test_escape_leaves_the_name(switch, session, qtbot):
    switch.open()
    qtbot.keyClick(switch.list, Qt.Key.Key_Escape)
    assert not switch.list.isVisible()
    assert session.by().who == "王敏"


def test_an_empty_list_says_where_names_are_entered(window, session):
    made = PeopleSwitch(session, window, lambda: None)
    made.setParent(window)
    made.open()
    assert "“资料”的“人员”" in made.list.hint.text()


def test_whose_pin_somebody_else_took_away_is_told(switch, session, store, qtbot):
    with store.read() as work:
        person = next(one for one in work.people.all() if one.pin)
    clear_pin(store, person.id, by=session.by())
    switch.open()
    qtbot.keyClick(switch.list, Qt.Key.Key_2)
    assert "“林志远”的口令已由王敏在" in session.messages.banner.text


def test_going_on_elsewhere_puts_the_names_away(switch, window, qtbot):
    window.activateWindow()
    field = QLineEdit(window)
    field.show()
    switch.open()
    field.setFocus()
    assert switch.list.isHidden()
