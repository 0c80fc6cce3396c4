"""P11: a point mark after 一是."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_POINT = re.compile(
    r"(?:^|(?<=[。；：，;:,]))[ \u3000\t]*(?P<word>[一二三四五六七八九十]{1,2}[是要])"
    r"(?P<point>[、，,：:])(?!\s*[一二三四五六七八九十]{1,2}[是要])(?=\s*\S)"
)


def check(text: Passage) -> Iterator[Hit]:
    """Find the mark where 一是 opens a clause."""
    for match in _POINT.finditer(text.text):
        message = f"“{match['word']}”后不用“{match['point']}”。"
        yield Hit(match.start("point"), match.end(), message, "")


RULE = Rule(
    code="P11",
    name="“一是”后点号",
    severity=Severity.WARNING,
    summary="“一是”“二是”后不加点号。",
    reason="“是”与后面的话连成一句，中间不停顿。",
    source="GB/T 15834—2011 B.3.7",
    bad="一是、压实责任；二是、加强督导。",
    good="一是压实责任；二是加强督导。",
    check=check,
)
