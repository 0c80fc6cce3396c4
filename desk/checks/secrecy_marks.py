"""Marks of secrecy at the head of a text (GB/T 9704-2012 7.2.2)."""

import re
from collections.abc import Iterator

from desk.checks.masks import Span

_LINES = 3  # in which a head may carry its mark
_GRADE = r"(?:[绝机秘][ \u3000]{0,4}密)"
_TERM = r"(?:长期|[\d一二三四五六七八九十]{1,3}[ ]?(?:年|个月|月|天))?"
_STARRED = re.compile(rf"(?P<mark>{_GRADE}[ \u3000]*[★☆✭✩*＊][ \u3000]*{_TERM})")
_URGENCY = r"(?:特急|加急|平急|急件)?"
_ALONE = re.compile(
    rf"^[ \u3000【（(\[★☆]*{_URGENCY}[ \u3000·、/]*(?P<mark>{_GRADE})(?:级|件|文件)?"
    rf"[】）)\] \u3000·、/（(]*(?:{_TERM})[ \u3000）)]*{_URGENCY}[ \u3000]*$"
)
_BRACKETED = re.compile(rf"^[ \u3000]*[【（(\[](?P<mark>{_GRADE})(?:级|件|[：:]{_TERM})?[】）)\]]")
_LABELLED = re.compile(rf"密[ \u3000]*级(?:[ \u3000]*为|[：: \u3000])[ \u3000]*(?P<mark>{_GRADE})")


def secrecy_marks_in(text: str) -> Iterator[Span]:
    """Yield marks in the first lines: with a star, labelled, or alone on their line."""
    start = 0
    for line in text.split("\n", _LINES)[:_LINES]:
        patterns = (_STARRED, _LABELLED, _ALONE, _BRACKETED)
        match = next(filter(None, (one.search(line) for one in patterns)), None)
        if match:
            yield start + match.start("mark"), start + match.end("mark")
        start += len(line) + 1
