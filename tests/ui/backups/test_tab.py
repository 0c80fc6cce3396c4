"""The data can be backed up and checked."""

import pytest

from ui.backups.tab import BackupsTab
from ui.settings.page import SettingsPage


@pytest.fixture
def tab(opened):
    page = opened(SettingsPage)
    page.show_target(BackupsTab.title)
    return page.tab(BackupsTab)


@pytest.fixture
def at_rest(session, qtbot):
    """Wait until all is written."""
    return lambda: qtbot.waitUntil(lambda: not session.worker.busy)


def test_the_button_writes_a_whole_backup(tab, paths, session, at_rest):
    assert "还没有备份" in tab.data_text.text()
    tab.backup_button.click()
    at_rest()
    (backup,) = paths.backups.glob("*.db")
    assert backup.name in tab.data_text.text()
    assert session.messages.toast.text == "备份已写好并通过校验"


def test_a_whole_store_is_said_to_be_whole(tab, session, at_rest):
    tab.verify()
    at_rest()
    assert session.messages.toast.text == "数据文件完好"


def test_damage_is_said(tab, session, store, paths, at_rest):
    size = paths.store.stat().st_size
    with paths.store.open("rb+") as file:
        file.seek(size - 2000)
        file.write(b"\xff" * 64)
    tab.verify()
    at_rest()
    assert session.messages.banner.text
    assert session.messages.toast.text == ""
