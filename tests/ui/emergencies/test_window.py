"""An emergency is written down, stamped, approved and sent without leaving the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.emergencies.emergency import Emergency, Grade, ReportKind
from desk.emergencies.rules import EmergencyRules
from desk.emergencies.sketch import sketch_of
from ui.emergencies.emergency_window import EmergencyWindow, emergency_window
from ui.emergencies.texts import Sheet

# the offscreen platform has no window manager to raise windows
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")


@pytest.fixture
def held(store):
    def read():
        with store.read() as work:
            return work.matters.all(Emergency)

    return read


@pytest.fixture
def landslide(typed):
    typed(place="青石镇大湾村", event="山体滑坡", happened="9:00", reporter="县水利局", injured="2")


def test_title_and_text_follow_what_is_typed(alarm, landslide):
    assert alarm.texts.wording.title == "青石镇大湾村发生山体滑坡，受伤2人（首报）"
    assert alarm.texts.wording.text.startswith("7月15日9时许，青石镇大湾村发生山体滑坡。")
    assert "还不清楚：死亡、已采取措施" in alarm.texts.warning.text()


def test_what_was_changed_by_hand_stays_until_it_is_composed_anew(alarm, typed, landslide):
    QTest.keyClicks(alarm.texts.title, "X")
    typed(injured="3")
    assert alarm.texts.wording.title.startswith("X")
    alarm.texts.again.click()
    assert "受伤3人" in alarm.texts.wording.title


def test_a_first_report_goes_up_with_nothing_but_a_place(alarm, typed, held, at_rest):
    typed(place="龙潭街道")
    QTest.keyClick(alarm, Qt.Key.Key_F3)
    at_rest()
    (one,) = held()
    assert one.last.sent[0].to == "市政府总值班室"
    assert one.written


def test_the_drill_from_the_call_to_the_paper_is_few_keys(
    alarm, landslide, held, at_rest, monkeypatch
):
    printed = []
    monkeypatch.setattr(EmergencyWindow, "_print", lambda _self, pdf: printed.append(pdf[:4]))
    keys = [
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier),
    ]
    for key, modifier in keys:
        QTest.keyClick(alarm, key, modifier)
        at_rest()
    alarm.strip.entries["who"].setText("李国华")
    QTest.keyClick(alarm.strip.entries["who"], Qt.Key.Key_Return)
    at_rest()
    (one,) = held()
    assert printed == [b"%PDF"]
    assert one.phoned
    assert one.written
    assert one.last.consent.who == "李国华"
    assert alarm.chain.text() == "首报 ✓批 ✓报"


def test_every_step_can_be_taken_back(alarm, landslide, held, at_rest, take_back):
    alarm.telephoned()
    at_rest()
    take_back()
    assert held()[0].phoned is None


def test_undoing_the_first_step_leaves_what_was_typed(alarm, landslide, held, at_rest, take_back):
    alarm.keep()
    at_rest()
    take_back()
    assert held() == []
    assert alarm.form.text("place") == "青石镇大湾村"
    assert alarm.heading.text().startswith("新的紧急信息")


def test_the_clocks_stand_above_and_a_time_missed_says_so(alarm, typed, landslide):
    typed(known="9:05")
    assert [one.split("：")[0].split("　")[0] for one in alarm.watch.words] == [
        "事发至今", "接报至今", "电话上报", "书面上报", "终报",
    ]  # fmt: skip
    assert any("▲ 超 5 分钟" in one for one in alarm.watch.words)


def test_a_time_that_is_none_is_said_at_its_field(alarm, typed, landslide):
    typed(known="九点")
    alarm.keep()
    assert "看不出是几点" in alarm.form.fields["known"].error


def test_a_follow_up_asks_only_for_news(alarm, typed, landslide, held, at_rest):
    alarm.send_now()
    at_rest()
    alarm.begin_report(ReportKind.FOLLOWUP)
    typed(injured="5")
    assert alarm.texts.wording.title.endswith("受伤5人（续报一）")
    assert alarm.form.slots["injured"].note == "上次：2"
    alarm.keep()
    at_rest()
    assert [one.name for one in held()[0].reports] == ["首报", "续报一"]


def test_the_text_of_what_went_up_is_not_changed(alarm, landslide, at_rest):
    alarm.send_now()
    at_rest()
    assert alarm.texts.text.isReadOnly()
    assert "已经报出" in alarm.texts.note.text()


def test_the_grade_follows_from_the_numbers_until_somebody_chooses_it(alarm, typed):
    alarm.form.choose_category(1)
    typed(dead="3")
    assert alarm.form.text("grade") == Grade.LARGER
    typed(dead="1")
    assert alarm.form.text("grade") == Grade.COMMON


def test_what_is_half_typed_is_there_again_after_the_power_went(
    alarm, landslide, session, window, qtbot, at_rest
):
    alarm.close()
    at_rest()
    assert sketch_of(session.store).one.place == "青石镇大湾村"
    again = EmergencyWindow(session, window)
    qtbot.addWidget(again)
    again.begin()
    assert again.form.text("event") == "山体滑坡"
    again.discard()
    assert again.form.text("event") == ""
    assert sketch_of(session.store).one is None


def test_what_to_say_and_the_standing_list_are_a_key_away(alarm, landslide):
    QTest.keyClick(alarm, Qt.Key.Key_F4)
    assert "市政府总值班室吗？" in alarm.texts.script.toPlainText()
    QTest.keyClick(alarm, Qt.Key.Key_F5)
    alarm.texts.words.setText("堵门")
    assert "堵门" in alarm.texts.list.toPlainText()
    assert alarm.texts.stack.currentIndex() == Sheet.STANDARDS


def test_large_letters_are_remembered(alarm, session, window, qtbot):
    QTest.keyClick(alarm, Qt.Key.Key_F11)
    again = EmergencyWindow(session, window)
    qtbot.addWidget(again)
    assert again.large.is_on
    again.large.toggle()
    assert not again.large.is_on


def test_the_next_follow_up_is_set_in_one_line(alarm, landslide, held, at_rest):
    alarm.keep()
    at_rest()
    alarm.ask_next()
    alarm.strip.entries["due"].setText("14:00")
    alarm.strip.take()
    at_rest()
    assert held()[0].last.next_due.hour == 14


def test_there_is_one_window_for_the_whole_program(window, session, office):
    assert emergency_window(session, window) is emergency_window(session, window)


def test_other_rules_hold_the_next_time_the_window_comes_up(window, session, office, store):
    first = emergency_window(session, window)
    with store.begin() as work:
        work.matters.keep_policy(EmergencyRules(to="省政府总值班室"), session.by())
    again = emergency_window(session, window)
    assert again is not first
    assert again.rules.to == "省政府总值班室"
    assert emergency_window(session, window) is again
