"""Settings are used at once and survive; the data can be backed up and checked."""

import pytest
from PySide6.QtCore import Qt

from desk.drafts import Secrecy
from desk.people import Person
from desk.settings import load
from ui.session import Topic
from ui.settings.page import SettingsPage


@pytest.fixture
def page(opened, session, qtbot):
    return opened(SettingsPage)


@pytest.fixture
def at_rest(session, qtbot):
    """Wait until all is written."""
    return lambda: qtbot.waitUntil(lambda: not session.worker.busy)


def test_what_is_saved_is_used_and_survives(page, session, paths, at_rest):
    page.fields["office"].setText(" 云岭县人民政府办公室 ")
    page.fields["signer"].setText("陈立")
    page.ceiling.setCurrentIndex(page.ceiling.findData(Secrecy.NONE))
    page.save_button.click()
    at_rest()
    kept = load(paths.settings)
    assert kept == session.settings
    assert (kept.office, kept.signer, kept.ceiling) == (
        "云岭县人民政府办公室",
        "陈立",
        Secrecy.NONE,
    )


def test_the_other_pages_are_told(page, session, qtbot):
    with qtbot.waitSignal(session.changed) as told:
        page.save_button.click()
    assert told.args == [frozenset({Topic.SETTINGS})]


def test_settings_that_cannot_be_kept_are_not_used(page, session, paths, at_rest):
    before = session.settings
    paths.settings.mkdir(parents=True)
    page.fields["office"].setText("改了的办公室")
    page.save_button.click()
    at_rest()
    assert "设置没有存上" in session.messages.banner.text
    assert session.settings == before


def test_a_size_of_the_window_can_be_chosen(page, paths, at_rest):
    sizes = [page.scale.itemText(at) for at in range(page.scale.count())]
    assert sizes == ["100%", "115%", "130%", "150%", "175%"]
    page.scale.setCurrentText("150%")
    page.save_button.click()
    at_rest()
    assert load(paths.settings).scale == 150


def test_ctrl_s_saves(page, paths, window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.fields["clerk"].setText("李敏")
    qtbot.keyClick(page.fields["clerk"], Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: load(paths.settings).clerk == "李敏")


def test_the_button_writes_a_whole_backup(page, paths, session, at_rest):
    assert "还没有备份" in page.data_text.text()
    page.backup_button.click()
    at_rest()
    (backup,) = paths.backups.glob("*.db")
    assert backup.name in page.data_text.text()
    assert session.messages.toast.text == "备份已写好并通过校验"


def test_a_whole_store_is_said_to_be_whole(page, session, at_rest):
    page.verify()
    at_rest()
    assert session.messages.toast.text == "数据文件完好"


def test_damage_is_said(page, session, store, paths, at_rest):
    size = paths.store.stat().st_size
    with paths.store.open("rb+") as file:
        file.seek(size - 2000)
        file.write(b"\xff" * 64)
    page.verify()
    at_rest()
    assert session.messages.banner.text
    assert session.messages.toast.text == ""


def test_the_form_shows_the_settings_in_force(page, session):
    assert page.edited() == session.settings


def test_typing_begins_in_the_first_field(page, window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(page.fields["office"].hasFocus)


def test_the_watched_folder_is_kept(page, session, qtbot, tmp_path):
    page.watch_folder.setText(f" {tmp_path} ")
    page.watch_seconds.setValue(60)
    page.keep()
    qtbot.waitUntil(lambda: session.settings.watch_seconds == 60)
    assert session.settings.watch_folder == str(tmp_path)


def test_the_name_is_left_to_the_switch_once_there_are_people(page, store, session):
    assert not page.fields["clerk"].isReadOnly()
    with store.begin() as work:
        work.people.save(Person("林志远"))
    page.refresh()
    assert page.fields["clerk"].isReadOnly()
    assert "Ctrl+Alt+U" in page.fields["clerk"].toolTip()
