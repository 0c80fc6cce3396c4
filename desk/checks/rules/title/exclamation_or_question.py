"""T01: a title holds an exclamation or question mark."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity

_MARKS = re.compile(r"[！？!?]+")
_WORD = re.compile(r"[^\s，、；：”’）》]")


def check(title: Passage) -> Iterator[Hit]:
    """Find the marks outside works and quotations; amid a title something must take their place."""
    for match in _MARKS.finditer(title.own):
        message = f"标题不用“{match[0]}”。"
        amid = match.start() > 0 and _WORD.match(title.text, match.end())
        fix, choices = (None, ("，", " ")) if amid else ("", ())
        yield Hit(match.start(), match.end(), message, fix, choices=choices)


RULE = Rule(
    code="T01",
    name="标题含叹号或问号",
    severity=Severity.ERROR,
    summary="标题不用叹号、问号。",
    reason="政务信息标题直陈事实，不感叹、不设问。国家标准允许标题用问号、叹号，本规则从严。",
    source="种子规则：标题不加问号叹号",
    bad="云岭县秋粮收购开局良好！",
    good="云岭县秋粮收购开局良好",
    check=check,
    needs=Need.TITLE,
)
