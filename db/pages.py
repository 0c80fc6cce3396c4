"""The pages of a store's file, read without SQLite: each is checked by its own code, and opened.

SQLCipher keeps pages of AES-256-CBC with an IV and an HMAC-SHA512 over text, IV and page number.
SQLite meets a broken page only where it happens to read it; here every page is looked at, bit by
bit, and what lies around a broken one can still be read.
"""

import hmac
from collections.abc import Iterator
from hashlib import pbkdf2_hmac
from typing import BinaryIO

from db.engine import PAGE_BYTES

_SALT, _IV, _CODE = 16, 16, 64
_RESERVED = _IV + _CODE
USABLE = PAGE_BYTES - _RESERVED
_TURNED = bytes(byte ^ 0x3A for byte in range(256))  # of the salt, for the codes' own key
_LOCK_PAGE = (1 << 30) // PAGE_BYTES + 1  # SQLite never writes the page in which locks lie
_PORTION = 512  # pages read together: 4 MB
_LEAST_PAGES = 2


class Pages:
    """The pages of a closed file, or of one that is only read meanwhile; numbers begin with 1."""

    def __init__(self, file: BinaryIO, key: str, salt: bytes = b"") -> None:
        self.file = file
        self._key = bytes.fromhex(key)
        self.salt = salt or self._at(0, _SALT)
        self._codes = pbkdf2_hmac("sha512", self._key, self.salt.translate(_TURNED), 2, 32)
        size = file.seek(0, 2)
        self.count, self.rest = divmod(size, PAGE_BYTES)

    def broken(self, first: int, last: int) -> list[int]:
        """The pages from first to last whose code is wrong."""
        start = (first - 1) * PAGE_BYTES
        data = memoryview(self._at(start, (last - first + 1) * PAGE_BYTES))
        return [
            number
            for number in range(first, last + 1)
            if number != _LOCK_PAGE
            and not self.is_whole(number, data[(number - first) * PAGE_BYTES :][:PAGE_BYTES])
        ]

    def is_whole(self, number: int, page: bytes | memoryview) -> bool:
        """Whether a page's code is that of its text and its number."""
        begin = _SALT if number == 1 else 0
        told = bytes(page[begin : PAGE_BYTES - _CODE]) + number.to_bytes(4, "little")
        code = hmac.digest(self._codes, told, "sha512")
        return hmac.compare_digest(code, bytes(page[PAGE_BYTES - _CODE :]))

    def raw(self, number: int) -> bytes:
        """A page as it lies in the file; shorter where the file ends."""
        return self._at((number - 1) * PAGE_BYTES, PAGE_BYTES)

    def opened(self, page: bytes, number: int) -> bytes:
        """The plain text of a page, which need not be whole."""
        from Cryptodome.Cipher import AES  # noqa: PLC0415 - only where pages are read by hand

        begin = _SALT if number == 1 else 0
        cipher = AES.new(self._key, AES.MODE_CBC, page[USABLE : USABLE + _IV])
        text = cipher.decrypt(page[begin:USABLE])
        return b"SQLite format 3\0" + text if number == 1 else text

    def _at(self, offset: int, size: int) -> bytes:
        self.file.seek(offset)
        return self.file.read(size)


def broken_pages(file: BinaryIO, key: str) -> Iterator[tuple[int, int, list[int]]]:
    """Portion by portion: pages looked at, pages in all, those broken in the portion.

    What lies behind the last whole page counts as one broken page.
    """
    pages = Pages(file, key)
    for first in range(1, pages.count + 1, _PORTION):
        last = min(first + _PORTION - 1, pages.count)
        yield last, pages.count, pages.broken(first, last)
    if pages.rest or pages.count < _LEAST_PAGES:
        yield pages.count, pages.count, [pages.count + 1]
