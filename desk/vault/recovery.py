"""The recovery key: 144 random bits as eight groups that can be copied from paper without error."""

import secrets
import unicodedata

from desk.errors import DeskError

_ALPHABET = "34679ACDEFHJKLMNPRTVWXY"  # of 0OQ 1I 2Z 5S 6G 8B UV one each at most
_MODULUS = len(_ALPHABET)  # a prime: one wrong character and two swapped ones are always noticed
_GROUPS, _CHARS = 8, 4
_LENGTH = _GROUPS * (_CHARS + 1)
_SEPARATORS = "-‐‑‒–—―－_·.,，。、 "  # put between by a hand or an input method


def new_recovery_key() -> str:
    """A random recovery key as it is printed: ``7K3FA-…``, the last of each group its check."""
    groups = ("".join(secrets.choice(_ALPHABET) for _ in range(_CHARS)) for _ in range(_GROUPS))
    return "-".join(group + _check(at, group) for at, group in enumerate(groups))


def read_recovery_key(typed: str) -> str:
    """The recovery key in its printed form, whatever case, blanks and dashes it was typed with.

    "" for what is no recovery key at all, such as a password. Raises DeskError that names the
    group where one was mistyped.
    """
    held = "".join(one for one in unicodedata.normalize("NFKC", typed).upper() if _counts(one))
    if not _looks_like_one(held):
        return ""
    if len(held) != _LENGTH:
        raise DeskError(
            f"恢复密钥一共 {_GROUPS} 组、{_LENGTH} 个字符，现在是 {len(held)} 个。"
            "请对照纸上再看一遍。"
        )
    step = _CHARS + 1
    groups = [held[at : at + step] for at in range(0, _LENGTH, step)]
    wrong = [at for at, group in enumerate(groups) if not _is_right(at, group)]
    if wrong:
        places = "、".join(f"第 {at + 1} 组（{groups[at]}）" for at in wrong)
        raise DeskError(f"恢复密钥的{places}抄错了。请对照纸上改这里，再试一次。")
    return "-".join(groups)


def _counts(character: str) -> bool:
    return character not in _SEPARATORS and not character.isspace()


def _looks_like_one(held: str) -> bool:
    """Long enough, and of characters that only typing errors add to: no password is that."""
    return len(held) in range(_LENGTH - 3, _LENGTH + 4) and held.isascii() and held.isalnum()


def _is_right(at: int, group: str) -> bool:
    known = set(group[:-1]) <= set(_ALPHABET)
    return known and group[-1] == _check(at, group[:-1])


def _check(at: int, group: str) -> str:
    """Weighed by place, so that swapped characters are noticed, and by group for swapped groups."""
    total = sum((place + 2) * _ALPHABET.index(one) for place, one in enumerate(group))
    return _ALPHABET[(total + at) % _MODULUS]


def is_recovery_key(typed: str) -> bool:
    """Whether something typed is a recovery key, of whichever store."""
    try:
        return bool(read_recovery_key(typed))
    except DeskError:
        return False
