"""The word lists rules read: the office's data, with defaults in ``resources/words``."""

import csv
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache
from pathlib import Path

from desk.checks.searcher import Searcher
from desk.paths import RESOURCES

GAP = "…"  # in a word: up to twelve characters without a mark
COLUMNS = ("词", "改为", "除外", "说明", "依据", "日期")
_GAP_PATTERN = r"([^\s，。；：、！？,;:!?\x00]{0,12}?)"
_FOLDER = RESOURCES / "words"


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of a list; ``unless`` are longer words within which it is right."""

    list: str
    word: str
    instead: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    note: str = ""
    source: str = ""
    day: date | None = None
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class WordList:
    """What a list is for; ``code`` is that of the rule that reads it."""

    code: str
    name: str
    about: str
    source: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A word of a list found in a text."""

    start: int
    end: int
    entry: Entry


class Lexicon:
    """All lists together, searched in one pass."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        lists: dict[str, list[Entry]] = {}
        for entry in entries:
            if entry.is_active:
                lists.setdefault(entry.list, []).append(entry)
        self._lists = lists

    def entries(self, code: str) -> Sequence[Entry]:
        """The words of a list that are in force."""
        return self._lists.get(code, ())

    def find(self, text: str) -> Mapping[str, Sequence[Listed]]:
        """What stands in a text, by list and place; of overlapping words the longer one."""
        if "\n" not in text:
            return _found(self, text)
        found: dict[str, list[Listed]] = {}
        begin = 0
        for line in text.split("\n"):
            for code, listed in _found(self, line).items():
                moved = (Listed(one.start + begin, one.end + begin, one.entry) for one in listed)
                found.setdefault(code, []).extend(moved)
            begin += len(line) + 1
        return found

    def find_in_line(self, text: str) -> Mapping[str, Sequence[Listed]]:
        """What stands in one line."""
        found: dict[str, list[Listed]] = {}
        shields: dict[str, list[tuple[int, int]]] = {}
        for start, end, word in self._searcher.matches(text):
            shields.setdefault(word, []).append((start, end))
        for word, spots in shields.items():
            for entry in self._beginning.get(word, ()):
                for start, _end in spots:
                    end = _reach(entry.word, text, start)
                    if end and not _is_shielded(entry, start, end, shields):
                        found.setdefault(entry.list, []).append(Listed(start, end, entry))
        return {code: _longest(listed) for code, listed in found.items()}

    @cached_property
    def _beginning(self) -> dict[str, list[Entry]]:
        """Entries by the fixed words they begin with."""
        found: dict[str, list[Entry]] = {}
        for entries in self._lists.values():
            for entry in entries:
                found.setdefault(entry.word.split(GAP)[0], []).append(entry)
        return found

    @cached_property
    def _searcher(self) -> Searcher:
        shields = {word for one in self._lists.values() for entry in one for word in entry.unless}
        return Searcher(sorted((set(self._beginning) | shields) - {""}))


@lru_cache(maxsize=4096)
def _found(lexicon: Lexicon, line: str) -> Mapping[str, Sequence[Listed]]:
    return lexicon.find_in_line(line)


def _reach(word: str, text: str, start: int) -> int:
    """Where a word that begins at ``start`` ends, 0 where a gap in it doesn't fit."""
    if GAP not in word:
        return start + len(word)
    match = template(word).match(text, start)
    return match.end() if match else 0


@cache
def template(word: str) -> re.Pattern[str]:
    """What a word with gaps matches; each gap is a group."""
    return re.compile(_GAP_PATTERN.join(map(re.escape, word.split(GAP))))


def _is_shielded(
    entry: Entry, start: int, end: int, places: Mapping[str, Sequence[tuple[int, int]]]
) -> bool:
    return any(
        left <= start and end <= right
        for word in entry.unless
        for left, right in places.get(word, ())
    )


def _longest(listed: list[Listed]) -> list[Listed]:
    kept: list[Listed] = []
    for one in sorted(listed, key=lambda hit: (hit.start, -hit.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


@cache
def default_lexicon() -> Lexicon:
    """The lists as they are delivered."""
    return Lexicon(default_entries())


@cache
def default_entries() -> tuple[Entry, ...]:
    """Every word that is delivered, by list."""
    return tuple(
        entry for code in word_lists() for entry in read_entries(code, _FOLDER / f"{code}.csv")
    )


@cache
def word_lists() -> dict[str, WordList]:
    """What lists there are, by code."""
    held = tomllib.loads((_FOLDER / "lists.toml").read_text("utf-8"))
    return {code: WordList(code, **values) for code, values in sorted(held.items())}


def read_entries(code: str, path: Path) -> list[Entry]:
    """Read a delivered list; its form is ``COLUMNS``."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.reader(lines)
        next(rows, None)
        return [_entry(code, row) for row in rows if row]


def _entry(code: str, row: Sequence[str]) -> Entry:
    word, instead, unless, note, source, day = row
    told = date.fromisoformat(day) if day else None
    return Entry(code, word, _several(instead), _several(unless), note, source, told)


def _several(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|"))) if cell else ()
