"""Seal a file of any size under a password: AES-256-GCM in chunks (the STREAM construction).

Each chunk's nonce holds its number and whether it is the last, so a file that was cut, extended or
put together differently is noticed. Each is bound to the header.
"""

import hashlib
import hmac
import secrets
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from desk.errors import LockedError, NotReadableError
from desk.jobs import Job, Progress
from desk.vault.gcm import TAG, gcm
from desk.vault.passwords import must_do, prepared
from desk.vault.stretching import BLOCK, COST, LANES, is_bearable, stretched
from desk.whole_file import becoming

if TYPE_CHECKING:
    from Cryptodome.Cipher._mode_gcm import GcmMode

_MAGIC, _VERSION = b"INFOSEAL", 1
_FORM = struct.Struct(">8sBBBBI16s7s16s")  # a SHA-256 of it follows
_CHUNK, _LARGEST_CHUNK = 1 << 18, 1 << 24
_KEY, _SALT, _PREFIX, _PROOF = 32, 16, 7, 16
_DIGEST = hashlib.sha256().digest_size


def seal(source: Path, target: Path, password: str) -> Job[None]:
    """Write a file's sealed copy; it has its name only when it is whole and on the disk.

    Progress is in bytes. Raises FieldError for what cannot be a password.
    """
    must_do(password)
    salt, prefix = secrets.token_bytes(_SALT), secrets.token_bytes(_PREFIX)
    key, proof = _keys(password, salt, COST, BLOCK, LANES)
    plain = _FORM.pack(
        _MAGIC, _VERSION, COST.bit_length() - 1, BLOCK, LANES, _CHUNK, salt, prefix, proof
    )
    header = _Header(plain + hashlib.sha256(plain).digest(), _CHUNK, prefix)
    size = source.stat().st_size
    with source.open("rb") as file, becoming(target) as sealed:
        sealed.write(header.text)
        for number, (chunk, is_last) in enumerate(_pieces(file, _CHUNK)):
            cipher = header.cipher(key, number, is_last=is_last)
            sealed.write(b"".join(cipher.encrypt_and_digest(chunk)))
            yield Progress(min((number + 1) * _CHUNK, size), size, "正在加密")


def unseal(source: Path, target: Path, password: str) -> Job[None]:
    """Write the file that was sealed; nothing is left of it where it turns out damaged.

    Raises LockedError for a wrong password, NotReadableError for a damaged or foreign file.
    """
    size = source.stat().st_size
    with source.open("rb") as file:
        header, key = _opened(file, source, password)
        with becoming(target) as plain:
            for number, (piece, is_last) in enumerate(_pieces(file, header.chunk + TAG)):
                cipher = header.cipher(key, number, is_last=is_last)
                try:
                    plain.write(cipher.decrypt_and_verify(piece[:-TAG], piece[-TAG:]))
                except ValueError as error:
                    raise _damaged(source) from error
                yield Progress(file.tell(), size, "正在解密")


def is_sealed(path: Path) -> bool:
    """Whether a file was made by ``seal``, going by how it begins."""
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


@dataclass(frozen=True, slots=True)
class _Header:
    text: bytes
    chunk: int
    prefix: bytes

    def cipher(self, key: bytes, number: int, *, is_last: bool) -> "GcmMode":
        """The cipher of one chunk."""
        nonce = self.prefix + struct.pack(">IB", number, is_last)
        return gcm(key, nonce).update(self.text)


def _opened(file: BinaryIO, source: Path, password: str) -> tuple[_Header, bytes]:
    """Read the header and try the password; the file is left at the first chunk."""
    plain, digest = file.read(_FORM.size), file.read(_DIGEST)
    if not plain.startswith(_MAGIC):
        raise NotReadableError(f"“{source.name}”不是本软件加密的文件。请核对后再选。")
    if hashlib.sha256(plain).digest() != digest:
        raise _damaged(source)
    _, version, power, block, lanes, chunk, salt, prefix, proof = _FORM.unpack(plain)
    if version > _VERSION:
        raise NotReadableError(
            f"“{source.name}”是更新版本的信息编报台加密的。请先升级本软件再打开。"
        )
    if not is_bearable(1 << power, block, lanes) or not 0 < chunk <= _LARGEST_CHUNK:
        raise _damaged(source)
    if not password:
        raise LockedError(f"“{source.name}”加了密。请输入口令。")
    key, found = _keys(password, salt, 1 << power, block, lanes)
    if not hmac.compare_digest(found, proof):
        raise LockedError(f"“{source.name}”的口令不对。请重新输入。")
    return _Header(plain + digest, chunk, prefix), key


def _keys(password: str, salt: bytes, cost: int, block: int, lanes: int) -> tuple[bytes, bytes]:
    """The key, and a proof of the password that says nothing of the key."""
    held = stretched(prepared(password), salt, cost, block, lanes, _KEY + _PROOF)
    return held[:_KEY], held[_KEY:]


def _pieces(file: BinaryIO, size: int) -> Iterator[tuple[bytes, bool]]:
    """Pieces of a size, and whether each is the last; there is always one, if an empty one."""
    piece = file.read(size)
    while True:
        after = file.read(size)
        yield piece, not after
        if not after:
            return
        piece = after


def _damaged(source: Path) -> NotReadableError:
    return NotReadableError(
        f"“{source.name}”不完整或已损坏，没有采用。请换一份，或从原来的地方重新复制一次。"
    )
