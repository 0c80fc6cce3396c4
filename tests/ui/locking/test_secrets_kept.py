"""Neither password, recovery key nor the store's key is written or shown anywhere by accident."""

import pytest

from db.backups import staging, writing
from db.keys import key_beside, read_key
from desk import locking
from desk.auditing import By
from desk.errors import LockedError
from desk.vault import wrapping
from ui.crash_dialog import write_log
from ui.locking.new_key import NewKey

WORDS, NEW = "云岭县的雨季很长", "今年的雨季更长了"


@pytest.fixture
def kept(store, paths, now):
    """All that must not be seen: two passwords, the recovery key, the key."""
    key = read_key(paths.store)
    recovery = locking.set_password(store, By("王敏", now), WORDS)
    return WORDS, NEW, recovery, recovery.replace("-", ""), key


def hides(text, kept):
    return not any(secret in text for secret in kept)


class UnforeseenError(Exception):
    """An error that nobody catches, with what is secret in its words."""


@pytest.mark.parametrize("deed", ["read_key", "set_password"])
def test_an_error_in_the_middle_tells_no_secret_to_the_log_or_the_crash_dialog(
    store, paths, now, kept, monkeypatch, deed
):
    def burst(*given, **_more):
        raise UnforeseenError(*given)

    by = By("王敏", now)
    monkeypatch.setattr(wrapping, "unwrapped", burst)
    deeds = {
        "read_key": lambda: read_key(paths.store, WORDS),
        "set_password": lambda: locking.set_password(store, by, NEW, WORDS),
    }
    with pytest.raises(UnforeseenError) as caught:
        deeds[deed]()
    details = write_log(caught.value, paths.log)
    assert "UnforeseenError" in details
    assert hides(details, kept)
    assert hides(paths.log.read_text("utf-8"), kept)


def test_the_trail_tells_the_deed_only(store, now, kept):
    by = By("王敏", now)
    locking.set_password(store, by, NEW, WORDS)
    fresh = locking.renew_recovery(store, by, NEW)
    locking.remove_password(store, by, NEW)
    with store.read() as work:
        said = repr(work.audit.records(limit=50))
    assert hides(said, (*kept, fresh))


def test_what_a_wrong_secret_raises_does_not_repeat_it(paths, kept):
    with pytest.raises(LockedError) as caught:
        read_key(paths.store, NEW)
    assert hides(repr(caught.value) + str(caught.value), kept)


def test_no_value_shows_a_secret_when_it_is_printed(store, paths, kept):
    word, _, _, _, key = kept
    secrets = staging.Secrets(secret=word, password=word, key=key)
    for one in (NewKey(word), secrets, writing.Source(paths, key, None)):
        assert hides(repr(one), kept)
    for one in (store, store.locks, store.backups, store.aside):
        assert hides(repr(one), kept)
    assert hides(key_beside(paths.store).read_text(), kept)
