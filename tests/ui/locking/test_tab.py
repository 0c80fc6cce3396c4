"""The tab 口令与锁定: a password is set, the recovery key is shown to be printed, and both work."""

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QPushButton

from ui.backups.keeping import Keeping
from ui.locking import recovery_paper as paper_module
from ui.locking import tab as module
from ui.locking.password_window import Deed
from ui.settings.page import SettingsPage

WORDS = "云岭县的雨季很长"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def tab(opened):
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
    real = paper_module.sheet
    monkeypatch.setattr(
        paper_module, "sheet", lambda key, *rest: keys.append(key) or real(key, *rest)
    )
    assert shown(tab) == {Deed.SET}
    assert "防不住" in tab.state.text()
    fill(tab, qtbot, Deed.SET, new=WORDS)
    assert shown(tab) == set(Deed) - {Deed.SET}
    assert tab.paper.pdf.startswith(b"%PDF")
    locks = tab.session.store.locks
    assert locks.is_right(WORDS)
    assert locks.is_right(keys[0])


def test_two_different_passwords_set_none(tab, qtbot):
    window = fill(tab, qtbot, Deed.SET, new=WORDS, again="云岭县的旱季很长")
    assert "不一样" in window.error.text()
    assert not tab.session.store.locks.has_password


def test_a_wrong_old_password_removes_nothing(tab, qtbot, answer):
    tab.session.store.locks.set_password(WORDS)
    answer("不要口令了")
    window = fill(tab, qtbot, Deed.REMOVE, old="云岭县的旱季很长")
    assert "口令不对" in window.error.text()
    assert tab.session.store.locks.has_password
    answer("不要口令了")
    fill(tab, qtbot, Deed.REMOVE, old=WORDS)
    assert not tab.session.store.locks.has_password


def test_the_password_is_not_removed_without_asking(tab, qtbot, answer):
    tab.session.store.locks.set_password(WORDS)
    said = answer("取消")
    fill(tab, qtbot, Deed.REMOVE, old=WORDS)
    assert "谁拿到数据文件夹" in "".join(said)
    assert tab.session.store.locks.has_password


def test_the_recovery_key_is_offered_to_a_printer_only_and_not_lost_unasked(tab, qtbot, answer):
    fill(tab, qtbot, Deed.SET, new=WORDS)
    paper = tab.paper
    assert "存为 PDF" not in {one.text() for one in paper.findChildren(QPushButton)}
    said = answer("取消")
    paper.close()
    assert "还没有打印" in "".join(said)
    assert paper.isVisible()
    answer("不打印，关闭")
    paper.close()
    assert paper.pdf == b""
    assert tab.paper is None


def test_once_printed_it_closes_without_a_question(tab, qtbot, monkeypatch, tmp_path):
    asked = []

    def choose(_parent, _pages, **how):
        asked.append(how)
        printer = QPrinter()
        printer.setOutputFileName(str(tmp_path / "paper.pdf"))
        return printer

    monkeypatch.setattr("ui.paper_window.choose_printer", choose)
    fill(tab, qtbot, Deed.SET, new=WORDS)
    tab.paper.print_pages()
    qtbot.waitUntil(lambda: tab.paper.is_sent)
    assert asked == [{"to_file": False}]
    tab.paper.close()
    assert tab.paper is None


@pytest.fixture
def before(tab, qtbot):
    """A backup from before the password was set."""
    tab.session.store.backup()
    tab.session.store.locks.set_password(WORDS)
    tab.refresh()
    qtbot.waitUntil(lambda: not tab.deal.isHidden())
    return tab


def ended(qtbot, tab):
    qtbot.waitUntil(lambda: not Keeping.of(tab.session).is_busy)
    qtbot.waitUntil(lambda: not tab.session.worker.busy)


def test_old_backups_are_counted_and_put_under_the_password(before, qtbot):
    assert "本机的备份 1 份" in before.backups.text()
    before.deal.click()
    before.old.act()
    ended(qtbot, before)
    assert before.session.messages.toast.text == "已给 1 份旧的加上现在的口令"
    qtbot.waitUntil(before.deal.isHidden)
    assert before.session.store.backups.open_keys() == []


def test_old_backups_are_deleted_only_when_the_clerk_says_so(before, qtbot, answer):
    before.deal.click()
    before.old.remove.setChecked(True)
    old = before.session.store.backups.kept()[0]
    answer("取消")
    before.old.act()
    assert old.path.exists()
    answer("删除")
    before.old.act()
    ended(qtbot, before)
    assert [one.is_locked for one in before.session.store.backups.kept()] == [True]
    assert not old.path.exists()


def test_they_are_offered_when_the_key_has_been_put_away(tab, qtbot, answer):
    tab.session.store.backup()
    fill(tab, qtbot, Deed.SET, new=WORDS)
    qtbot.waitUntil(lambda: not tab.deal.isHidden())
    answer("不打印，关闭")
    tab.paper.close()
    assert tab.old.isVisible()


def test_the_keyboard_begins_at_the_first_button(tab):
    tab.take_focus()
    assert tab.buttons[Deed.SET].hasFocus()


def test_a_long_error_has_the_width_of_its_window(tab, qtbot):
    window = fill(tab, qtbot, Deed.SET, new=WORDS, again="云岭县的旱季很长")
    room = window.width() - window.button.width()
    qtbot.waitUntil(lambda: window.error.width() > room * 0.8)
