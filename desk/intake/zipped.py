"""Tell apart what is kept in a zip, by the names in its directory alone."""

import zipfile
from enum import Enum, auto
from functools import lru_cache
from io import BytesIO

_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
_LONGEST_DIRECTORY = 4 << 20  # bytes; 2,000 entries take some 300 kB
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x06"
_UNSAID = 0xFFFFFFFF  # the size stands in the 64-bit record
_OTHER = ("ppt/", "META-INF/", "Doc_", "OFD.xml")


class Kind(Enum):
    """What a zip holds."""

    WORD = auto()
    SHEET = auto()
    OTHER = auto()  # another package of an office program
    ARCHIVE = auto()
    BROKEN = auto()


@lru_cache(maxsize=1)  # every format that is kept in a zip asks for the same file
def kind(data: bytes) -> Kind | None:
    """What a zip holds; None for what is no zip."""
    if not data.startswith(_MARKS):
        return None
    names = _names(data)
    if any(name.startswith("word/") and name.endswith(".xml") for name in names):
        return Kind.WORD
    if any(name.startswith("xl/") and name.endswith((".xml", ".bin")) for name in names):
        return Kind.SHEET
    if any(name.startswith(_OTHER) for name in names):
        return Kind.OTHER
    return Kind.ARCHIVE if names and "[Content_Types].xml" not in names else Kind.BROKEN


def _names(data: bytes) -> list[str]:
    """The names in a zip's directory; none where it cannot be read or is far too long."""
    if directory_size(data) > _LONGEST_DIRECTORY:
        return []
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return []


def directory_size(data: bytes) -> int:
    """The bytes a zip says its directory takes; each entry of it costs memory to read."""
    end = data.rfind(_END)
    size = int.from_bytes(data[end + 12 : end + 16], "little") if end >= 0 else 0
    if size != _UNSAID:
        return size
    end = data.rfind(_END_64)
    return int.from_bytes(data[end + 40 : end + 48], "little") if end >= 0 else size
