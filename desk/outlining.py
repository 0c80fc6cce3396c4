"""The numbers of headings: what stands in front of a paragraph, and what belongs there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desk.body import Level, level_of
from desk.intake.counting import chinese

_DIGITS = "零一二三四五六七八九"
_HIGHEST = 99  # what two digits, or Chinese up to 九十九, can say
# Also what clerks write for a number: 1、 (1) ①. A figure behind the mark is a decimal or a list.
_NUMBER = re.compile(
    r"\s*(?:(?P<first>[一二三四五六七八九十]{1,3})、"
    r"|[（(](?P<second>[一二三四五六七八九十]{1,3})[）)]、?"
    r"|(?P<third>\d{1,2})[.．、](?!\d)"
    r"|[（(](?P<fourth>\d{1,2})[）)]、?"
    r"|(?P<circle>[①-⑳]))[ \u3000\xa0]*"
)


@dataclass(frozen=True, slots=True)
class Number:
    """The number in front of a paragraph: its level, its count, and how long it is."""

    level: Level
    count: int
    length: int


def number_of(text: str) -> Number | None:
    """The number a paragraph begins with; one that is no level's own form counts as plain."""
    found = _NUMBER.match(text)
    if not found:
        return None
    written = next(word for word in found.groups() if word)
    if found["circle"]:
        count = ord(written) - ord("①") + 1
    elif written.isdecimal():
        count = int(written)
    else:
        count = _counted(written)
    return Number(level_of(text), count, found.end())


def _counted(written: str) -> int:
    """十二 as 12; what isn't a number of this form counts by its last sign."""
    tens, ten, ones = written.rpartition("十")
    return (_DIGITS.find(tens[-1:]) if tens else 1) * 10 * bool(ten) + (
        _DIGITS.find(ones[-1:]) if ones else 0
    )


def heading_number(level: Level, count: int) -> str:
    """The number as printed (GB/T 9704-2012 7.3.3): 一、 （一） 1. （1）, "" for running text."""
    count = max(1, min(count, _HIGHEST))
    return {
        Level.PLAIN: "",
        Level.FIRST: f"{chinese(count)}、",
        Level.SECOND: f"（{chinese(count)}）",
        Level.THIRD: f"{count}.",
        Level.FOURTH: f"（{count}）",
    }[level]


def next_count(before: Sequence[str], level: Level) -> int:
    """The count a heading of a level gets behind these paragraphs."""
    for text in reversed(before):
        found = number_of(text)
        if found is None or found.level is Level.PLAIN or found.level > level:
            continue
        return found.count + 1 if found.level is level else 1
    return 1


def levelled(texts: Sequence[str], chosen: Sequence[int], level: Level) -> list[tuple[int, str]]:
    """How many characters of each chosen paragraph make way for which number, in order."""
    now = list(texts)
    changes = []
    for place in chosen:
        found = number_of(now[place])
        length = found.length if found else 0
        number = heading_number(level, next_count(now[:place], level))
        now[place] = number + now[place][length:]
        changes.append((length, number))
    return changes


def renumbered(texts: Sequence[str]) -> list[tuple[int, int, str]]:
    """What numbers every heading by its place: (paragraph, length of the old number, new one).

    A level begins anew behind a heading of a higher one; paragraphs without a number stay.
    """
    counts = dict.fromkeys(Level, 0)
    changes = []
    for place, text in enumerate(texts):
        found = number_of(text)
        if found is None or found.level is Level.PLAIN:
            continue
        counts[found.level] += 1
        counts |= {level: 0 for level in Level if level > found.level}
        if found.count != counts[found.level]:
            number = heading_number(found.level, counts[found.level])
            changes.append((place, found.length, number))
    return changes
