"""Break a file in ways that can be repeated: the number of a try is all it takes."""

import io
import random
import re
import zipfile
from collections.abc import Callable

_NUMBERS = (b"0", b"-1", b"65536", b"4294967295", b"99999999999999999999", b"1e999", b"NaN")
_WORDS = (
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\t" * 400, b"(" * 800, b"<" * 300),
    *("　" * 200, "年" * 200, "第九千九百九十九条", "2月30日", "县教育局、" * 40, "\u202e\u2028"),
)
_TAG = re.compile(rb"<[^<>]{1,200}>")
_GROWTH = 3_000_000  # a mutation may not make the file itself a large one
Mutation = Callable[[random.Random, bytearray], None]


def mutated(data: bytes, number: int) -> bytes:
    """The file after some mutations; a package has them inside its parts two times in three."""
    chance = random.Random(number)  # noqa: S311 - to be repeated, not to be secret
    if data.startswith(b"PK") and chance.random() < 2 / 3:
        repacked = _inside(chance, data)
        if repacked:
            return repacked
    return _broken(chance, data)


def _broken(chance: random.Random, data: bytes) -> bytes:
    made = bytearray(data)
    for _one in range(chance.choice((1, 1, 2, 3, 8))):
        if made:
            chance.choice(_MUTATIONS)(chance, made)
    return bytes(made[: len(data) + _GROWTH])


def _inside(chance: random.Random, data: bytes) -> bytes:
    """Break one part of a package and pack it again; b"" where it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [(entry.filename, archive.read(entry)) for entry in archive.infolist()]
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError):
        return b""
    if not parts:
        return b""
    at = chance.randrange(len(parts))
    name, part = parts[at]
    act = chance.randrange(6)
    if act == 0:
        parts.pop(at)
    elif act == 1:
        parts[at] = (chance.choice(("../../x", "/etc/passwd", "C:\\x", "a" * 300, "")), part)
    else:
        parts[at] = (name, _broken(chance, part))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in parts:
            archive.writestr(zipfile.ZipInfo(name or "x"), part)
    return packed.getvalue()


def _flip(chance: random.Random, made: bytearray) -> None:
    for _one in range(chance.choice((1, 4, 32))):
        made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)


def _set(chance: random.Random, made: bytearray) -> None:
    """Lengths and counts of binary formats."""
    value = chance.choice((0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF))
    width = chance.choice((1, 2, 4))
    at = chance.randrange(len(made))
    made[at : at + width] = (value & ((1 << 8 * width) - 1)).to_bytes(width, "little")


def _drop(chance: random.Random, made: bytearray) -> None:
    at = chance.randrange(len(made))
    del made[at : at + chance.choice((1, 7, 100, 5000))]


def _cut(chance: random.Random, made: bytearray) -> None:
    del made[chance.randrange(len(made)) :]


def _double(chance: random.Random, made: bytearray) -> None:
    at = chance.randrange(len(made))
    piece = bytes(made[at : at + chance.choice((3, 40, 900))])
    made[at:at] = piece * chance.choice((1, 3, 60))


def _move(chance: random.Random, made: bytearray) -> None:
    at, to = chance.randrange(len(made)), chance.randrange(len(made))
    size = chance.choice((4, 64, 512))
    piece = bytes(made[at : at + size])
    made[to : to + size] = piece


def _insert(chance: random.Random, made: bytearray) -> None:
    word = chance.choice(_WORDS)
    at = chance.randrange(len(made))
    made[at:at] = word if isinstance(word, bytes) else word.encode()


def _noise(chance: random.Random, made: bytearray) -> None:
    at = chance.randrange(len(made))
    made[at : at + 16] = chance.randbytes(chance.choice((1, 16, 300)))


def _number(chance: random.Random, made: bytearray) -> None:
    """A number of a text format becomes an unlikely one."""
    found = list(re.finditer(rb"\d+", bytes(made[:200_000])))
    if found:
        one = chance.choice(found)
        made[one.start() : one.end()] = chance.choice(_NUMBERS)


def _tag(chance: random.Random, made: bytearray) -> None:
    """A tag is lost, doubled, nested deeply, or put where another was."""
    found = list(_TAG.finditer(bytes(made[:200_000])))
    if not found:
        return
    one, other = chance.choice(found), chance.choice(found)
    act = chance.randrange(4)
    if act == 0:
        del made[one.start() : one.end()]
    elif act == 1:
        made[one.start() : one.start()] = other[0]
    elif act == 2:
        made[one.end() : one.end()] = one[0] * chance.choice((2, 400))
    else:
        made[one.start() : one.end()] = other[0]


_MUTATIONS: tuple[Mutation, ...] = (
    *(_flip, _set, _drop, _cut, _double, _move, _insert, _noise, _number, _tag),
)
