"""Settings are used at once and survive."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desk.drafts import Secrecy
from desk.people import Person
from desk.settings import load
from ui.session import Topic
from ui.settings.office_tab import OfficeTab
from ui.settings.page import SettingsPage


@pytest.fixture
def tab(opened, session, qtbot):
    return opened(SettingsPage).tab(OfficeTab)


def test_what_is_saved_is_used_and_survives(tab, session, paths, at_rest):
    tab.fields["office"].setText(" 云岭县人民政府办公室 ")
    tab.fields["signer"].setText("陈立")
    tab.ceiling.setCurrentIndex(tab.ceiling.findData(Secrecy.NONE))
    tab.page.begin_button.click()
    at_rest()
    kept = load(paths.settings)
    assert kept == session.settings
    assert (kept.office, kept.signer, kept.ceiling) == (
        "云岭县人民政府办公室",
        "陈立",
        Secrecy.NONE,
    )


def test_the_other_pages_are_told(tab, session, qtbot):
    with qtbot.waitSignal(session.changed) as told:
        tab.page.begin_button.click()
    assert told.args == [frozenset({Topic.SETTINGS})]


def test_settings_that_cannot_be_kept_are_not_used(tab, session, paths, at_rest):
    before = session.settings
    paths.settings.mkdir(parents=True)
    tab.fields["office"].setText("改了的办公室")
    tab.page.begin_button.click()
    at_rest()
    assert "设置没有存上" in session.messages.banner.text
    assert session.settings == before


def test_a_size_of_the_window_can_be_chosen(tab, paths, at_rest):
    sizes = [tab.scale.itemText(at) for at in range(tab.scale.count())]
    assert sizes == ["100%", "115%", "130%", "150%", "175%"]
    tab.scale.setCurrentText("150%")
    tab.page.begin_button.click()
    at_rest()
    assert load(paths.settings).scale == 150


def test_ctrl_s_saves(tab, paths, window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    tab.fields["clerk"].setText("李敏")
    qtbot.keyClick(tab.fields["clerk"], Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: load(paths.settings).clerk == "李敏")


def test_the_form_shows_the_settings_in_force(tab, session):
    assert tab.edited() == session.settings


def test_typing_begins_in_the_first_field(tab, window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(tab.fields["office"].hasFocus)


def test_the_watched_folder_is_kept(tab, session, qtbot, tmp_path):
    tab.watch_folder.setText(f" {tmp_path} ")
    tab.watch_seconds.setValue(60)
    tab.begin()
    qtbot.waitUntil(lambda: session.settings.watch_seconds == 60)
    assert session.settings.watch_folder == str(tmp_path)


def test_the_name_is_left_to_the_switch_once_there_are_people(tab, store, session):
    assert not tab.fields["clerk"].isReadOnly()
    with store.begin() as work:
        work.people.save(Person("林志远"))
    tab.refresh()
    assert tab.fields["clerk"].isReadOnly()
    assert "Ctrl+Alt+U" in tab.fields["clerk"].toolTip()


def test_raising_the_ceiling_asks_first(tab, session, at_rest, monkeypatch):
    session.settings = replace(session.settings, ceiling=Secrecy.NONE)
    tab.refresh()
    tab.ceiling.setCurrentIndex(tab.ceiling.findData(Secrecy.INTERNAL))
    asked = []
    monkeypatch.setattr(session.messages, "ask", lambda *words, **_: asked.append(words))
    tab.begin()
    at_rest()
    assert "非涉密计算机" in asked[0][0]
    assert session.settings.ceiling is Secrecy.NONE
