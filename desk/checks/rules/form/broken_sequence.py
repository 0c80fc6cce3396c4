"""F02: item numbers that do not follow one another."""

import re
from collections.abc import Iterator
from itertools import pairwise

from desk.checks.numerals import SMALL, chinese
from desk.checks.outline import Mark, Sequence, Style
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity

_NEAR = 3  # a first number beyond this is rather a figure than an item
_CIRCLES = 20
_TURNS = {1: "首先", 2: "其次", 3: "再次"}
_TURN = re.compile(
    r"(?:(?<=[。；：，.;:,\n])|^)[ \u3000]*(?P<word>首先|其次|再次|最后)(?!出现|发生|是)",
    re.MULTILINE,
)
_NUMBERED = re.compile(r"[第其][一二三四五六][，、：]|[一二三四五六]是")


def check(text: Passage) -> Iterator[Hit]:
    """Compare each number of each sequence with the one before it."""
    alone: dict[Style, Sequence] = {}  # the sequences that ended after their first item
    for sequence in text.sequences:
        first = 2 if _begins_twice(alone.pop(sequence.style, None), sequence) else 0
        yield from _broken(sequence, text.text, first)
        if len(sequence.marks) == 1:
            alone[sequence.style] = sequence
    yield from _turns(text.own)


def _turns(text: str) -> Iterator[Hit]:
    """Find 再次 straight after 首先, and 其次 told twice."""
    for one, then in pairwise(_TURN.finditer(text)):
        between = text[one.end() : then.start()]
        if "\n" in between or _NUMBERED.search(between):
            continue
        due = {("首先", "再次"): "其次", ("其次", "其次"): "再次"}.get((one["word"], then["word"]))
        if due:
            message = f"前面是“{one['word']}”，这里的“{then['word']}”应是“{due}”。"
            yield Hit(*then.span("word"), message, due)


def _begins_twice(before: Sequence | None, sequence: Sequence) -> bool:
    """Whether two sequences are one whose second item is numbered 1 too: 一是 一是 三是."""
    numbers = [mark.number for mark in sequence.marks]
    return (
        before is not None
        and before.depth == sequence.depth
        and before.marks[0].number == 1
        and numbers[:2] == [1, 3]
    )


def _broken(sequence: Sequence, text: str, first: int) -> Iterator[Hit]:
    marks = sequence.marks
    expected = first or sequence.expected or marks[0].number
    for place, mark in enumerate(marks):
        following = marks[place + 1].number if place + 1 < len(marks) else None
        far = place == 0 and mark.number > _NEAR
        since = marks[place - 1].end if place else sequence.since
        if mark.number == expected or far or _hidden(text[since : mark.start], mark):
            expected = mark.number + 1
            continue
        certain = following in (None, expected + 1) and _writable(mark, expected)
        yield _hit(mark, expected, certain=certain)
        expected = (expected if certain else mark.number) + 1


def _hidden(between: str, mark: Mark) -> bool:
    """Whether the item before stands inside a line, or is counted in another way."""
    if mark.number == 1 or mark.style is Style.CIRCLED:
        return False
    before = mark.written(mark.number - 1)
    number = rf"(?<![第\d]){before}" if before.isdecimal() else f"(?<![第{SMALL}]){before}"
    turn = _TURNS.get(mark.number - 1, "其次")
    other = f"[第其]{chinese(mark.number - 1)}[，、：是]|{turn}[，是]|(?<=[；。，])其次"
    return bool(re.search(rf"{number}(?:[）)]|[.．、是要](?!\d))|[（(]{number}|{other}", between))


def _writable(mark: Mark, number: int) -> bool:
    return mark.style is not Style.CIRCLED or number <= _CIRCLES


def _hit(mark: Mark, expected: int, *, certain: bool) -> Hit:
    here, due = mark.named(mark.number), mark.named(expected) if _writable(mark, expected) else ""
    message = f"序号“{here}”重复或倒退，应是“{due}”。"
    if mark.number > expected:
        message = f"“{here}”前面缺“{due}”，请补上或把序号依次改过来。"
    return Hit(mark.start, mark.end, message, mark.written(expected) if certain else None)


RULE = Rule(
    code="F02",
    name="序号不连续",
    severity=Severity.ERROR,
    summary="同一层次的序号依次排列，不缺不重。",
    reason="缺号会让读者以为漏了一条。",
    source="GB/T 9704—2012 7.3.3",
    bad="一是压实责任；二是加强督导；四是严格考核。",
    good="一是压实责任；二是加强督导；三是严格考核。",
    check=check,
    needs=Need.BODY,
    by_paragraph=False,
)
