"""What the write-ahead log still holds behind the place from which SQLite can read it no further.

SQLite takes a log up to its last whole commit and passes over the rest without a word. That is
right for a commit that was cut short; whole commits behind a broken frame were lost.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from struct import iter_unpack, unpack_from
from typing import NamedTuple

from sqlcipher3 import dbapi2

from db.engine import PAGE_BYTES, connect
from db.pages import Pages

_HEADER, _FRAME = 32, 24
_BIG_ENDIAN = 0x377F0683
_WORD = 0xFFFFFFFF


class _Frame(NamedTuple):
    """A page in the log; ``size`` is the store's after the commit that the frame ends, else 0."""

    page: int
    size: int
    salts: tuple[int, int]
    data: bytes


def lost_commits(store: Path, log: Path, key: str) -> int:
    """How many commits lie in a log behind what can be read of it; 0 while others write there."""
    try:
        with closing(connect(store, key)) as connection:
            before = _readable(connection)
            connection.execute("BEGIN IMMEDIATE")  # nobody is in the middle of a commit then
            try:
                ((salt,),) = connection.execute("PRAGMA cipher_salt")
                found = _behind(log, key, bytes.fromhex(salt), before)
            finally:
                connection.execute("ROLLBACK")
            return found if _readable(connection) == before else 0
    except dbapi2.DatabaseError:
        return 0  # damaged, which is told in other words; or somebody works there


def _readable(connection: dbapi2.Connection) -> int:
    """How many frames of the log SQLite knows."""
    _busy, known, _moved = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    return int(known)


def _behind(log: Path, key: str, salt: bytes, known: int) -> int:
    """Only the log is opened: closing the store's own file would give up SQLite's locks on it."""
    with log.open("rb") as file:
        head = file.read(_HEADER)
        if len(head) < _HEADER:
            return 0
        checked, found = Pages(file, key, salt), 0
        salts = _salts(head)
        file.seek(_HEADER + known * (_FRAME + PAGE_BYTES))
        for frame in _frames(iter(lambda: file.read(_FRAME + PAGE_BYTES), b"")):
            salts = salts or frame.salts  # of the first one, where the log's head is damaged
            is_commit = frame.size and frame.salts == salts
            found += bool(is_commit) and checked.is_whole(frame.page, frame.data)
        return found


def _frames(pieces: Iterator[bytes]) -> Iterator[_Frame]:
    for piece in pieces:
        if len(piece) == _FRAME + PAGE_BYTES:
            page, size, *salts = unpack_from(">IIII", piece)
            yield _Frame(page, size, (salts[0], salts[1]), piece[_FRAME:])


def _salts(head: bytes) -> tuple[int, int] | None:
    """What all frames of a log bear; None where its head is damaged."""
    magic, first, second, *sums = unpack_from(">I12xIIII", head)
    form = ">II" if magic == _BIG_ENDIAN else "<II"
    one = other = 0
    for left, right in iter_unpack(form, head[:24]):
        one = (one + left + other) & _WORD
        other = (other + right + one) & _WORD
    return (first, second) if [one, other] == sums else None
