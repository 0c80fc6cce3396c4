"""A unit rings up: a few letters, Enter, and its figures are there to be read out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.units import Unit
from ui.scores.call_window import CallWindow, meant

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # it is raised

UNITS = (
    Unit("云岭县水利局", "县水利局", 1, code="12", id=1),
    Unit("云岭县税务局", "县税务局", 1, ("税务",), code="120", id=2),
    Unit("云岭县财政局", "县财政局", 1, id=3),
    Unit("青石镇人民政府", "青石镇", 2, id=4),
    Unit("云岭县第3经济和信息化局", "县3经信局", 2, id=5),
)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("slj", "县水利局"),
        ("xslj", "县水利局"),
        ("12", "县水利局"),
        ("120", "县税务局"),
        ("税务", "县税务局"),
        ("qsz", "青石镇"),
        ("3jxj", "县3经信局"),
        ("财", "县财政局"),
        ("云岭县财政局", "县财政局"),
    ],
)
def test_a_unit_is_meant_by_initials_name_or_code(typed, first):
    assert meant(typed, UNITS)[0].short == first


def test_nothing_is_meant_by_nothing_or_by_letters_no_unit_has():
    assert meant(" ", UNITS) == meant("zzz", UNITS) == []


@pytest.fixture
def call(window, session, office, booked, qtbot):
    made = CallWindow(session, window)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def rested(session, qtbot):
    return lambda: qtbot.waitUntil(lambda: not session.worker.busy)


def test_letters_and_enter_are_answered_with_the_words_of_the_year(call, rested):
    call.answer()
    rested()
    QTest.keyClicks(call.field, "jyj")
    QTest.keyClick(call.field, Qt.Key.Key_Return)
    assert call.card.text.toPlainText().startswith(
        "云岭县教育局，2026年1月1日至7月15日在县政府工作部门 2 个单位里排第 1 名。得 6.5 分"
    )
    assert call.field.text() == ""
    rested()
    assert "走势" in call.card.text.toPlainText()


def test_while_the_figures_are_read_it_says_so(call, rested):
    call.answer()
    QTest.keyClicks(call.field, "slj")
    QTest.keyClick(call.field, Qt.Key.Key_Return)
    assert call.card.text.toPlainText() == "正在读县水利局的数……"
    rested()
    assert call.card.text.toPlainText().startswith("云岭县水利局，")


def test_the_next_call_is_not_answered_with_the_last_ones_figures(call, office, rested):
    call.answer(office.units[0].id)
    call.answer(office.units[1].id)
    rested()
    assert call.card.card.unit == office.units[1]


def test_arrows_choose_among_the_units_meant(call, rested):
    call.answer()
    call.field.setText("县")
    QTest.keyClick(call.field, Qt.Key.Key_Down)
    QTest.keyClick(call.field, Qt.Key.Key_Return)
    rested()
    assert call.card.card.unit.short == "县水利局"


def test_ctrl_enter_goes_to_the_unit_on_the_board(call, office, rested, session, qtbot):
    call.answer(office.units[1].id)
    rested()
    with qtbot.waitSignal(session.requested) as went:
        call._open_page()
    assert went.args == ["scores", office.units[1].id]
