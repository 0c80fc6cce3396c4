"""The tab 口令与锁定: a password is set, the recovery key is shown to be printed, and both work."""

import pytest

from desk.vault import wrapping
from ui.locking import tab as module
from ui.locking.password_window import Deed
from ui.settings.page import SettingsPage

WORDS = "云岭县的雨季很长"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def tab(opened, monkeypatch):
    monkeypatch.setattr(wrapping, "COST", 16)
    page = opened(SettingsPage)
    page.show_target("口令与锁定")
    return page.tab(module.LockingTab)


def shown(tab):
    return {deed for deed, one in tab.buttons.items() if not one.isHidden()}


def fill(tab, qtbot, deed, *, new="", again="", old=""):
    tab.do(deed)
    window = tab.window_open
    window.new.first.setText(new)
    window.new.again.setText(again or new)
    window.old.setText(old)
    window.act()
    qtbot.waitUntil(lambda: not tab.session.worker.busy)
    return window


def test_setting_a_password_shows_the_recovery_key_to_be_printed(tab, qtbot, monkeypatch):
    keys = []
    real = module.sheet
    monkeypatch.setattr(module, "sheet", lambda key, *rest: keys.append(key) or real(key, *rest))
    assert shown(tab) == {Deed.SET}
    assert "防不住" in tab.state.text()
    fill(tab, qtbot, Deed.SET, new=WORDS)
    assert shown(tab) == {Deed.CHANGE, Deed.REMOVE, Deed.RENEW}
    assert tab.paper.pdf.startswith(b"%PDF")
    locks = tab.session.store.locks
    assert locks.is_right(WORDS)
    assert locks.is_right(keys[0])


def test_two_different_passwords_set_none(tab, qtbot):
    window = fill(tab, qtbot, Deed.SET, new=WORDS, again="云岭县的旱季很长")
    assert "不一样" in window.error.text()
    assert not tab.session.store.locks.has_password


def test_a_wrong_old_password_removes_nothing(tab, qtbot):
    tab.session.store.locks.set_password(WORDS)
    window = fill(tab, qtbot, Deed.REMOVE, old="云岭县的旱季很长")
    assert "口令不对" in window.error.text()
    assert tab.session.store.locks.has_password
    fill(tab, qtbot, Deed.REMOVE, old=WORDS)
    assert not tab.session.store.locks.has_password
