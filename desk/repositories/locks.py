"""The password of the store."""

from typing import Protocol


class Locks(Protocol):
    """Sets and tries the password; ``desk.locking`` does it with a record.

    A secret is the password or the recovery key. A wrong one, or one that comes too soon after
    wrong ones, raises LockedError. The key file is replaced whole or not at all.
    """

    @property
    def has_password(self) -> bool:
        """Whether the store opens only with a secret."""

    def is_right(self, secret: str) -> bool:
        """Whether a secret opens the store.

        Raises LockedError with a time where no further one is heard before that.
        """

    def set_password(self, new: str, old: str = "") -> str:
        """Set a password, or change it with an old secret.

        Returns the recovery key; "" on a change, which leaves it as it was. Raises FieldError for
        what cannot be a password.
        """

    def remove_password(self, old: str) -> None:
        """Open without a password from now on."""

    def renew_recovery(self, secret: str) -> str:
        """Make a new recovery key, with the password; the old one opens nothing any more."""
