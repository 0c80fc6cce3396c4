"""P09: an enumeration comma after 第一, 首先 and their kind."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_COMMA = re.compile(
    r"(?:^|(?<=[。；：，！？;:,]))[ \u3000\t]*"
    r"(?P<word>第[一二三四五六七八九十]{1,2}|首先|其次|再次|最后|其[一二三四五])"
    r"(?P<comma>、)(?!第?[一二三四五六七八九十\d]|其[次一二三四五]|再次|最后|末)"
)


def check(text: Passage) -> Iterator[Hit]:
    """Find 第一、 at the beginning of a clause; 第一、二、三产业 is right."""
    for match in _COMMA.finditer(text.text):
        message = f"“{match['word']}”后用逗号，不用顿号。"
        yield Hit(match.start("comma"), match.end(), message, "，")


RULE = Rule(
    code="P09",
    name="“第一、首先”后顿号",
    severity=Severity.ERROR,
    summary="“第一”“首先”“其次”等次序语后用逗号。",
    reason="带“第”的和“首先”一类次序语后用逗号。",
    source="GB/T 15834—2011 B.3.1",
    bad="首先、压实责任。其次、加强督导。",
    good="首先，压实责任。其次，加强督导。",
    check=check,
)
