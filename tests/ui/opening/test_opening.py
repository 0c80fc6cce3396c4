"""What may come before the window: a first start, a lock, damage, a doubtful place."""

import shutil
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit, QMessageBox

from db.keys import key_beside
from db.safekeeping import FileSafekeeping
from db.store import SqlStore
from desk.auditing import By
from desk.errors import StoreError
from desk.jobs import finish
from desk.locking import set_password
from desk.paths import Paths
from desk.settings import load, save
from desk.units import UnitGroup
from main import open_store
from tests.ui.opening.conftest import drafts, shown
from ui.locking.unlock_dialog import UnlockDialog
from ui.opening.doors import Doors
from ui.opening.packages import Keys, bring_back
from ui.opening.rescue_dialog import RescueDialog
from ui.opening.whereabouts_box import may_stay
from ui.waiting import WaitWindow

# the offscreen platform has no window manager to tell sizes to
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PASSWORD = "云岭办公室2026年"  # noqa: S105 - of a test


def texts(window):
    return "\n".join(label.text() for label in window.findChildren(QLabel))


def noting(kind, said):
    """A step that notes what a window says, once it is there."""

    def step():
        window = shown(kind)
        if window is not None:
            said.append(texts(window))
        return window is not None

    return step


@pytest.fixture
def on_a_stick(paths, tmp_path, monkeypatch):
    """Move a backup to where the file dialog finds it; the data folder is empty then."""

    def move(backup):
        stick = shutil.move(backup, tmp_path / "stick.infodesk")
        shutil.rmtree(paths.data)
        monkeypatch.setattr("ui.opening.packages.open_paths", lambda *_: [Path(stick)])

    return move


def damage(store: Path) -> None:
    with store.open("rb+") as file:
        file.write(b"\xff" * 4096)


def test_a_first_start_begins_a_new_office(program, press, look, paths):
    assert program(press("新建办公室"), look()) == 0
    assert paths.store.exists()


def test_a_package_that_was_being_taken_out_when_the_power_went_is_a_first_start_again(
    program, press, look, paths
):
    half = paths.data / "restoring" / "new"
    half.mkdir(parents=True)
    (half / "desk.db").write_bytes(b"half")
    assert program(press("新建办公室"), look()) == 0
    assert paths.store.exists()
    assert not half.parent.exists()


def test_a_first_start_can_be_left_without_a_trace(program, press, paths):
    assert program(press("退出")) == 1
    assert not paths.store.exists()


def test_a_new_machine_goes_on_from_a_package(program, press, look, backed_up, on_a_stick):
    on_a_stick(backed_up.path)
    seen = []
    program(
        press("从备份或交接包继续…"), look(lambda window: seen.extend(drafts(window.session.store)))
    )
    assert seen == ["一"]


def test_a_package_under_a_password_asks_for_it(program, press, look, office, on_a_stick):
    office.draft("一")
    made = finish(office.store.backups.write(password=PASSWORD))
    office.store.close()
    on_a_stick(made.path)

    def type_password():
        dialog = shown(QDialog)
        fields = dialog.findChildren(QLineEdit) if dialog else []
        if not fields:
            return False
        fields[0].setText(PASSWORD)
        return True

    seen = []
    program(
        press("从备份或交接包继续…"),
        type_password,
        press("继续"),
        look(lambda window: seen.extend(drafts(window.session.store))),
    )
    assert seen == ["一"]


def test_a_damaged_store_is_brought_back_from_its_newest_whole_backup(
    program, press, look, paths, backed_up
):
    damage(paths.store)
    seen, said = [], []
    code = program(
        noting(RescueDialog, said),
        press("用这份备份恢复"),
        look(lambda window: seen.extend(drafts(window.session.store))),
    )
    assert code == 0
    assert "已损坏" in said[0]
    assert seen == ["一"]
    assert list((paths.data / "quarantine").rglob("desk.db"))


def test_the_newest_backup_is_passed_over_where_it_is_damaged_too(
    program, press, look, paths, backed_up
):
    damage(paths.store)
    newer = backed_up.path.with_name("desk-20260716-090000.infodesk")
    content = bytearray(backed_up.path.read_bytes())
    content[len(content) // 2] ^= 1
    newer.write_bytes(content)
    rows = []

    def read():
        table = shown(RescueDialog).table
        states = [table.item(row, 5).text() for row in range(table.rowCount())]
        if len(states) < 2 or any("正在" in one for one in states):
            return False
        rows.extend((*states, table.currentRow()))
        return True

    program(lambda: shown(RescueDialog) is not None, read, press("用这份备份恢复"), look())
    assert rows == ["✗ 不能用", "✓ 可用", 1]


def test_backups_of_the_second_medium_are_offered_too(program, press, look, paths, backed_up):
    stick = paths.data.parent / "stick"
    save(replace(load(paths.settings), second_medium=str(stick)), paths.settings)
    shutil.move(paths.backups, stick)
    damage(paths.store)
    rows, seen = [], []

    def read():
        dialog = shown(RescueDialog)
        if not dialog or not dialog.restore.isEnabled():
            return False
        rows.extend(dialog.table.item(0, column).text() for column in (4, 5))
        return True

    program(
        read,
        press("用这份备份恢复"),
        look(lambda window: seen.extend(drafts(window.session.store))),
    )
    assert rows == ["第二介质", "✓ 可用"]
    assert seen == ["一"]


def test_what_would_have_to_be_done_again_is_said(program, press, paths, backed_up):
    damage(paths.store)
    said = []

    def read():
        dialog = shown(RescueDialog)
        if not dialog or not dialog.restore.isEnabled():
            return False
        said.append(dialog.lost.text())
        return True

    program(read, press("退出"))
    assert "恢复到 2026-07-15 09:30 的状态" in said[0]
    assert "要重新做" in said[0]


def test_a_store_that_is_gone_is_brought_back(program, press, look, paths, backed_up):
    paths.store.unlink()
    seen = []
    program(press("用这份备份恢复"), look(lambda window: seen.extend(drafts(window.session.store))))
    assert seen == ["一"]


def test_a_lost_key_is_taken_from_a_backup_without_a_word(program, look, paths, backed_up):
    key_beside(paths.store).unlink()
    seen = []
    program(look(lambda window: seen.extend(drafts(window.session.store))))
    assert "一" in seen


def test_damage_without_any_backup_says_where_to_look(program, press, paths):
    SqlStore.open(paths).close()
    shutil.rmtree(paths.backups, ignore_errors=True)
    damage(paths.store)
    said = []

    def read():
        dialog = shown(RescueDialog)
        if not dialog or not dialog.lost.text():
            return False
        said.append(dialog.lost.text())
        return not dialog.restore.isEnabled()

    assert program(read, press("退出")) == 1
    assert "从别处选备份" in said[0]
    assert paths.store.exists()


def test_a_disk_that_was_full_is_tried_again(program, press, look, paths):
    SqlStore.open(paths).close()
    tries = []

    def open_store(at: Paths, *, secret=""):
        tries.append(at)
        if len(tries) == 1:
            raise StoreError("磁盘已满。请腾出空间后再试。")
        return SqlStore.open(at, secret=secret)

    program(press("再试一次"), look(), doors=Doors(open_store, FileSafekeeping))
    assert len(tries) == 2


def test_an_office_with_a_password_asks_for_it_first(program, look, press, store, now, paths):
    set_password(store, By("王敏", now), PASSWORD)
    store.close()

    def type_password():
        dialog = shown(UnlockDialog)
        if dialog is None:
            return False
        dialog.password.field.setText(PASSWORD)
        return True

    assert program(type_password, press("打开"), look()) == 0


def test_whose_password_is_wanted_is_said(qapp, store, now, paths, tmp_path, monkeypatch):
    theirs = SqlStore.open(Paths(tmp_path / "other"))
    set_password(theirs, By("李国华", now), "两岸猿声啼不住轻舟")
    package = theirs.backup()
    theirs.close()
    set_password(store, By("王敏", now), PASSWORD)
    store.close()
    answers, asked = [PASSWORD, "两岸猿声啼不住轻舟"], []

    def answer(keys):
        (label,) = (one.text() for one in keys.findChildren(QLabel) if one.buddy())
        asked.append((label, "另一个办公室" in keys.words.text()))
        keys.office.setText(answers.pop(0))
        return True

    monkeypatch.setattr(Keys, "exec", answer)
    assert bring_back(FileSafekeeping(), paths, package)
    assert asked == [("办公室口令", False), ("备份的口令", True)]


def test_a_synchronised_folder_is_warned_of_until_told_not_to(qapp, tmp_path):
    """Through the box alone: the folder's name is what matters."""
    paths = Paths(tmp_path / "OneDrive" / "desk")
    paths.data.mkdir(parents=True)
    said = []

    def stay():
        box = shown(QMessageBox)
        said.append(box.text())
        box.findChild(QCheckBox).setChecked(True)
        next(one for one in box.buttons() if one.text() == "仍然打开").click()

    QTimer.singleShot(0, stay)
    assert may_stay(paths)
    assert may_stay(paths)
    assert len(said) == 1
    assert "OneDrive" in said[0]


def test_a_long_opening_is_shown_and_the_window_answers_meanwhile(program, look, paths):
    SqlStore.open(paths).close()
    may_open = Event()

    def open_store(at: Paths, *, secret=""):
        may_open.wait()
        return SqlStore.open(at, secret=secret)

    def see():
        window = shown(WaitWindow)
        if window is None:
            return False
        assert "不要关机" in window.words.text()
        may_open.set()
        return True

    assert program(see, look(), doors=Doors(open_store, FileSafekeeping)) == 0


def test_steps_that_were_lost_with_the_log_are_told(program, look, paths, store, doors):
    with store.begin() as work:
        work.registry.save_group(UnitGroup("组"))
    log = paths.store.with_name("desk.db-wal")
    torn = bytearray(log.read_bytes())
    torn[500] ^= 1
    left = Paths(paths.data.with_name("left"))
    shutil.copytree(paths.data, left.data, ignore=shutil.ignore_patterns("*-shm"))
    store.close()
    left.store.with_name("desk.db-wal").write_bytes(torn)
    shutil.rmtree(paths.data)
    left.data.rename(paths.data)
    said = []
    opening = Doors(open_store, doors.keeper)
    assert program(look(lambda one: said.append(one.messages.standing.text)), doors=opening) == 0
    assert "上次没有正常结束" in said[0]
    assert "最后记下的" in said[0] or "没有记下任何一步" in said[0]
