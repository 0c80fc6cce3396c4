"""The pictures of a .doc, in the text and beside it (MS-DOC 2.9.192, MS-ODRAW 2.2)."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from desk.intake.ole.pieces import split

_MOST = 4_000  # records looked at in one part
_CONTAINER = 0xF
_RECORD, _ENTRY_HEAD, _ANCHOR = 8, 36, 26
_LINKED = 0x66  # the file's name follows the head
_STARTS = (b"\xff\xd8\xff", b"\x89PNG")
_IDENTITY = 64  # bytes an image's record may spend on checksums
_PROPERTY, _PROPERTY_NUMBER = 6, 0x3FFF
_IMAGE_NUMBER, _BOX_NUMBER = 0x0104, 0x0080
_DELAYED, _NAME_LENGTH = 28, 33  # fields of an entry: where its image lies, its name


class _Kind(IntEnum):
    ENTRY = 0xF007  # of the document's store of images
    SHAPE = 0xF00A
    PROPERTIES = 0xF00B
    FIRST_IMAGE, LAST_IMAGE, TIFF, CMYK = 0xF01A, 0xF01F, 0xF029, 0xF02A


@dataclass(frozen=True, slots=True)
class _Record:
    """A record's kind and instance, and its content."""

    kind: int
    instance: int
    content: bytes

    @property
    def is_image(self) -> bool:
        first = _Kind.FIRST_IMAGE <= self.kind <= _Kind.LAST_IMAGE
        return first or self.kind in {_Kind.TIFF, _Kind.CMYK}


def inline(data: bytes, place: int) -> bytes | None:
    """The picture at a place of the data stream; None for a drawn object without one."""
    try:
        length, head, kind = struct.unpack_from("<IHH", data, place)
        first = place + head
        if kind == _LINKED:
            first += 1 + data[first]
    except (struct.error, IndexError):
        return None
    return _first_image(data[first : place + length])


@dataclass(frozen=True, slots=True)
class Shape:
    """What hangs beside the text: an image, or the text box of that number (from 1)."""

    image: bytes | None
    box: int


def floating(anchors: bytes, drawings: bytes, stream: bytes) -> dict[int, Shape]:
    """What hangs beside the text, by the places of the anchors."""
    images, shapes = _drawn(drawings)
    bounds, entries = split(anchors, _ANCHOR)
    found = {}
    for place, entry in zip(bounds, entries, strict=False):
        properties = shapes.get(_unsigned(entry, 0), {})
        number, image = properties.get(_IMAGE_NUMBER, 0), None
        if 0 < number <= len(images) and images[number - 1] < len(stream):
            image = _first_image(stream[images[number - 1] :]) or b""
        found[place] = Shape(image, properties.get(_BOX_NUMBER, 0) >> 16)
    return found


def _drawn(drawings: bytes) -> tuple[list[int], dict[int, dict[int, int]]]:
    """Where the images lie in the text stream, and the properties of each shape."""
    images: list[int] = []
    shapes: dict[int, dict[int, int]] = {}
    shape = 0
    for part in _parts(drawings):
        for record in _records(part):
            if record.kind == _Kind.ENTRY:
                images.append(_unsigned(record.content, _DELAYED))
            elif record.kind == _Kind.SHAPE:
                shape = _unsigned(record.content, 0)
            elif record.kind == _Kind.PROPERTIES:
                shapes.setdefault(shape, dict(_properties(record)))
    return images, shapes


def _parts(drawings: bytes) -> Iterator[bytes]:
    """The images' store, then the drawings, each behind a byte that says whose it is."""
    place = 0
    while place + _RECORD <= len(drawings):
        end = place + _RECORD + _unsigned(drawings, place + 4)
        yield drawings[place:end]
        place = end + 1


def _records(data: bytes) -> Iterator[_Record]:
    """The records in order; containers are walked into."""
    place = 0
    for _record in range(_MOST):
        if place + _RECORD > len(data):
            return
        version, kind, length = struct.unpack_from("<HHI", data, place)
        place += _RECORD
        if version & _CONTAINER != _CONTAINER:
            yield _Record(kind, version >> 4, data[place : place + length])
            place += length


def _first_image(records: bytes) -> bytes | None:
    """The first image of some records, as it stands where its kind is unknown."""
    for record in _records(records):
        if record.is_image:
            places = [record.content.find(start, 0, _IDENTITY) for start in _STARTS]
            return record.content[max(0, *places) :]
        if record.kind == _Kind.ENTRY and len(record.content) > _ENTRY_HEAD:
            return _first_image(record.content[_ENTRY_HEAD + record.content[_NAME_LENGTH] :])
    return None


def _properties(record: _Record) -> Iterator[tuple[int, int]]:
    for number in range(record.instance):
        code = _unsigned(record.content, number * _PROPERTY, 2)
        yield code & _PROPERTY_NUMBER, _unsigned(record.content, number * _PROPERTY + 2)


def _unsigned(data: bytes, place: int, size: int = 4) -> int:
    return int.from_bytes(data[place : place + size], "little")
