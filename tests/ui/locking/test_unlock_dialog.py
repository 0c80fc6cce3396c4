"""The door: the password, a wrong one, the wait after several, the way in by the recovery key."""

from datetime import UTC, datetime, timedelta

import pytest

from db.keys import read_key
from ui.locking.unlock_dialog import UnlockDialog

# the offscreen platform has no window manager to tell sizes to
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
WORDS, NEW, WRONG = "云岭县的雨季很长", "今年的雨季更长了", "云岭县的旱季很长"


class Clock:
    """Moves only when it is told to."""

    def __init__(self):
        self.now = datetime.now(UTC)

    def __call__(self):
        return self.now


@pytest.fixture
def recovery(store):
    made = store.locks.set_password(WORDS)
    store.close()
    return made


@pytest.fixture
def door(qtbot, store, paths, recovery):
    """A dialog before the closed store; what it opened is in ``opened``."""
    clock, opened = Clock(), []

    def attempt(secret):
        opened.append(read_key(paths.store, secret, clock()))

    def renew(secret, new):
        attempt(secret)
        store.locks.set_password(new, secret)

    made = UnlockDialog(attempt, renew, clock)
    made.opened, made.clock = opened, clock
    qtbot.addWidget(made)
    made.show()
    yield made
    made.end()


def enter(qtbot, form, typed):
    form.field.setText(typed)
    form.button.click()
    qtbot.waitUntil(lambda: not form.is_busy)


def test_the_password_opens(door, qtbot):
    enter(qtbot, door.password, WORDS)
    assert door.result() == UnlockDialog.DialogCode.Accepted
    assert len(door.opened) == 1
    assert door.password.field.text() == ""


def test_a_wrong_one_is_told_and_asked_again(door, qtbot):
    enter(qtbot, door.password, WRONG)
    assert "口令不对" in door.password.error.text()
    assert door.isVisible()
    assert door.password.button.isEnabled()
    enter(qtbot, door.password, WORDS)
    assert not door.isVisible()


def test_after_several_wrong_ones_none_is_heard_for_a_while_and_the_wait_counts_down(door, qtbot):
    for _ in range(20):
        if not door.password.button.isEnabled():
            break
        enter(qtbot, door.password, WRONG)
    assert not door.password.button.isEnabled()
    assert "才能再试" in door.password.error.text()
    enter(qtbot, door.password, WORDS)
    assert door.opened == []
    door.clock.now += timedelta(days=1)
    door.password.count_down()
    enter(qtbot, door.password, WORDS)
    assert len(door.opened) == 1


def test_a_clock_set_back_meanwhile_makes_nobody_wait_for_a_year(door, qtbot):
    door.password._until = door.clock.now + timedelta(days=365)
    door.password.button.setEnabled(False)
    door.password.count_down()
    enter(qtbot, door.password, WORDS)
    assert len(door.opened) == 1


def test_the_recovery_key_opens_with_a_new_password_which_alone_is_good_then(
    door, qtbot, recovery, paths
):
    door.other.click()
    door.new.first.setText(NEW)
    door.new.again.setText(NEW)
    enter(qtbot, door.recovery, recovery.lower())
    assert door.result() == UnlockDialog.DialogCode.Accepted
    assert read_key(paths.store, NEW) == door.opened[0]
    with pytest.raises(Exception, match="口令不对"):
        read_key(paths.store, WORDS)


def test_two_different_new_passwords_open_nothing(door, qtbot, recovery, paths):
    door.other.click()
    door.new.first.setText(NEW)
    door.new.again.setText(WRONG)
    enter(qtbot, door.recovery, recovery)
    assert "不一样" in door.recovery.error.text()
    assert door.opened == []


def test_what_is_no_recovery_key_is_said_to_be_none(door, qtbot):
    door.other.click()
    door.new.first.setText(NEW)
    door.new.again.setText(NEW)
    enter(qtbot, door.recovery, WORDS)
    assert "这不是恢复密钥" in door.recovery.error.text()
    assert door.opened == []


def test_it_can_be_left_without_opening_and_forgets_what_was_typed(door, qtbot):
    door.password.field.setText(WRONG)
    door.reject()
    door.end()
    assert door.result() == UnlockDialog.DialogCode.Rejected
    assert door.password.field.text() == ""
    assert door.opened == []
