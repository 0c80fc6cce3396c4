"""Set, change and remove the password of the store, each with its record."""

from desk.auditing import By, note
from desk.errors import LockedError
from desk.store import Store
from desk.vault.recovery import is_recovery_key

_SUBJECT = "数据文件的口令"


def set_password(store: Store, by: By, new: str, old: str = "") -> str:
    """Set a password, or change it with an old one or the recovery key.

    Returns the recovery key, which is shown this once; "" on a change, which leaves it as it was.
    Raises FieldError for what cannot be a password, LockedError where the old one is wrong.
    """
    action = "更改口令" if store.locks.has_password else "设置口令"
    with store.begin() as work:
        note(work, by, action, _SUBJECT)
        return store.locks.set_password(new, old)


def remove_password(store: Store, by: By, old: str) -> None:
    """Let the store open without a password. Raises LockedError where the old one is wrong."""
    with store.begin() as work:
        note(work, by, "取消口令", _SUBJECT)
        store.locks.remove_password(old)


def must_be_password(store: Store, secret: str) -> None:
    """Raise LockedError for what is wrong, and for the recovery key."""
    if is_recovery_key(secret):
        raise LockedError("换密钥要用口令，不能用恢复密钥。忘了口令的，请先用恢复密钥更改口令。")
    if not store.locks.is_right(secret):
        raise LockedError("口令不对，请重新输入。")


def renew_recovery(store: Store, by: By, secret: str) -> str:
    """A new recovery key; the old one opens this store no more. Raises LockedError."""
    with store.begin() as work:
        note(work, by, "更换恢复密钥", _SUBJECT)
        return store.locks.renew_recovery(secret)
