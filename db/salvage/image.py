"""All whole pages of a damaged store: of its file, and over them those of its write-ahead log."""

from pathlib import Path
from struct import Struct
from types import TracebackType

from db.engine import PAGE_BYTES
from db.pages import Pages
from db.soundness import log_of

_WAL_HEADER, _FRAME_HEADER = 32, 24
_FRAME = Struct(">II8s8x")  # page, pages of the store after a commit (else 0), salts
_STEP = _FRAME_HEADER + PAGE_BYTES
_TRIED = 16  # pages by which a salt is judged
_MOST_SWAPPED = 64  # broken pages among which each is looked for in the others' places


class Image:
    """A closed store, read page by page; use as a context manager. It is never written to.

    ``copy`` is a good one of some earlier day, for a file of which even the salt is broken.
    """

    def __init__(self, store: Path, key: str, copy: Path | None = None) -> None:
        self._file = store.open("rb")
        self._pages = _salted(Pages(self._file, key), key, copy)
        self._newer = _frames(log_of(store), self._pages)
        self.count = max(self._pages.count + bool(self._pages.rest), max(self._newer, default=0))
        self.broken = set(self._pages.broken(1, self._pages.count)) - self._newer.keys()
        if self._pages.rest:
            self.broken.add(self._pages.count + 1)
        self._moved = self._swapped() if len(self.broken) <= _MOST_SWAPPED else {}
        self.broken -= self._moved.keys()

    def __enter__(self) -> "Image":
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def get(self, number: int) -> bytes | None:
        """The plain text of a page; None where it is broken or there is none."""
        if number in self._newer:
            return self._pages.opened(self._newer[number], number)
        if not 0 < number <= self._pages.count or number in self.broken:
            return None
        return self._pages.opened(self._pages.raw(self._moved.get(number, number)), number)

    def _swapped(self) -> dict[int, int]:
        """Pages that lie in another one's place: where each is."""
        places = [one for one in self.broken if one <= self._pages.count]
        return {
            number: place
            for place in places
            for number in places
            if number != place and self._pages.is_whole(number, self._pages.raw(place))
        }


def _salted(pages: Pages, key: str, copy: Path | None) -> Pages:
    """The pages under the salt by which most of the first ones are whole."""
    salt = pages.salt
    near = (
        salt[:at] + bytes([byte]) + salt[at + 1 :] for at in range(len(salt)) for byte in range(256)
    )
    theirs = b""
    if copy:
        with copy.open("rb") as file:
            theirs = file.read(len(salt))
    tried = range(2, min(_TRIED, pages.count) + 1)
    for one in (salt, theirs or salt, *near):
        other = Pages(pages.file, key, one)
        if any(other.is_whole(number, other.raw(number)) for number in tried):
            return other
    return pages


def _frames(log: Path, pages: Pages) -> dict[int, bytes]:
    """The newest committed state of each page that is whole in a log."""
    data = log.read_bytes() if log.exists() else b""
    salts = data[16:24]
    found: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    for at in range(_WAL_HEADER, len(data) - _STEP + 1, _STEP):
        number, committed, its = _FRAME.unpack_from(data, at)
        page = data[at + _FRAME_HEADER :][:PAGE_BYTES]
        if its != salts:  # of before the log was begun anew
            break
        if pages.is_whole(number, page):
            waiting[number] = page
        if committed:
            found |= waiting
            waiting = {}
    return found
