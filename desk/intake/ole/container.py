"""Microsoft's compound file: the streams of a .doc, taken within limits."""

import struct
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from desk.errors import NotReadableError
from desk.intake import magic

_SEND_AGAIN = "请让报送单位用 Word 或 WPS 重新保存一份再发来"
_DAMAGE = (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, struct.error)
_OBJECTS = "objectpool"
_SHIFTS = slice(0x1E, 0x22)  # [MS-CFB] 2.2: the sizes of sectors and small ones, as powers of two
_SECTORS = {(9, 0, 6, 0), (12, 0, 6, 0)}
_STREAMS = (2, 5)  # a stream, and the root, which is that of the small ones
_MACROS = frozenset({"macros", "_vba_project_cur", "vba"})


class Compound:
    """A compound file held in memory; no stream can be longer than the file itself."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._file = opened(data)
            tops = inside(self._file, ())
        except _DAMAGE as error:
            raise self._damaged() from error
        self._names: dict[str, str] = {one.name.lower(): one.name for one in tops}
        pools = [one for one in tops if one.name.lower() == _OBJECTS]
        self.embedded = sum(len(one.kids) for one in pools)  # files of other programs

    def names(self) -> frozenset[str]:
        """The streams and storages at the top, in lower case."""
        return frozenset(self._names)

    def read(self, name: str) -> bytes:
        """A stream's bytes; empty when there is none of that name."""
        found = self._names.get(name.lower())
        if found is None:
            return b""
        try:
            return bytes(self._file.openstream(found).read())
        except _DAMAGE as error:
            raise self._damaged() from error

    def has_macros(self) -> bool:
        """Whether a program travels in the file."""
        return bool(self.names() & _MACROS)

    def _damaged(self) -> NotReadableError:
        return NotReadableError(f"“{self._name}”不完整或已损坏，读不出来。{_SEND_AGAIN}。")


def opened(data: bytes) -> Any:  # noqa: ANN401 - olefile has no types
    """The file as olefile reads it.

    Raises ValueError for sectors of a size nobody writes and for streams longer than the file:
    olefile only warns of those, and reads gigabytes out of a small file.
    """
    import olefile  # type: ignore[import-untyped]  # noqa: PLC0415 - no types; loaded on use

    if tuple(data[_SHIFTS]) not in _SECTORS:
        raise ValueError("sectors of an unknown size")
    file = olefile.OleFileIO(BytesIO(data))
    streams = (one for one in file.direntries if one and one.entry_type in _STREAMS)
    if any(one.size > len(data) for one in streams):
        raise ValueError("a stream longer than the file")
    return file


def inside(file: Any, path: Sequence[str]) -> list[Any]:  # noqa: ANN401 - olefile has no types
    """The entries that lie directly in a storage.

    Not listdir(): a storage that lies in itself sends it round until the memory is full.
    """
    here = file.root
    for name in path:
        here = here.kids_dict[name.lower()]
    return list(here.kids)


def holds_word(data: bytes) -> bool:
    """Whether the bytes are a compound file with a Word text at its top."""
    if not data.startswith(magic.OLE):
        return False
    try:
        return "worddocument" in Compound(data, "").names()
    except NotReadableError:
        return "WordDocument".encode("utf-16-le") in data
