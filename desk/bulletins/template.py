"""The template language: plain Chinese text with values in braces, filled in.

One paragraph a line. ``{采用条数}`` is a value. Text in 〔…〕 falls away where a value
named in it is empty or 0; ``〔有{约稿条数}：…〕`` and ``〔没有{挂零名单}：…〕`` go by that value
alone. ``{一}``, ``{（一）}`` and ``{一是}`` count what stands. Brackets without values, as in
〔2026〕3号, are text.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from desk.body import Level, level_of
from desk.bulletins.marks import COUNTERS, Group, Line, Name, TemplateError, lines_of
from desk.checks.numerals import chinese
from desk.scoring.schemes.nearest import meant

_NOTHING = re.compile(r"[-－]?0(\.0+)?[%％]?")
_MARKS_ONLY = re.compile(r"[\s，。；：、（）]*")


@dataclass(frozen=True, slots=True)
class Value:
    """What a name stands for: a text, or whole ``paragraphs`` that take a line for themselves."""

    text: str = ""
    paragraphs: tuple[str, ...] | None = None

    @property
    def absent(self) -> bool:
        """Whether there is nothing to tell: it is empty or 0."""
        if self.paragraphs is not None:
            return not self.paragraphs
        return not self.text or bool(_NOTHING.fullmatch(self.text))


@dataclass(frozen=True, slots=True)
class Figure:
    """A place in a text that a value was put into; the end is exclusive."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A paragraph; ``line`` of the template counts from 1, ``nth`` of its paragraphs from 0."""

    text: str
    level: Level = Level.PLAIN
    figures: tuple[Figure, ...] = ()
    line: int = 0
    nth: int = 0
    source: str = ""  # the line as it stands in the template


def fill(text: str, values: Mapping[str, Value]) -> tuple[Filled, ...]:
    """Write a template out; raises TemplateError for a line that cannot be read."""
    lines = checked(text, values)
    found = [one for line in lines for one in _written(line, values)]
    return tuple(_counted(found))


def checked(text: str, values: Mapping[str, Value]) -> tuple[Line, ...]:
    """Read a template and make sure that all its names are known; raises TemplateError."""
    lines = lines_of(text)
    for line in lines:
        for name in line.names:
            if name not in values:
                _refuse_name(line, name, values)
            elif values[name].paragraphs is not None and _shares_its_line(line, name):
                raise TemplateError(
                    line.number, f"的“{{{name}}}”是成段的内容，要单独占一行。请把它移到下一行。"
                )
    return lines


def _refuse_name(line: Line, name: str, values: Mapping[str, Value]) -> None:
    near = meant(name, [*values, *COUNTERS])
    help_ = near or "请从名称表里选一个。"
    raise TemplateError(line.number, f"的“{{{name}}}”不是能用的名称。{help_}", name)


def _shares_its_line(line: Line, name: str) -> bool:
    """Whether anything is printed in the line but one value."""
    printed = [one for one in _flat(line.pieces) if one and one != Name(name)]
    return name in {one.name for one in line.marks} and bool(printed)


def _flat(pieces: Iterable[str | Name | Group]) -> Iterator[str | Name]:
    for piece in pieces:
        if isinstance(piece, Group):
            yield from piece.pieces
        else:
            yield piece


_Chunk = tuple[str, str]  # text, and the name it came from


@dataclass(frozen=True, slots=True)
class _Draft:
    line: Line
    nth: int
    chunks: tuple[_Chunk, ...]


def _written(line: Line, values: Mapping[str, Value]) -> Iterator[_Draft]:
    standing = list(_flat(one for one in line.pieces if _stands(one, values)))
    for name in (one.name for one in standing if isinstance(one, Name)):
        if name in values and (paragraphs := values[name].paragraphs) is not None:
            for nth, text in enumerate(paragraphs):
                yield _Draft(line, nth, ((text, name),))
            return
    chunks = tuple(_chunk(one, values) for one in standing)
    rest = "".join(text or name for text, name in chunks)
    if line.is_plain or not _MARKS_ONLY.fullmatch(rest):
        yield _Draft(line, 0, chunks)


def _chunk(piece: str | Name, values: Mapping[str, Value]) -> _Chunk:
    if isinstance(piece, str):
        return piece, ""
    return ("", piece.name) if piece.name in COUNTERS else (values[piece.name].text, piece.name)


def _stands(piece: str | Name | Group, values: Mapping[str, Value]) -> bool:
    if not isinstance(piece, Group):
        return True
    there = all(not values[name].absent for name in piece.names if name not in COUNTERS)
    return there is piece.wanted


def _counted(drafts: Iterable[_Draft]) -> Iterator[Filled]:
    """Put the counters' numbers in; {一是} says nothing where it is the only one of its part."""
    held = list(drafts)
    totals, at = Counter[int](), 0
    for name in _counters(held):
        at += name != "一是"
        totals[at] += name == "一是"
    numbers = iter(_numbers(held, totals))
    for draft in held:
        chunks = [
            (next(numbers), "") if name in COUNTERS else (text, name) for text, name in draft.chunks
        ]
        yield _filled(draft, chunks)


def _counters(drafts: Iterable[_Draft]) -> Iterator[str]:
    return (name for one in drafts for _text, name in one.chunks if name in COUNTERS)


def _numbers(drafts: Iterable[_Draft], totals: Mapping[int, int]) -> Iterator[str]:
    first = second = third = at = 0
    for name in _counters(drafts):
        if name == "一是":
            third += 1
            yield f"{chinese(third)}是" if totals[at] > 1 else ""
            continue
        at, third = at + 1, 0
        first, second = (first + 1, 0) if name == "一" else (first, second + 1)
        yield chinese(first) if name == "一" else f"（{chinese(second)}）"


def _filled(draft: _Draft, chunks: Iterable[_Chunk]) -> Filled:
    text, figures = "", []
    for part, name in chunks:
        if name and part:
            figures.append(Figure(len(text), len(text) + len(part), name))
        text += part
    line = draft.line
    return Filled(text, level_of(text), tuple(figures), line.number, draft.nth, line.source)
