"""A telephone call is written down with the keyboard alone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.drafts import Channel, DraftQuery
from ui.inbox.quick_form import QuickForm

# The offscreen plugin says so of every popup; a real screen has none of it.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
ENTER, CONTROL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def form(window, session, office):
    made = QuickForm(session)
    made.setParent(window)
    made.resize(420, 700)
    made.begin()
    return made


def write(widget, text):
    widget.insert(text)  # QTest types Latin letters only
    QTest.keyClick(widget, ENTER)


def drafts(office):
    with office.store.read() as work:
        return work.drafts.several(work.drafts.ids(DraftQuery()))


def test_initials_and_words_are_enough(form, office, qtbot):
    QTest.keyClicks(form.units, "xslj")
    QTest.keyClick(form.units, ENTER)
    assert form.units.text() == "县水利局"
    assert form.heading.hasFocus()
    write(form.heading, "云水河水位超警")
    form.text.setPlainText("14日8时超警0.3米。")
    QTest.keyClicks(form.day, "zt")
    assert form.meant.text() == "2026-07-14 周二"
    with qtbot.waitSignal(form.recorded):
        QTest.keyClick(form.day, ENTER, CONTROL)
    [draft] = drafts(office)
    assert (draft.title, draft.unit_ids) == ("云水河水位超警", (office.units[1].id,))
    assert (draft.event_date, draft.channel) == (date(2026, 7, 14), Channel.PAPER)


def test_the_next_slip_begins_empty_with_the_same_channel(form, office, qtbot):
    form.channel.setCurrentText("电话")
    form.heading.setText("甲")
    with qtbot.waitSignal(form.recorded):
        form.save()
    assert (form.heading.text(), form.channel.currentText()) == ("", "电话")
    again = QuickForm(form._session)
    again.setParent(form.parentWidget())
    again.begin()
    assert again.channel.currentText() == "电话"


def test_tab_takes_the_offered_unit_and_goes_on(form, qtbot):
    QTest.keyClicks(form.units, "jyj")
    QTest.keyClick(form.units, Qt.Key.Key_Tab)
    assert form.units.text() == "县教育局"


def test_several_units_are_joined(form, office, qtbot):
    QTest.keyClicks(form.units, "jyj,slj")
    assert form.units.text() == "县教育局、slj"
    QTest.keyClick(form.units, ENTER)
    assert form.units.unit_ids() == tuple(unit.id for unit in office.units)


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("unit_ids", "没有的局", "没有叫“没有的局”的单位"),
        ("event_date", "某天", "看不出是哪一天"),
        ("title", "", "标题不能为空"),
    ],
)
def test_what_is_wrong_stands_at_its_field(form, office, qtbot, name, typed, said):
    inputs = {"unit_ids": form.units, "event_date": form.day, "title": form.heading}
    form.heading.setText("题")
    inputs[name].setText(typed)
    form.save()
    qtbot.waitUntil(lambda: said in form.fields[name].error)
    assert drafts(office) == []


def test_a_file_that_is_no_picture_is_left_out_and_said(form, tmp_path):
    (tmp_path / "a.png").write_bytes(b"text")
    form.add_scans([tmp_path / "a.png"])
    assert "不是能用的图片" in form.fields["scans"].error
    assert form.scans == []


def test_esc_keeps_what_was_typed(form, qtbot):
    form.heading.setText("写了一半")
    with qtbot.waitSignal(form.closed):
        QTest.keyClick(form, Qt.Key.Key_Escape)
    form.hide()
    form.begin()
    assert form.heading.text() == "写了一半"
