"""What may be a password, and what is wrong with a poor one."""

import unicodedata
from typing import NamedTuple

from desk.errors import FieldError

SHORTEST, LONGEST = 8, 128
_FEW = 4  # different characters, up to which a password is as good as one of these alone
_RUNS = ("0123456789", "9876543210", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm")
_RUN = 5
_COMMON = ("password", "admin", "iloveyou", "woaini", "mima", "政务信息", "办公室", "信息编报台")
_LONG_NUMBER = 14  # digits that are not guessed in a day, as they are not a date or a telephone


class _Fault(NamedTuple):
    is_so: bool
    sentence: str


def prepared(password: str) -> str:
    """A password in the one form in which it is used, whatever keyboard it was typed on."""
    return unicodedata.normalize("NFKC", password).strip()


def must_do(password: str) -> None:
    """Raise FieldError for what cannot be a password."""
    held = prepared(password)
    if len(held) < SHORTEST:
        raise FieldError(
            "password", f"口令至少要 {SHORTEST} 个字，现在是 {len(held)} 个。请再长一些。"
        )
    if len(held) > LONGEST:
        raise FieldError("password", f"口令最长 {LONGEST} 个字，现在是 {len(held)} 个。请短一些。")
    if any(unicodedata.category(one)[0] == "C" for one in held):
        raise FieldError("password", "口令里有看不见的控制字符，可能是粘贴带进来的。请重新输入。")


def advice(password: str, *known: str) -> str:
    """What makes a password easy to guess, as a sentence; "" for a good one.

    ``known`` are words that everybody here knows, such as the office's and the clerk's names.
    """
    held = prepared(password).casefold()
    common = next((one for one in (*_COMMON, *known) if one and one.casefold() in held), "")
    faults = (
        _Fault(len(set(held)) <= _FEW, "同几个字翻来覆去，很容易猜到"),
        _Fault(_has_run(held), "里面有键盘上连着的一串，很容易猜到"),
        _Fault(held.isdecimal() and len(held) < _LONG_NUMBER, "全是数字，像日期或电话，很容易猜到"),
        _Fault(bool(common), f"里面有“{common}”，别人容易想到"),
    )
    found = next((one.sentence for one in faults if one.is_so), "")
    return f"这个口令{found}。可以用，但最好换成一句只有您知道的话。" if found else ""


def _has_run(held: str) -> bool:
    pieces = (held[at : at + _RUN] for at in range(len(held) - _RUN + 1))
    return any(piece in run for piece in pieces for run in _RUNS)
