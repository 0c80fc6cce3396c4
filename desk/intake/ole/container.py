"""Microsoft's compound file: the streams of a .doc, taken within limits."""

import struct
from io import BytesIO

from desk.errors import NotReadableError
from desk.intake import magic

_SEND_AGAIN = "请让报送单位用 Word 或 WPS 重新保存一份再发来"
_DAMAGE = (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, struct.error)
_OBJECTS = "objectpool"
_MACROS = frozenset({"macros", "_vba_project_cur", "vba"})


class Compound:
    """A compound file held in memory; no stream can be longer than the file itself."""

    def __init__(self, data: bytes, name: str) -> None:
        import olefile  # type: ignore[import-untyped]  # noqa: PLC0415 - no types; loaded on use

        self._name = name
        try:
            self._file = olefile.OleFileIO(BytesIO(data))
            entries: list[list[str]] = self._file.listdir(streams=True, storages=True)
        except _DAMAGE as error:
            raise self._damaged() from error
        self._names = {entry[0].lower(): entry[0] for entry in entries}
        places = {tuple(entry[:2]) for entry in entries if entry[0].lower() == _OBJECTS}
        self.embedded = sum(len(place) > 1 for place in places)  # files of other programs

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


def holds_word(data: bytes) -> bool:
    """Whether the bytes are a compound file with a Word text at its top."""
    if not data.startswith(magic.OLE):
        return False
    try:
        return "worddocument" in Compound(data, "").names()
    except NotReadableError:
        return "WordDocument".encode("utf-16-le") in data
