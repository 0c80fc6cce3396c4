"""A key file with a password: the key twice, under the password and under the recovery key.

Each time AES-256-GCM with a key that scrypt made of the secret.
"""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from desk.errors import DeskError, LockedError, StoreError
from desk.vault.gcm import TAG, gcm
from desk.vault.passwords import prepared
from desk.vault.recovery import read_recovery_key
from desk.vault.stretching import BLOCK, COST, LANES, is_bearable, stretched

FORMAT, VERSION = "infodesk-key", 1
PASSWORD, RECOVERY = "password", "recovery"
_SALT, _NONCE, _KEY = 16, 12, 32
_WRONG = "口令不对。请重新输入；忘了口令的，用打印保存的恢复密钥。"


class DamagedError(Exception):
    """What lies in the key file is no wrapped key."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The key under one secret, and what is needed to open it; all bytes as hex digits."""

    cost: int
    block: int
    lanes: int
    salt: str
    nonce: str
    tag: str
    key: str


Slots = Mapping[str, Slot]


def wrapped(key: str, secret: str, name: str) -> Slot:
    """The key, hex digits, under a secret."""
    salt, nonce = secrets.token_bytes(_SALT), secrets.token_bytes(_NONCE)
    cipher = gcm(stretched(secret, salt, COST, BLOCK, LANES, _KEY), nonce)
    cipher.update(_label(name))
    hidden, tag = cipher.encrypt_and_digest(bytes.fromhex(key))
    return Slot(COST, BLOCK, LANES, salt.hex(), nonce.hex(), tag.hex(), hidden.hex())


def under_password(key: str, password: str) -> Slot:
    """The key under a password as it was typed."""
    return wrapped(key, prepared(password), PASSWORD)


def under_both(key: str, password: str, recovery: str) -> Slots:
    """All that a key file with a password holds."""
    return {PASSWORD: under_password(key, password), RECOVERY: wrapped(key, recovery, RECOVERY)}


def unwrapped(slots: Slots, secret: str) -> str:
    """The key as hex digits. Raises LockedError where the secret, of whichever kind, is wrong."""
    try:
        recovery = read_recovery_key(secret)
        mistyped = ""
    except DeskError as error:
        recovery, mistyped = "", str(error)
    tries = [(RECOVERY, recovery)] if recovery else []
    for name, held in (*tries, (PASSWORD, prepared(secret))):
        key = _opened(slots[name], held, name)
        if key:
            return key
    raise LockedError(mistyped or _WRONG)


def to_text(slots: Slots) -> str:
    """The key file's text."""
    held = {
        name: {field: getattr(slot, field) for field in _FIELDS} for name, slot in slots.items()
    }
    return json.dumps({"format": FORMAT, "version": VERSION, **held}, indent=1)


def from_text(text: str) -> Slots:
    """What a key file holds. Raises DamagedError; StoreError for one of a newer program."""
    try:
        held = json.loads(text)
        if held["format"] == FORMAT and held["version"] > VERSION:
            raise StoreError("密钥文件是更新版本的信息编报台写的，打不开。请先升级本软件。")
        slots = {name: Slot(**held[name]) for name in (PASSWORD, RECOVERY)}
        sound = held["format"] == FORMAT and all(_is_sound(slot) for slot in slots.values())
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise DamagedError from error
    if not sound:
        raise DamagedError
    return slots


_FIELDS = tuple(Slot.__slots__)


def _is_sound(slot: Slot) -> bool:
    numbers = (slot.cost, slot.block, slot.lanes)
    return (
        all(type(one) is int for one in numbers)
        and is_bearable(*numbers)
        and len(bytes.fromhex(slot.key)) == _KEY
        and len(bytes.fromhex(slot.nonce)) == _NONCE
        and len(bytes.fromhex(slot.salt)) == _SALT
        and len(bytes.fromhex(slot.tag)) == TAG
    )


def _opened(slot: Slot, secret: str, name: str) -> str:
    salt = bytes.fromhex(slot.salt)
    held = stretched(secret, salt, slot.cost, slot.block, slot.lanes, _KEY)
    cipher = gcm(held, bytes.fromhex(slot.nonce))
    cipher.update(_label(name))
    try:
        return cipher.decrypt_and_verify(bytes.fromhex(slot.key), bytes.fromhex(slot.tag)).hex()
    except ValueError:
        return ""


def _label(name: str) -> bytes:
    return f"{FORMAT} {VERSION} {name}".encode()
