"""Find text in files that should not hold it: in every encoding, and inside what is packed.

``KEEPING`` is put on the path of a program's Python processes, so that a file is kept under
another name in ``KEPT_IN`` before it is removed or replaced: no temporary file escapes the search.
"""

import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
_PACKED = re.compile(rb"PK\x03\x04|\x78[\x01\x5e\x9c\xda]")
_SPELT = re.compile(rb"(?:&#(\d{3,7});|&#[xX]([0-9a-fA-F]{3,6});|\\u([0-9a-fA-F]{4}))")
_MOST = 8 << 20
KEEPING = """
import os, sys
from itertools import count

_numbers, _busy = count(), []

def _keep(path, folder=-1):
    to = f"{os.environ['KEPT_IN']}/{os.getpid()}-{next(_numbers)}"
    try:
        os.link(path, to, src_dir_fd=None if folder in (-1, None) else folder)
    except OSError:
        pass  # none there, or another disk: then copied below
        try:
            if folder in (-1, None):
                with open(path, "rb") as source, open(to, "wb") as target:
                    target.write(source.read())
            else:
                handle = os.open(path, os.O_RDONLY, dir_fd=folder)
                with open(handle, "rb") as source, open(to, "wb") as target:
                    target.write(source.read())
        except OSError:
            pass

def _hook(event, args):
    if event in ("os.remove", "os.rename", "os.truncate") and not _busy:
        _busy.append(1)
        _keep(args[0], args[1] if event == "os.remove" else -1)
        _busy.clear()

sys.addaudithook(_hook)
"""


def found(folders: Iterable[Path], words: Iterable[str]) -> set[tuple[str, str]]:
    """Which files below these folders hold which words, by name or in their bytes."""
    needles = {one.encode(code): one for one in words for code in ENCODINGS}
    held = set()
    for folder in folders:
        for file in [one for one in folder.rglob("*") if one.is_file()]:
            texts = [str(file.relative_to(folder)).encode(), *unpacked(file.read_bytes())]
            held |= {
                (str(file), word) for text in texts for raw, word in needles.items() if raw in text
            }
    return held


def unpacked(data: bytes) -> Iterator[bytes]:
    """The bytes of a file, and what streams in it hold: zip, PDF, PNG, and whatever is deflated."""
    yield spelt(data)
    for start in _PACKED.finditer(data):
        at, is_zip = start.start(), start[0].startswith(b"PK")
        if is_zip:
            at += 30 + sum(data[at + 26 : at + 30 : 2]) + 256 * sum(data[at + 27 : at + 30 : 2])
        try:
            yield spelt(zlib.decompressobj(-15 if is_zip else 15).decompress(data[at:], _MOST))
        except zlib.error:
            continue


def spelt(data: bytes) -> bytes:
    """The bytes with signs that XML, HTML and JSON may spell by number written out."""

    def sign(match: re.Match[bytes]) -> bytes:
        code = int(match[1]) if match[1] else int(match[2] or match[3], 16)
        return chr(code).encode("utf-8", "replace") if code <= 0x10FFFF else match[0]

    return _SPELT.sub(sign, data)
