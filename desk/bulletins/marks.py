"""Reading the template language: what stands in a line, before any value is known."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from desk.errors import DeskError

COUNTERS = ("一", "（一）", "一是")
_CLOSES = {"{": "}", "〔": "〕"}
_OPENS = {close: mark for mark, close in _CLOSES.items()}
_BRACES = str.maketrans("｛｝", "{}")
_MARK = re.compile(r"[{}〔〕]")
_CONDITION = re.compile(r"(没有|有)\{([^{}]*)\}[：:]")


class TemplateError(DeskError):
    """A template that cannot be read; ``line`` counts from 1, ``name`` is the unknown one."""

    def __init__(self, line: int, sentence: str, name: str = "") -> None:
        super().__init__(f"第 {line} 行{sentence}")
        self.line = line
        self.name = name


@dataclass(frozen=True, slots=True)
class Name:
    """A value's name in braces."""

    name: str


@dataclass(frozen=True, slots=True)
class Group:
    """What falls away with its values, or stands as its ``condition`` says: there is, is not."""

    pieces: tuple["str | Name", ...]
    condition: str = ""
    wanted: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        """The values in it that decide whether it stands."""
        if self.condition:
            return (self.condition,)
        return tuple(one.name for one in self.pieces if isinstance(one, Name))


Piece = str | Name | Group


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a template; ``number`` counts from 1."""

    number: int
    source: str
    pieces: tuple[Piece, ...]

    @property
    def is_plain(self) -> bool:
        """Whether it holds nothing but text."""
        return all(isinstance(one, str) for one in self.pieces)

    @property
    def marks(self) -> Iterator[Name]:
        """Every value to be printed in it."""
        for piece in self.pieces:
            if isinstance(piece, Group):
                yield from (one for one in piece.pieces if isinstance(one, Name))
            elif isinstance(piece, Name):
                yield piece

    @property
    def names(self) -> Iterator[str]:
        """Every name in it, those of conditions too; counters are none."""
        for piece in self.pieces:
            if isinstance(piece, Group) and piece.condition:
                yield piece.condition
        yield from (one.name for one in self.marks if one.name not in COUNTERS)


def lines_of(text: str) -> tuple[Line, ...]:
    """Read a template; raises TemplateError where braces or brackets don't match."""
    return tuple(
        _line(number, source.strip())
        for number, source in enumerate(text.split("\n"), 1)
        if source.strip()
    )


def _line(number: int, source: str) -> Line:
    plain = source.translate(_BRACES)
    if "{" not in plain and "}" not in plain:
        return Line(number, source, (source,))
    return Line(number, source, tuple(_Reader(number, plain).pieces(0, len(plain))))


@dataclass(frozen=True, slots=True)
class _Reader:
    """A line with braces in it."""

    number: int
    text: str

    def pieces(self, start: int, end: int, *, inside: bool = False) -> Iterator[Piece]:
        at = start
        while found := _MARK.search(self.text, at, end):
            if found[0] in "}〕":
                raise self._error(
                    f"的“{found[0]}”前面没有配对的“{_OPENS[found[0]]}”。请补上或删去它。"
                )
            close = self._closing(found[0], found.end(), end)
            piece = self._piece(found[0], found.end(), close, inside=inside)
            at = close + 1
            if piece is not None:
                yield self.text[start : found.start()]
                yield piece
                start = at
        yield self.text[start:end]

    def _piece(self, mark: str, start: int, end: int, *, inside: bool) -> Name | Group | None:
        """What stands between two marks; None for brackets without names, which are text."""
        if mark == "{":
            name = self.text[start:end].strip()
            if not name:
                raise self._error("的“{}”里没有名称。请写上名称，如“{采用条数}”。")
            return Name(name)
        if "{" not in self.text[start:end]:
            return None
        if inside:
            raise self._error("的〔〕里又套了一层〔〕。请拆成并列的两段。")
        told = _CONDITION.match(self.text, start, end)
        begin = told.end() if told else start
        pieces = cast("Iterator[str | Name]", self.pieces(begin, end, inside=True))
        if told:
            return Group(tuple(pieces), told[2].strip(), wanted=told[1] == "有")
        return Group(tuple(pieces))

    def _closing(self, mark: str, start: int, end: int) -> int:
        """Where the mark that closes another stands."""
        depth = 1
        for at in range(start, end):
            if self.text[at] == mark:
                depth += 1
            elif self.text[at] == _CLOSES[mark]:
                depth -= 1
            if not depth:
                return at
        raise self._error(f"的“{mark}”后面没有配对的“{_CLOSES[mark]}”。请补上。")

    def _error(self, sentence: str) -> TemplateError:
        return TemplateError(self.number, sentence)
