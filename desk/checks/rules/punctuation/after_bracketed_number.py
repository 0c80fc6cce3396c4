"""P08: a point mark after an item number in brackets."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_POINT = re.compile(
    r"(?:^|(?<=[。；：;:\n]))[ \u3000\t]*[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]"
    r"(?P<point>[、，。：；．,.;:]+)(?!\s*[（(])(?=\s*\S)"
)


def check(text: Passage) -> Iterator[Hit]:
    """Find the mark where the number opens a line or a clause; references are left out."""
    for match in _POINT.finditer(text.text):
        point = match["point"]
        yield Hit(match.start("point"), match.end(), f"带括号的序号后不用“{point}”。", "")


RULE = Rule(
    code="P08",
    name="带括号序号后加点号",
    severity=Severity.ERROR,
    summary="“（一）”“（1）”后不加点号。",
    reason="括号已经把序号和正文隔开。",
    source="GB/T 15834—2011 B.3.4",
    bad="（一）、强化组织领导。",
    good="（一）强化组织领导。",
    check=check,
)
