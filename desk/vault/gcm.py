"""AES-256-GCM, loaded on use: most starts of the program need no key but the one in the file."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from Cryptodome.Cipher._mode_gcm import GcmMode

TAG = 16  # bytes


def gcm(key: bytes, nonce: bytes) -> "GcmMode":
    """A cipher for one message; its tag has 16 bytes."""
    from Cryptodome.Cipher import AES  # noqa: PLC0415 - loads ctypes and its libraries

    return AES.new(key, AES.MODE_GCM, nonce=nonce, mac_len=TAG)
