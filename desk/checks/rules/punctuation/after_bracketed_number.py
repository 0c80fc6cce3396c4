"""P08: a point mark after an item number in brackets."""

import re
from collections.abc import Iterator

from desk.checks.masks import HAN
from desk.checks.numerals import value_of
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_POINT = re.compile(
    r"(?:^|(?<=[。；：;:\n])|(?P<within>(?<=[，,])))[ \u3000\t]*"
    r"[（(](?P<number>[一二三四五六七八九十]{1,3}|\d{1,2})[）)]"
    r"(?P<point>[、，。：；．,.;:]+)(?!\s*[（(])(?=\s*\S)"
)
_ITEM = re.compile(
    rf"(?:^|(?<=[。；：;:，,\n]))[（(](?P<number>[一二三四五六七八九十]{{1,3}}|\d{{1,2}})[）)]"
    rf"(?P<point>[、，。：；．,.;:]?)(?=[{HAN}])"
)


def check(text: Passage) -> Iterator[Hit]:
    """Find the mark where the number opens a line or a clause; references are left out."""
    for match in _POINT.finditer(text.text):
        if match["within"] is not None and not _counts_on(text.text, match):
            continue  # 第（1），（2）、3项 refers
        point = match["point"]
        yield Hit(match.start("point"), match.end(), f"带括号的序号后不用“{point}”。", "")


def _counts_on(text: str, match: re.Match[str]) -> bool:
    """Whether the number before it opens a clause, as in （1）、货币安置，（2）、实物安置."""
    number = value_of(match["number"]) or 0
    return any(
        value_of(one["number"]) == number - 1 and one["point"] in ("", match["point"])
        for one in _ITEM.finditer(text, 0, match.start())
    )


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
