"""A restore leaves the old state or the new one, whole, and loses nothing of either."""

import json
import shutil
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest

from db import migrations
from db.backups import restoring
from db.engine import connect
from db.keys import key_beside, read_key
from db.safekeeping import FileSafekeeping
from db.store import SqlStore
from desk.backups.backup import Reason
from desk.errors import BackupLockedError, DeskError, LockedError, NotFoundError, StoreError
from desk.jobs import finish
from desk.paths import Paths
from tests.samples.kept import add, names, restore

PASSWORD = "春风又绿江南岸明月"  # noqa: S105


def former_backup(paths, key, target):
    """A backup as versions before the package wrote it."""
    with (
        closing(connect(paths.store, key)) as old,
        closing(connect(target, key, create=True)) as new,
    ):
        old.backup(new, pages=-1)
        new.execute("PRAGMA journal_mode = DELETE")
    shutil.copyfile(key_beside(paths.store), key_beside(target))
    return target


def test_a_backup_brings_its_state_back_and_keeps_the_later_one(paths, store):
    add(store, "备份前")
    copy = store.backup()
    add(store, "备份后")
    store.close()
    restored = restore(paths, copy)
    assert names(paths) == ["备份前"]
    assert FileSafekeeping().examine(restored.former).reason == Reason.RESTORE
    restore(paths, restored.former)
    assert sorted(names(paths)) == ["备份前", "备份后"]


def test_everything_the_office_made_comes_to_another_machine(paths, store, tmp_path):
    add(store, "乡镇")
    own = ["templates/通报/template.toml", "fonts/a.ttf", "settings.toml", "window.ini"]
    for name in own:
        (paths.data / name).parent.mkdir(parents=True, exist_ok=True)
        (paths.data / name).write_text('office = "府办"', "utf-8")
    copy = store.backup(tmp_path / "office.infodesk")
    new = Paths(tmp_path / "new")
    restore(new, copy)
    assert names(new) == ["乡镇"]
    assert all((new.data / name).read_text("utf-8") == 'office = "府办"' for name in own)


def test_templates_made_since_go_with_the_state_they_belong_to(paths, store):
    copy = store.backup()
    (paths.templates / "新的").mkdir(parents=True)
    (paths.templates / "新的" / "a.typ").write_text("x")
    store.close()
    restored = restore(paths, copy)
    assert not paths.templates.exists()
    restore(paths, restored.former)
    assert (paths.templates / "新的" / "a.typ").exists()


def test_a_restore_is_told_in_the_trail(paths, store):
    copy = store.backup()
    store.close()
    restore(paths, copy)
    opened = SqlStore.open(paths)
    with opened.read() as work:
        assert work.audit.records(limit=1)[0].action == "从备份恢复"
    opened.close()


def test_a_damaged_store_goes_whole_to_quarantine(paths, store):
    add(store, "乡镇")
    copy = store.backup()
    store.close()
    paths.store.write_bytes(b"x" * 50_000)
    restored = restore(paths, copy)
    assert names(paths) == ["乡镇"]
    assert (restored.former / "desk.db").read_bytes() == b"x" * 50_000
    assert (restored.former / "desk.key").exists()


def test_a_store_that_vanished_comes_back_without_its_old_log(paths, store, tmp_path):
    add(store, "乡镇")
    copy = store.backup(tmp_path / "office.infodesk")
    store.close()
    paths.store.unlink()
    paths.store.with_name("desk.db-wal").write_bytes(b"frames of a lost file")
    with pytest.raises(StoreError, match="不见了"):
        SqlStore.open(paths)
    restore(paths, copy)
    assert names(paths) == ["乡镇"]
    assert list(paths.data.glob("quarantine/*/desk.db-wal"))


def test_a_backup_of_a_former_version_still_restores(paths, store, tmp_path):
    add(store, "乡镇")
    copy = former_backup(paths, read_key(paths.store), tmp_path / "desk-20260101-080000.db")
    add(store, "县直")
    store.close()
    restore(paths, copy)
    assert names(paths) == ["乡镇"]
    key_beside(copy).unlink()  # the store's own key opens it here, and nowhere else
    restore(paths, copy)
    with pytest.raises(DeskError, match="没有密钥文件"):
        restore(Paths(tmp_path / "new"), copy)


def test_a_sealed_backup_opens_with_its_password_alone(paths, store, tmp_path):
    add(store, "乡镇")
    copy = finish(store.backups.write(tmp_path / "a.infodesk", password=PASSWORD)).path
    new = Paths(tmp_path / "new")
    for wrong in ("", "不对的口令不对的口令"):
        with pytest.raises(LockedError):
            restore(new, copy, password=wrong)
    assert list(new.data.iterdir()) == []
    restore(new, copy, password=PASSWORD)
    assert names(new) == ["乡镇"]


def test_the_key_of_a_locked_office_stays_wrapped_in_its_backup(paths, store, tmp_path):
    add(store, "乡镇")
    store.locks.set_password(PASSWORD)
    copy = store.backup()
    assert FileSafekeeping().examine(copy).is_locked
    new = Paths(tmp_path / "new")
    with pytest.raises(LockedError):
        restore(new, copy)
    restore(new, copy, PASSWORD)
    assert names(new, PASSWORD) == ["乡镇"]


NEXT = "两岸猿声啼不住轻舟"


def test_a_backup_from_before_the_password_does_not_take_the_password_away(paths, store):
    add(store, "乡镇")
    copy = store.backup()
    store.locks.set_password(PASSWORD)
    add(store, "县直")
    store.close()
    with pytest.raises(LockedError):
        restore(paths, copy)
    with pytest.raises(LockedError):
        restore(paths, copy, NEXT)
    restored = restore(paths, copy, PASSWORD)
    assert names(paths, PASSWORD) == ["乡镇"]
    with pytest.raises(LockedError):
        names(paths)
    assert FileSafekeeping().examine(restored.former).reason == Reason.RESTORE


def test_a_backup_from_before_the_password_was_changed_opens_with_the_present_one(paths, store):
    add(store, "乡镇")
    store.locks.set_password(PASSWORD)
    copy = store.backup()
    store.locks.set_password(NEXT, PASSWORD)
    store.close()
    restored = restore(paths, copy, NEXT)
    assert names(paths, NEXT) == ["乡镇"]
    assert restored.former.is_file()  # a backup, not a store put aside as damaged


def test_a_backup_of_another_office_brings_its_own_password(paths, store, tmp_path):
    other = Paths(tmp_path / "other")
    theirs = SqlStore.open(other)
    add(theirs, "市直")
    theirs.locks.set_password(PASSWORD)
    copy = theirs.backup()
    theirs.close()
    store.close()
    with pytest.raises(LockedError):
        restore(paths, copy)
    restore(paths, copy, PASSWORD)
    assert names(paths, PASSWORD) == ["市直"]


def test_in_a_locked_offices_place_the_password_of_the_backup_is_asked_for(paths, store, tmp_path):
    other = Paths(tmp_path / "other")
    theirs = SqlStore.open(other)
    add(theirs, "市直")
    theirs.locks.set_password("两岸猿声啼不住轻舟")
    copy = theirs.backup()
    theirs.close()
    add(store, "乡镇")
    store.locks.set_password(PASSWORD)
    store.close()
    with pytest.raises(LockedError, match="不输入打不开"):
        restore(paths, copy)  # who cannot open what is there replaces nothing
    with pytest.raises(BackupLockedError, match=f"“{copy.name}”是另一个办公室的"):
        restore(paths, copy, PASSWORD)
    with pytest.raises(BackupLockedError, match="备份的口令不对"):
        restore(paths, copy, PASSWORD, theirs=PASSWORD)
    assert names(paths, PASSWORD) == ["乡镇"]
    restore(paths, copy, PASSWORD, theirs="两岸猿声啼不住轻舟")
    assert names(paths, "两岸猿声啼不住轻舟") == ["市直"]


def test_a_backup_without_a_password_takes_no_locked_offices_place(paths, store, tmp_path):
    other = SqlStore.open(Paths(tmp_path / "other"))
    copy = other.backup()
    other.close()
    add(store, "乡镇")
    store.locks.set_password(PASSWORD)
    store.close()
    with pytest.raises(StoreError, match="没有口令"):
        restore(paths, copy, PASSWORD)
    assert names(paths, PASSWORD) == ["乡镇"]


def test_nothing_is_replaced_while_another_program_works_in_it(paths, store):
    copy = store.backup()
    add(store, "备份后")  # this one stands for a command line beside the window
    with pytest.raises(StoreError, match="别的程序正在用"):
        restore(paths, copy)
    add(store, "还在")
    store.close()
    assert sorted(names(paths)) == ["备份后", "还在"]
    restore(paths, copy)
    assert names(paths) == []


def changed(source, target, change):
    """A package with its members changed by a function on names and bytes."""
    with ZipFile(source) as old:
        members = {one.filename: old.read(one) for one in old.infolist()}
    members = change(members)
    with ZipFile(target, "w") as new:
        for name, data in members.items():
            new.writestr(name, data)
    return target


def flipped(members):
    store = bytearray(members["desk.db"])
    store[5 * 8192 + 7] ^= 1
    return {**members, "desk.db": bytes(store)}


def listed(members, name, data):
    """A member with its line in the manifest."""
    manifest = json.loads(members["manifest.json"])
    manifest["members"][name] = {"size": len(data), "sha256": ""}
    return {**members, name: data, "manifest.json": json.dumps(manifest).encode()}


def newer(members):
    manifest = json.loads(members["manifest.json"])
    manifest["contents"]["schema"] = len(migrations.steps()) + 1
    return {**members, "manifest.json": json.dumps(manifest).encode()}


REFUSED = {
    "a flipped bit": (flipped, "校验值不符"),
    "a member less": (lambda m: {k: v for k, v in m.items() if k != "desk.key"}, "少了“desk.key”"),
    "a member more": (lambda m: {**m, "x.txt": b"x"}, "与清单对不上"),
    "no manifest": (lambda m: {k: v for k, v in m.items() if k[0] != "m"}, "没有清单"),
    "a broken manifest": (lambda m: {**m, "manifest.json": b"{"}, "清单读不出来"),
    "a way out": (lambda m: listed(m, "templates/../../x", b"x"), "与清单不符"),
    "a rooted name": (lambda m: listed(m, "/etc/x", b"x"), "与清单不符"),
    "a Windows name": (lambda m: listed(m, "fonts/C:\\x", b"x"), "与清单不符"),
    "a newer program": (newer, "更新版本"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_package_that_is_not_whole_is_refused_before_anything_is_touched(
    paths, store, tmp_path, case
):
    change, sentence = REFUSED[case]
    copy = changed(store.backup(tmp_path / "a.infodesk"), tmp_path / "b.infodesk", change)
    store.close()
    before = {path: path.read_bytes() for path in paths.data.rglob("*") if path.is_file()}
    with pytest.raises(DeskError, match=sentence):
        restore(paths, copy)
    assert {path: path.read_bytes() for path in paths.data.rglob("*") if path.is_file()} == before
    assert not (tmp_path / "x").exists()


def test_a_bomb_is_refused_unopened(paths, store, tmp_path):
    source, bomb = store.backup(tmp_path / "a.infodesk"), tmp_path / "b.infodesk"
    with ZipFile(source) as old, ZipFile(bomb, "w") as new:
        for one in old.infolist():
            new.writestr(one.filename, old.read(one), 8 if one.filename == "desk.db" else 0)
    with pytest.raises(StoreError, match="与清单不符"):
        restore(Paths(tmp_path / "new"), bomb)


def test_a_foreign_or_missing_file_is_refused(paths, store, tmp_path):
    store.close()
    for name in ("other.infodesk", "other.db"):
        (tmp_path / name).write_bytes(b"not a backup" * 1000)
        with pytest.raises(StoreError):
            restore(paths, tmp_path / name)
    with pytest.raises(NotFoundError, match="找不到备份文件"):
        restore(paths, tmp_path / "missing.db")
    assert names(paths) == []


def test_a_disk_without_room_is_told_before_anything_is_taken_out(
    paths, store, tmp_path, monkeypatch
):
    copy = store.backup()
    store.close()
    usage = shutil.disk_usage(tmp_path)._replace(free=1 << 20)
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: usage)
    with pytest.raises(StoreError, match="只剩 1 MB"):
        restore(paths, copy)
    assert not (paths.data / "restoring").exists()


def test_cancelling_at_any_step_leaves_the_state_there_was(paths, store):
    copy = store.backup()
    add(store, "备份后")
    store.close()
    for count in range(1, 20):
        job = FileSafekeeping().restore(paths, copy)
        steps = [None for _ in zip(range(count), job, strict=False)]
        job.close()
        if len(steps) < count:
            break
        assert not list(paths.data.glob("restoring*"))
        assert list(paths.data.glob("quarantine")) == []
        assert names(paths) == ["备份后"]
    assert count > 5
    assert names(paths) == []


class _Killed(BaseException):
    """The process ends here."""


def test_killed_at_any_rename_the_next_start_finds_one_whole_state(
    paths, store, tmp_path, monkeypatch
):
    add(store, "备份前")
    copy = store.backup(tmp_path / "a.infodesk")
    add(store, "备份后")
    store.close()
    (paths.data / "settings.toml").write_text('office = "府办"', "utf-8")
    shutil.copytree(paths.data, tmp_path / "before")
    real, outcomes = Path.rename, set()
    for dying in range(1, 40):
        shutil.rmtree(paths.data)
        shutil.copytree(tmp_path / "before", paths.data)
        calls = iter(range(1, 1000))

        def rename(self, target, calls=calls, dying=dying):
            if next(calls) == dying:
                raise _Killed
            return real(self, target)

        monkeypatch.setattr(Path, "rename", rename)
        monkeypatch.setattr(
            restoring.shutil, "rmtree", lambda *_args, **_kw: None
        )  # nobody tidies up
        try:
            restore(paths, copy)
        except _Killed:
            ended = False
        else:
            ended = True
        monkeypatch.undo()
        FileSafekeeping().settle(paths)
        outcomes.add(tuple(sorted(names(paths))))
        settings = paths.settings.exists()
        assert settings == ("备份后" in names(paths))  # both of one state
        if ended:
            break
    assert outcomes == {("备份前",), ("备份前", "备份后")}
    assert ended


@pytest.mark.parametrize("left", ["restoring/new", "rehearsal"])
def test_a_copy_with_its_key_that_a_kill_left_is_removed_at_the_next_start(paths, store, left):
    store.close()
    (paths.data / left).mkdir(parents=True)
    shutil.copy2(paths.store.with_suffix(".key"), paths.data / left)
    FileSafekeeping().settle(paths)
    assert {one.name for one in paths.data.rglob("*.key")} == {"desk.key"}
    assert not (paths.data / left).exists()
