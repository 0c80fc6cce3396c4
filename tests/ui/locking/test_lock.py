"""A locked window shows nothing and lets nobody work, until the password is typed."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMessageBox, QWidget

from desk.errors import StoreError
from desk.settings import Settings
from ui import style
from ui.desktop import open_window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "not support raise", "This plugin")

PASSWORD = "云岭2026夏至"  # noqa: S105 - of a test


@pytest.fixture
def main_window(qtbot, qapp, store, paths, now):
    style.apply(qapp, style.Look(100))
    window = open_window(store, paths, Settings(clerk="王敏"), clock=lambda: now)
    qtbot.addWidget(window, before_close_func=lambda one: one.session.worker.close())
    window.show()
    return window


@pytest.fixture
def locked(main_window, store, qtbot):
    store.locks.set_password(PASSWORD)
    main_window.lock.lock()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    yield QApplication.activeModalWidget()
    if main_window.lock.is_locked:
        open_up(main_window.lock)


def shown(window):
    """What can be read on a window: labels that nothing lies over."""
    texts = window.findChildren(QLabel)
    return [one.text() for one in texts if one.isVisible() and not one.visibleRegion().isEmpty()]


def open_up(lock):
    """As the right password does."""
    lock.dialog.form.opened.emit(PASSWORD)


def test_nothing_is_to_be_seen_and_no_window_tells_its_name(main_window, locked):
    assert main_window.windowTitle() == "信息编报台（已锁定）"
    cover = main_window.children()[-1]
    assert cover.geometry() == main_window.rect()
    main_window.resize(1500, 900)
    assert cover.geometry() == main_window.rect()


def test_the_password_brings_everything_back(main_window, locked, qtbot):
    locked.form.field.setText(PASSWORD)
    qtbot.keyClick(locked.form.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not main_window.lock.is_locked)
    assert main_window.windowTitle().startswith("信息编报台")
    assert "已锁定" not in [*shown(main_window), main_window.windowTitle()]


def test_a_wrong_password_is_said_and_keeps_it_locked(main_window, locked, qtbot):
    locked.form.field.setText("别的口令别的口令")
    qtbot.keyClick(locked.form.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: locked.form.error.text() != "")
    assert "口令不对" in locked.form.error.text()
    assert main_window.lock.is_locked


def test_esc_and_the_cross_leave_it_locked(main_window, locked, qtbot):
    qtbot.keyClick(locked, Qt.Key.Key_Escape)
    locked.close()
    assert locked.isVisible()
    assert main_window.lock.is_locked


def test_a_question_that_comes_up_meanwhile_is_covered_and_waits(main_window, locked, qtbot):
    box = QMessageBox(QMessageBox.Icon.Question, "县委书记的批示", "导入了 3 篇，要看吗？")
    qtbot.addWidget(box)
    box.setModal(True)
    box.show()
    qtbot.waitUntil(lambda: box.windowTitle() == "信息编报台（已锁定）")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is locked)
    open_up(main_window.lock)
    assert box.isVisible()
    assert box.windowTitle() != "信息编报台（已锁定）"


def test_a_note_that_comes_meanwhile_waits_and_is_not_to_be_undone(main_window, locked, qtbot):
    undone = []
    main_window.messages.note("“来信摘报”已收入", lambda: undone.append(True))
    assert "“来信摘报”已收入" not in [*shown(main_window), *shown(locked)]
    qtbot.mouseClick(main_window.messages.toast._undo, Qt.MouseButton.LeftButton)
    assert not undone
    open_up(main_window.lock)
    assert main_window.messages.toast.text == "“来信摘报”已收入"


def test_a_window_that_is_renamed_meanwhile_keeps_its_name_to_itself(main_window, locked):
    main_window.setWindowTitle("来信摘报")
    assert main_window.windowTitle() == "信息编报台（已锁定）"
    open_up(main_window.lock)
    assert main_window.windowTitle() == "来信摘报"


def test_a_window_beside_it_is_covered_too_and_may_be_gone_at_the_end(
    main_window, store, qtbot, session
):
    beside = QWidget()
    beside.setWindowTitle("检查规则")
    beside.show()
    store.locks.set_password(PASSWORD)
    main_window.lock.lock()
    assert beside.windowTitle() == "信息编报台（已锁定）"
    beside.deleteLater()
    QCoreApplication.sendPostedEvents(beside, QEvent.Type.DeferredDelete)
    open_up(main_window.lock)
    assert not main_window.lock.is_locked


def test_without_a_password_it_says_where_one_is_set(main_window):
    main_window.lock.lock()
    assert not main_window.lock.is_locked
    assert main_window.messages.toast.text == "还没有设口令，锁不上"


@pytest.mark.parametrize("why", ["idle", "desktop"])
def test_it_locks_by_itself(main_window, store, why):
    store.locks.set_password(PASSWORD)
    lock = main_window.lock
    signal = lock.idle.expired if why == "idle" else lock.desktop.locked
    signal.emit()
    assert lock.is_locked
    open_up(lock)


def test_a_page_that_fails_to_put_its_text_down_does_not_keep_it_open(main_window, store):
    store.locks.set_password(PASSWORD)

    def fail():
        raise StoreError("磁盘已满。")

    main_window.lock._before = fail
    with pytest.raises(StoreError):
        main_window.lock.lock()
    assert main_window.lock.is_locked
    open_up(main_window.lock)


def test_the_keyboard_goes_back_to_where_it_was(main_window, store, qtbot):
    beside = QDialog(main_window)
    field = QLineEdit(beside)
    beside.setModal(True)
    beside.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    store.locks.set_password(PASSWORD)
    main_window.lock.lock()
    qtbot.waitUntil(main_window.lock.dialog.form.field.hasFocus)
    open_up(main_window.lock)
    qtbot.waitUntil(field.hasFocus)
    beside.close()


def test_a_window_beside_it_gets_the_keyboard_back(main_window, store, qtbot):
    beside = QWidget(main_window, Qt.WindowType.Window)
    field = QLineEdit(beside)
    beside.show()
    beside.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    store.locks.set_password(PASSWORD)
    main_window.lock.lock()
    qtbot.waitUntil(main_window.lock.dialog.form.field.hasFocus)
    open_up(main_window.lock)
    qtbot.waitUntil(field.hasFocus)
    beside.close()
