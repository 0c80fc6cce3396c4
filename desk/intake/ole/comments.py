"""The comments of a .doc with who wrote them (MS-DOC 2.8.7, 2.9.9)."""

import struct
from collections.abc import Iterator

from desk.intake.ole.content import Content
from desk.intake.ole.document import WordDocument
from desk.intake.ole.header import Story, Table
from desk.intake.ole.pieces import split

_PLACE = 30  # bytes of what a comment's place says
_WRITER = 20  # where in them the writer's number stands


def comments(document: WordDocument, content: Content) -> Iterator[tuple[str, str]]:
    """Writer and text of each comment, in the order of their places."""
    writers = list(_names(document.table(Table.COMMENTERS)))
    _bounds, places = split(document.table(Table.COMMENT_PLACES), _PLACE)
    spans = document.parts(Story.COMMENTS, Table.COMMENTS)
    for number, span in enumerate(spans):
        text = content.text(span)
        if text:
            place = places[number] if number < len(places) else b""
            writer = int.from_bytes(place[_WRITER : _WRITER + 2], "little") if place else -1
            yield writers[writer] if 0 <= writer < len(writers) else "", text


def _names(table: bytes) -> Iterator[str]:
    place = 0
    while place + 2 <= len(table):
        (length,) = struct.unpack_from("<H", table, place)
        name = table[place + 2 : place + 2 + 2 * length]
        yield name.decode("utf-16-le", "replace")
        place += 2 + 2 * length
