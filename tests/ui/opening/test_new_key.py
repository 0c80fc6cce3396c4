"""A new key from the window: it closes, comes again, and shows the recovery key to be printed."""

import pytest

from db.keys import read_key
from db.store import SqlStore
from tests.ui.opening.conftest import drafts, shown
from tests.ui.opening.test_going_back import gone
from ui.locking.password_window import Deed, PasswordWindow
from ui.locking.recovery_paper import RecoveryPaper
from ui.locking.unlock_dialog import UnlockDialog

# the offscreen platform has no window manager to tell sizes to
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
WORDS = "云岭县的雨季很长"


@pytest.fixture
def locked(paths, backed_up):
    """An office with a password; its key of before."""
    store = SqlStore.open(paths)
    store.locks.set_password(WORDS)
    store.close()
    return read_key(paths.store, WORDS)


def typed():
    """A step: the password at the door."""
    dialog = shown(UnlockDialog)
    if dialog is None or dialog.password.is_busy:
        return False
    dialog.password.field.setText(WORDS)
    dialog.password.button.click()
    return True


def asking(window):
    form = PasswordWindow(window.session, window, Deed.REKEY, lambda _recovery: None)
    form.begin()
    form.old.setText(WORDS)
    form.act()


def test_the_window_comes_again_under_the_new_key(program, look, answer, paths, locked):
    seen = []

    def see(window):
        seen.append(drafts(window.session.store))
        seen.append(window.messages.toast.text)
        paper = shown(RecoveryPaper)
        seen.append(paper.pdf[:4])
        answer("不打印，关闭")
        paper.close()

    program(typed, look(asking, closes=False), gone, typed, look(see))
    assert "已换密钥" in seen[1]
    assert seen[2] == b"%PDF"
    assert read_key(paths.store, WORDS) != locked
