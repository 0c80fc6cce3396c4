"""Refuse a PDF whose packed drawing would swell beyond all use, before anything draws it.

Only what is packed by Flate is looked at, pictures not: a scanned white page swells a thousandfold
in all innocence. Whatever else a page may cost, the reader's time and memory limits hold.
"""

import re
import zlib

_MOST_STREAMS, _MOST_OBJECTS = 20_000, 200_000  # in the open; both words end one too
_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY = 1_000  # bytes before a stream in which it is described
_MOST = 32 << 20
_RATIO_FROM, _MAX_RATIO = 1 << 20, 200
_STEP = 1_000  # bytes taken at a time; a thousandfold of it is still little


def swells(data: bytes) -> bool:
    """Whether a PDF has objects without end, or a stream that unpacks to more than pages need."""
    if data.count(b"stream") > 2 * _MOST_STREAMS or data.count(b"obj") > 2 * _MOST_OBJECTS:
        return True
    for found in _STREAM.finditer(data):
        begun = data.rfind(b"obj", max(0, found.start() - _DICTIONARY), found.start())
        about = data[begun : found.start()] if begun >= 0 else b""
        times = about.count(b"/FlateDecode") + about.count(b"/Fl ")
        if times and b"/Image" not in about and _grows(data, found.end(), times):
            return True
    return False


def _grows(data: bytes, at: int, times: int) -> bool:
    """Unpack a stream so many times, until it ends or is too much."""
    layers = [zlib.decompressobj() for _one in range(min(times, 4))]
    size = taken = 0
    while not layers[0].eof and at + taken < len(data):
        piece = data[at + taken : at + taken + _STEP]
        taken += len(piece)
        try:
            for layer in layers:
                piece = layer.decompress(piece, _MOST)
        except zlib.error:
            return False  # damaged: its reader's business
        size += len(piece)
        if size >= _MOST or (size > _RATIO_FROM and size > taken * _MAX_RATIO):
            return True
    return False
