"""A person's PIN (口令): kept as a salted scrypt hash, asked for when the name is switched to.

It keeps colleagues from signing by mistake; against who holds the machine only the store's own
password helps.
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from desk.errors import FieldError

SHORTEST, LONGEST = 4, 8
_FREE_TRIES = 5
_FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=30), timedelta(hours=1)
_COST, _BLOCK, _LANES = 2**14, 8, 1  # 16 MiB and some 50 ms a try
_KIND = "scrypt"


@dataclass(frozen=True, slots=True)
class Attempts:
    """How often a PIN was wrong in a row, and until when no further one is heard."""

    wrong: int = 0
    until: datetime | None = None

    def failed(self, now: datetime) -> "Attempts":
        """After one more wrong PIN: from the fifth on the pause doubles each time."""
        wrong = self.wrong + 1
        if wrong < _FREE_TRIES:
            return Attempts(wrong)
        pause = min(_FIRST_PAUSE * 2 ** min(wrong - _FREE_TRIES, 10), LONGEST_PAUSE)
        return Attempts(wrong, now + pause)

    def refusal(self, now: datetime) -> str:
        """Why no PIN is heard now, as a sentence; "" where one is.

        A clock that was set back does not lengthen the pause.
        """
        if self.until is None or not timedelta() < self.until - now <= LONGEST_PAUSE:
            return ""
        minutes, rest = divmod(self.until - now, timedelta(minutes=1))
        left = f"{minutes} 分 " if minutes else ""
        return f"口令已经连续错了 {self.wrong} 次，请过 {left}{rest.seconds + 1} 秒再试。"


def hashed(pin: str, salt: bytes) -> str:
    """A PIN as it is kept; raises FieldError for one that is not 4 to 8 digits."""
    if not (pin.isascii() and pin.isdecimal() and SHORTEST <= len(pin) <= LONGEST):
        raise FieldError("pin", f"口令是 {SHORTEST} 到 {LONGEST} 位数字。请重新输入。")
    return f"{_KIND}${salt.hex()}${_digest(pin, salt).hex()}"


def is_right(pin: str, kept: str) -> bool:
    """Whether a PIN is the one that is kept."""
    kind, salt, digest = kept.split("$")
    known = kind == _KIND
    return known and hmac.compare_digest(_digest(pin, bytes.fromhex(salt)).hex(), digest)


def _digest(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=_COST, r=_BLOCK, p=_LANES)
