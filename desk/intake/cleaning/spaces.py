"""Blanks that Chinese text has no use for; those that part a list stay."""

import re
from collections.abc import Iterator

from desk.checks.masks import HAN
from desk.intake.cleaning.edits import Edit, Step, everywhere, in_paragraphs
from desk.intake.recognition.people import is_name

_B = " \xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_EDGES = re.compile(rf"^[{_B}]+|[{_B}]+$")
_ODD = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f]")
_BESIDE_MARKS = re.compile(
    rf"[{_B}]+(?=[，。；：、！？）》”】〕])|(?<=[，。；：、！？（《“【〔])[{_B}]+"
    rf"|(?<=[）》”】〕])[{_B}]+(?=[{HAN}\d])|(?<=[{HAN}\d])[{_B}]+(?=[（《“])"
    rf"|(?<=[{HAN}\d%])[{_B}]+(?=[,;:?!)])|(?<=\d)[{_B}]+(?=[%％‰])"
    rf"|(?:(?<=^\d[.．])|(?<=^\d\d[.．])|(?<=[；：。]\d[.．]))[{_B}]+(?=[{HAN}“《])"
)
_SPREAD = re.compile(rf"(?<![{HAN}])[{HAN}](?:[{_B}]{{1,2}}[{HAN}]){{3,}}(?![{HAN}])")
_SPREAD_CELL = re.compile(rf"^[{HAN}](?:[{_B}]+[{HAN}])+$")
_BLANKS = re.compile(rf"[{_B}]+")
_CLAUSE = re.compile(r"[^，。；：、！？,;:!?（）()“”《》]+")
_PROSE = re.compile(r"[，。；！？]|：$")
_BETWEEN_WORDS = re.compile(rf"(?<=[{HAN}])[{_B}]+(?=[{HAN}])")
_BESIDE_NUMBER = re.compile(
    rf"(?<=[{HAN}])[{_B}](?=[0-9A-Za-z](?![\d-]{{6}}))|(?<=[0-9A-Za-z%])[{_B}](?=[{HAN}])"
)
_ITEM_NUMBER = re.compile(rf"^(?:\d{{1,3}}|[A-Za-z])[{_B}](?![年月日时])")
_WORD_BEFORE = re.compile(rf"[{HAN}]+$")
_WORD_BEHIND = re.compile(rf"[{HAN}]{{1,20}}")
_LABEL = re.compile(rf"[{HAN}]{{2,8}}[：:]")
_OFFICES = "局委办院所校镇乡村社区站队厂司店园场组科处会"
_REACH = 10  # characters of a word, within which the next office of a list ends
_COLUMN = 4  # characters of a word that may stand in a column


def find_edges(text: str) -> Iterator[Edit]:
    """Blanks at the ends."""
    for match in _EDGES.finditer(text):
        yield Edit(match.start(), match.end())


def find_odd(text: str) -> Iterator[Edit]:
    """Blanks that no keyboard makes, where one stays."""
    for match in _ODD.finditer(text):
        yield Edit(match.start(), match.end(), " ")


def find_in_cell(text: str) -> Iterator[Edit]:
    """Blanks at the ends of a cell, and those that spread one word over it."""
    yield from _closed(text, _SPREAD_CELL)
    yield from find_edges(text)


def find(text: str) -> Iterator[Edit]:
    """Blanks beside wide marks, inside spread words, and in the clauses of running text."""
    for match in _BESIDE_MARKS.finditer(text):
        yield Edit(match.start(), match.end())
    yield from _closed(text, _SPREAD)
    if _PROSE.search(text):
        for clause in _CLAUSE.finditer(text):
            yield from _in_clause(text, clause)


def _closed(text: str, pattern: re.Pattern[str]) -> Iterator[Edit]:
    """Take out every blank of what a pattern finds."""
    for match in pattern.finditer(text):
        for blank in _BLANKS.finditer(text, match.start(), match.end()):
            yield Edit(blank.start(), blank.end())


def _in_clause(text: str, clause: re.Match[str]) -> Iterator[Edit]:
    """Blanks between words, or around numbers; a clause with both sets out columns."""
    words = list(_BETWEEN_WORDS.finditer(text, *clause.span()))
    item = _ITEM_NUMBER.match(text)
    start = item.end() if item else 0
    numbers = list(_BESIDE_NUMBER.finditer(text, max(start, clause.start()), clause.end()))
    if words and (numbers or any(_parts_a_list(text, gap) for gap in words)):
        return
    for match in words or numbers:
        yield Edit(match.start(), match.end())


def _parts_a_list(text: str, gap: re.Match[str]) -> bool:
    """Whether names, offices, labels or columns stand on the sides of a blank."""
    before = _WORD_BEFORE.search(text, max(0, gap.start() - _REACH), gap.start())
    behind = _WORD_BEHIND.match(text, gap.end())
    left, right = before[0] if before else "", behind[0] if behind else ""
    if _LABEL.match(text, gap.end()) or is_name(right) or (is_name(left) and is_name(right[:2])):
        return True
    if left[-1:] in _OFFICES and left[-1:] in right[1:_REACH]:
        return True
    return len(gap[0]) > 1 and len(left) <= _COLUMN and len(right) <= _COLUMN


_NAME = "去掉多余空格"
EDGES = Step(_NAME, "处", everywhere(find_edges, find_in_cell))
STEP = Step(_NAME, "处", in_paragraphs(find))
ODD = Step(_NAME, "处", everywhere(find_odd))
