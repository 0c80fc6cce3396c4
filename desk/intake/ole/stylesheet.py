"""The styles of a .doc, each followed to its end (MS-DOC 2.9.271)."""

import struct
from collections.abc import Iterator

from desk.intake.looks import PLAIN, Look
from desk.intake.ole.sprms import paragraph_look, run_look, sprms

_PARAGRAPH, _CHARACTER = 1, 2
_NO_BASE = 0xFFF
_DEEPEST = 20  # styles that name each other in a circle end here
_BASE_FIELDS = 10
_MOST = 4_096
_HEADINGS = range(1, 10)  # built-in numbers of 标题 1 to 标题 9


class Stylesheet:
    """Looks by style number, each read when it is first asked for."""

    def __init__(self, table: bytes) -> None:
        self._raw = dict(enumerate(_definitions(table)))
        self._fields = struct.unpack_from("<H", table, 4)[0] if len(table) > 6 else _BASE_FIELDS  # noqa: PLR2004 - length, count, size
        self._looks: dict[int, Look] = {}

    def look(self, number: int, depth: int = 0) -> Look:
        """The look of a style with those it is based on."""
        if number not in self._looks:
            raw = self._raw.get(number, b"")
            known = len(raw) > self._fields >= _BASE_FIELDS and depth <= _DEEPEST
            self._looks[number] = self._read(raw, depth) if known else PLAIN
        return self._looks[number]

    def _read(self, raw: bytes, depth: int) -> Look:
        built_in, kind, amount = struct.unpack_from("<HHH", raw)
        base = self.look(kind >> 4, depth + 1) if kind >> 4 != _NO_BASE else PLAIN
        own = _own(list(_parts(raw, self._fields, amount & 0xF)), kind & 0xF, base)
        if own.outline is None and base.outline is None and built_in & 0xFFF in _HEADINGS:
            own = Look(outline=built_in & 0xFFF).over(own)
        return own.over(base)


def _own(parts: list[bytes], kind: int, base: Look) -> Look:
    if kind == _CHARACTER and parts:
        return run_look(sprms(parts[0]), base)
    if kind == _PARAGRAPH and len(parts) > 1:
        return paragraph_look(sprms(parts[0][2:])).over(run_look(sprms(parts[1]), base))
    return PLAIN


def _definitions(table: bytes) -> Iterator[bytes]:
    """The raw definitions in order of number; empty ones where a number is free."""
    if len(table) < 2:  # noqa: PLR2004 - a length
        return
    place = 2 + struct.unpack_from("<H", table)[0]
    for _number in range(_MOST):
        if place + 2 > len(table):
            return
        (length,) = struct.unpack_from("<H", table, place)
        yield table[place + 2 : place + 2 + length]
        place += 2 + length + length % 2


def _parts(raw: bytes, fields: int, amount: int) -> Iterator[bytes]:
    """The modifiers of paragraphs and of runs, behind the style's name."""
    if fields + 2 > len(raw):
        return
    place = fields + 2 + 2 * struct.unpack_from("<H", raw, fields)[0] + 2
    for _part in range(amount):
        if place + 2 > len(raw):
            return
        (length,) = struct.unpack_from("<H", raw, place)
        yield raw[place + 2 : place + 2 + length]
        place += 2 + length + length % 2
