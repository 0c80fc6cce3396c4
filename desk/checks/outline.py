"""The numbered sequences of a text: headings, list items, “一是……二是……”, “第一……第二……”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from desk.checks.numerals import chinese, value_of
from desk.checks.spots import beginning

_NUM = "[一二三四五六七八九十]{1,3}"
_INDENT = r"[ \u3000\t]{0,8}"
_START = rf"^{_INDENT}"
_CLAUSE = r"(?:(?<=[。；：，、！？;:,\s”—])|^)"
_UNIT = r"(?<=[局委办院县市镇乡村校府司队站])"  # 县林草局一是……；二是……
_CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


class Style(StrEnum):
    """How an item is numbered."""

    CHINESE = "一、"
    BRACKETED = "（一）"
    ARABIC = "1."
    BRACKETED_ARABIC = "（1）"
    HALF_BRACKET = "1）"
    CIRCLED = "①"
    IS = "一是"
    MUST = "一要"
    ORDINAL = "第一，"
    OF_THEM = "其一，"


_PATTERNS = {
    Style.CHINESE: rf"{_START}(?P<a>{_NUM})、(?![一二三四五六七八九十]+(?:、|[产季号层楼班组]))",
    Style.BRACKETED: rf"{_CLAUSE}{_INDENT}[（(](?P<b>{_NUM})[）)](?![、和至—])",
    Style.ARABIC: rf"{_START}(?P<c>\d{{1,2}})(?:[.．](?!\d)|、(?!\d))",
    Style.BRACKETED_ARABIC: rf"{_CLAUSE}{_INDENT}[（(](?P<d>\d{{1,2}})[）)](?![、和至—])",
    Style.HALF_BRACKET: rf"{_CLAUSE}{_INDENT}(?P<e>\d{{1,2}})[）)]",
    Style.CIRCLED: rf"(?P<f>[{_CIRCLES}])",
    Style.IS: rf"(?:{_CLAUSE}|{_UNIT}(?=一是))(?P<g>{_NUM})是(?![一二三四五六七八九十])",
    Style.MUST: rf"(?:{_CLAUSE}|{_UNIT}(?=一要))(?P<h>{_NUM})要",
    Style.ORDINAL: rf"{_CLAUSE}第(?P<i>{_NUM})(?=[，,：:]|、(?!第?[一二三四五六七八九十\d]))",
    Style.OF_THEM: rf"{_CLAUSE}其(?P<j>[一二三四五六])(?=[，,是：])",
}
_MARK = beginning(
    rf" \u3000\t一二三四五六七八九十（(\d{_CIRCLES}第其",
    "|".join(f"(?:{pattern})" for pattern in _PATTERNS.values()),
)
_SIGN = re.compile(rf"[一二三四五六七八九十\d][、.．）)是要，,：:]|[{_CIRCLES}]|其[一二三四五六]")
_STYLE_OF = dict(zip("abcdefghij", _PATTERNS, strict=True))
_INLINE = frozenset({Style.IS, Style.MUST, Style.ORDINAL, Style.OF_THEM, Style.CIRCLED})
_HEADINGS = (Style.CHINESE, Style.BRACKETED, Style.ARABIC)  # from the highest


@dataclass(frozen=True, slots=True)
class Mark:
    """The number of one item; [start, end) covers the number alone."""

    style: Style
    number: int
    start: int
    end: int

    def written(self, number: int) -> str:
        """Another number in this mark's script."""
        if self.style is Style.CIRCLED:
            return _CIRCLES[number - 1]
        arabic = self.style in (Style.ARABIC, Style.BRACKETED_ARABIC, Style.HALF_BRACKET)
        return str(number) if arabic else chinese(number)

    def named(self, number: int) -> str:
        """An item of this style as the reader knows it, such as “（二）”."""
        one = "①" if self.style is Style.CIRCLED else "1" if "1" in self.style else "一"
        return self.style.value.replace(one, self.written(number)).rstrip("，")


@dataclass(slots=True)
class Sequence:
    """Items that count on; ``depth`` is how many sequences enclose it.

    ``expected`` is what its first number should be, 0 where nothing can be said; ``since`` is
    where the item that encloses it begins.
    """

    style: Style
    depth: int
    expected: int
    since: int
    marks: list[Mark]


def marks_in(text: str) -> Iterator[Mark]:
    """Yield the item numbers of a text in order; references such as “第（三）项” are left out."""
    start = 0
    for line in text.split("\n"):
        for mark in _marks_of(line):
            yield replace(mark, start=start + mark.start, end=start + mark.end)
        start += len(line) + 1


@lru_cache(maxsize=4096)
def _marks_of(line: str) -> tuple[Mark, ...]:
    if not _SIGN.search(line):
        return ()
    found = []
    for match in _MARK.finditer(line):
        group = match.lastgroup or ""
        style, sign = _STYLE_OF[group], match[group]
        number = _CIRCLES.index(sign) + 1 if style is Style.CIRCLED else value_of(sign)
        if number:
            found.append(Mark(style, number, match.start(group), match.end(group)))
    return tuple(found)


def sequences_in(text: str) -> list[Sequence]:
    """Gather the marks of a text into sequences, nested as they appear."""
    found: list[Sequence] = []
    stack: list[Sequence] = []
    last: dict[Style, int] = {}
    for mark in marks_in(text):
        _leave(stack, mark.style)
        if stack and stack[-1].style is mark.style and mark.number != 1:
            stack[-1].marks.append(mark)
        else:
            if stack and stack[-1].style is mark.style:
                stack.pop()
            since = stack[-1].marks[-1].end if stack else 0
            expected = _first(mark, stack, last)
            sequence = Sequence(mark.style, len(stack), expected, since, [mark])
            stack.append(sequence)
            found.append(sequence)
        last[mark.style] = mark.number
    return found


def _leave(stack: list[Sequence], style: Style) -> None:
    """Close what a mark of this style ends; nothing encloses 一、."""
    if style is Style.CHINESE and (not stack or stack[0].style is not style):
        stack.clear()
    elif any(sequence.style is style for sequence in stack):
        while stack[-1].style is not style:
            stack.pop()
    elif style in _HEADINGS:
        while stack and stack[-1].style in _INLINE:
            stack.pop()


def _first(mark: Mark, stack: list[Sequence], last: dict[Style, int]) -> int:
    """What a new sequence should begin with: 1, or onwards from the section before."""
    above = _HEADINGS[: _HEADINGS.index(mark.style)] if mark.style in _HEADINGS else ()
    if not stack or stack[-1].style not in above:
        return 0
    onwards = last.get(mark.style, 0) + 1
    return onwards if mark.number == onwards else 1
