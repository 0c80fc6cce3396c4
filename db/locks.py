"""The password of the store: what lies in the key file beside it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from db.failures import files_translated
from db.keys import is_locked, key_beside, read_key, write_key
from desk.errors import LockedError
from desk.vault import passwords, wrapping
from desk.vault.recovery import new_recovery_key


class KeyFileLocks:
    """``desk.repositories.locks.Locks`` on the key file of an open store."""

    def __init__(self, store: Path, key: str, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._key = key
        self._clock = clock

    @property
    def has_password(self) -> bool:
        """Whether the store opens only with a secret."""
        return is_locked(self._store)

    def is_right(self, secret: str) -> bool:
        """Whether a secret opens the store. Raises LockedError while none is heard."""
        try:
            self._must_open(secret)
        except LockedError as error:
            if error.until is not None:
                raise
            return False
        return True

    def set_password(self, new: str, old: str = "") -> str:
        """Set a password, or change it with an old secret; see the protocol."""
        passwords.must_do(new)
        if self.has_password:
            self._must_open(old)
            self._write(
                {**self._slots(), wrapping.PASSWORD: wrapping.under_password(self._key, new)}
            )
            return ""
        recovery = new_recovery_key()
        self._write(wrapping.under_both(self._key, new, recovery))
        return recovery

    def remove_password(self, old: str) -> None:
        """Open without a password from now on."""
        self._must_open(old)
        with files_translated(self._store.parent):
            write_key(key_beside(self._store), self._key)

    def renew_recovery(self, secret: str) -> str:
        """Make a new recovery key; the old one opens nothing any more."""
        self._must_open(secret)
        recovery = new_recovery_key()
        slot = wrapping.wrapped(self._key, recovery, wrapping.RECOVERY)
        self._write({**self._slots(), wrapping.RECOVERY: slot})
        return recovery

    def _must_open(self, secret: str) -> None:
        if read_key(self._store, secret, self._clock()) != self._key:
            raise LockedError("密钥文件已经被换过。请退出程序，重新打开后再试。")

    def _slots(self) -> wrapping.Slots:
        return wrapping.from_text(key_beside(self._store).read_text("utf-8"))

    def _write(self, slots: wrapping.Slots) -> None:
        with files_translated(self._store.parent):
            write_key(key_beside(self._store), wrapping.to_text(slots))
