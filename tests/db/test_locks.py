"""The password of a store: what opens it, what does not, and what lies in its folder."""

import json
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest

from db.keys import is_locked, key_beside, read_key, tries_beside
from db.store import SqlStore
from desk import locking
from desk.auditing import By
from desk.errors import FieldError, LockedError, StoreError
from desk.paths import Paths

FIRST, SECOND = "云岭县的雨季很长", "今年的雨季更长了"
WRONG = "云岭县的旱季很长"


@pytest.fixture
def by(now: datetime) -> By:
    return By("王敏", now)


def opens(paths: Paths, secret: str = "", now: datetime | None = None) -> bool:
    """Whether the store opens; a moment later than all that happened before."""
    try:
        read_key(paths.store, secret, now)
    except LockedError:
        return False
    return True


def actions(store: SqlStore) -> list[str]:
    with store.read() as work:
        return [one.action for one in work.audit.records(limit=10) if "口令" in one.subject]


def test_a_cut_while_the_password_is_removed_leaves_no_plain_key_beside_a_locked_store(
    store, paths, by
):
    locking.set_password(store, by, FIRST)
    store.close()
    half = paths.data / "desk.key.part"
    half.write_text("ab" * 32)
    SqlStore.open(paths, secret=FIRST).close()
    assert not half.exists()
    assert is_locked(paths.store)


def test_with_a_password_the_store_opens_with_it_or_with_the_recovery_key_only(store, paths, by):
    recovery = locking.set_password(store, by, FIRST)
    store.close()
    assert is_locked(paths.store)
    assert not opens(paths)
    assert not opens(paths, WRONG)
    assert not opens(paths, FIRST.encode("gbk").decode("utf-8", "surrogateescape"))
    for secret in (FIRST, recovery, recovery.lower().replace("-", " ")):
        reopened = SqlStore.open(paths, secret=secret)
        assert actions(reopened) == ["设置口令"]
        reopened.close()


def test_the_key_itself_lies_nowhere_in_the_folder_then(store, paths, by):
    key = read_key(paths.store)
    recovery = locking.set_password(store, by, FIRST)
    held = b"".join(one.read_bytes() for one in paths.data.rglob("*") if one.is_file())
    for secret in (key, FIRST, recovery, recovery.replace("-", "")):
        assert secret.encode() not in held
    assert bytes.fromhex(key) not in held


@pytest.mark.skipif(os.name == "nt", reason="no such permissions")
def test_only_its_owner_can_read_the_key_file(store, paths, by):
    locking.set_password(store, by, FIRST)
    assert stat.S_IMODE(key_beside(paths.store).stat().st_mode) == 0o600


def test_a_change_needs_the_old_password_and_keeps_the_paper_in_the_safe_good(store, paths, by):
    recovery = locking.set_password(store, by, FIRST)
    with pytest.raises(LockedError):
        locking.set_password(store, by, SECOND, old=WRONG)
    with pytest.raises(LockedError):
        locking.set_password(store, by, SECOND)
    assert locking.set_password(store, by, SECOND, old=FIRST) == ""
    assert [opens(paths, one) for one in (FIRST, SECOND, recovery)] == [False, True, True]
    assert actions(store) == ["更改口令", "设置口令"]


def test_who_forgot_the_password_sets_a_new_one_with_the_recovery_key(store, paths, by):
    recovery = locking.set_password(store, by, FIRST)
    locking.set_password(store, by, SECOND, old=recovery)
    assert opens(paths, SECOND)


def test_a_renewed_recovery_key_makes_the_old_paper_worthless(store, paths, by):
    old = locking.set_password(store, by, FIRST)
    new = locking.renew_recovery(store, by, FIRST)
    assert [opens(paths, one) for one in (old, new, FIRST)] == [False, True, True]
    assert actions(store) == ["更换恢复密钥", "设置口令"]


def test_a_removed_password_is_not_asked_for_any_more(store, paths, by):
    locking.set_password(store, by, FIRST)
    with pytest.raises(LockedError):
        locking.remove_password(store, by, WRONG)
    assert actions(store) == ["设置口令"]
    locking.remove_password(store, by, FIRST)
    assert not is_locked(paths.store)
    assert opens(paths)
    assert actions(store) == ["取消口令", "设置口令"]


def test_a_password_that_is_too_short_changes_nothing(store, paths, by):
    with pytest.raises(FieldError):
        locking.set_password(store, by, "1234567")
    assert not is_locked(paths.store)
    assert actions(store) == []


def test_wrong_passwords_make_the_next_one_wait_longer_also_after_a_restart(store, paths, by, now):
    locking.set_password(store, by, FIRST)
    for _ in range(5):
        assert not opens(paths, WRONG, now)
    with pytest.raises(LockedError, match="连续错了 5 次") as raised:
        read_key(paths.store, FIRST, now)
    assert raised.value.until == now + timedelta(seconds=30)
    later = now + timedelta(seconds=31)
    assert not opens(paths, WRONG, later)
    with pytest.raises(LockedError) as raised:
        read_key(paths.store, FIRST, later)
    assert raised.value.until == later + timedelta(minutes=1)
    assert opens(paths, FIRST, later + timedelta(minutes=2))
    assert not tries_beside(key_beside(paths.store)).exists()


def test_a_clock_set_back_does_not_lengthen_the_wait(store, paths, by, now):
    locking.set_password(store, by, FIRST)
    for _ in range(5):
        opens(paths, WRONG, now)
    assert opens(paths, FIRST, now - timedelta(days=400))


def test_the_lock_of_the_window_waits_with_the_same_count(store, paths, by, now):
    locking.set_password(store, by, FIRST)
    assert not any(store.locks.is_right(WRONG) for _ in range(4))
    for secret in (WRONG, FIRST):
        with pytest.raises(LockedError) as raised:
            store.locks.is_right(secret)
        assert raised.value.until == now + timedelta(seconds=30)
    assert not opens(paths, FIRST, now)


def test_a_damaged_count_of_attempts_keeps_nobody_out(store, paths, by):
    locking.set_password(store, by, FIRST)
    for text in ("", "{", "[1]", '{"wrong": "x", "until": ""}', '{"wrong": 9, "until": "soon"}'):
        tries_beside(key_beside(paths.store)).write_text(text)
        assert opens(paths, FIRST)


@contextmanager
def altered(paths: Paths, change: Callable[[dict], object]) -> Iterator[None]:
    path = key_beside(paths.store)
    before = path.read_text()
    held = json.loads(before)
    change(held)
    path.write_text(json.dumps(held))
    yield
    path.write_text(before)


def test_a_damaged_key_file_is_told_from_a_wrong_password(store, paths, by):
    locking.set_password(store, by, FIRST)
    changes: list[Callable[[dict], object]] = [
        lambda held: held.pop("recovery"),
        lambda held: held.update(format="other"),
        lambda held: held["password"].update(cost=2**40),
        lambda held: held["password"].update(cost=3),
        lambda held: held["password"].update(cost="16"),
        lambda held: held["password"].update(key="00"),
        lambda held: held["password"].update(tag="zz"),
        lambda held: held["password"].update(more=1),
    ]
    for change in changes:
        with altered(paths, change), pytest.raises(StoreError, match="已损坏"):
            read_key(paths.store, FIRST)
    with (
        altered(paths, lambda held: held.update(version=2)),
        pytest.raises(StoreError, match="更新版本"),
    ):
        read_key(paths.store, FIRST)


def test_swapped_halves_of_a_key_file_open_nothing(store, paths, by):
    locking.set_password(store, by, FIRST)

    def swap(held: dict) -> None:
        held["password"], held["recovery"] = held["recovery"], held["password"]

    with altered(paths, swap):
        assert not opens(paths, FIRST)


def test_a_key_file_that_cannot_be_written_stays_as_it_was(store, paths, by, monkeypatch):
    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    before = key_beside(paths.store).read_bytes()
    monkeypatch.setattr("db.keys.os.fsync", full)
    with pytest.raises(StoreError, match="磁盘已满"):
        locking.set_password(store, by, FIRST)
    monkeypatch.undo()
    assert key_beside(paths.store).read_bytes() == before
    assert actions(store) == []
