"""P10: an enumeration comma after an Arabic item number."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_COMMA = re.compile(
    r"^[ \u3000\t]*\d{1,2}(?P<comma>、)"
    r"(?!\d{1,3}(?!\d)|[一二三四五六七八九十两]+[月日号、])(?=\s*\S)"
)


def check(paragraph: Passage) -> Iterator[Hit]:
    """Find 1、 at the beginning of a line; 8、9月份 is a list of numbers."""
    match = _COMMA.match(paragraph.text)
    if match:
        yield Hit(match.start("comma"), match.end(), "阿拉伯数字序号后用下圆点“.”。", ".")


RULE = Rule(
    code="P10",
    name="阿拉伯序号后顿号",
    severity=Severity.WARNING,
    summary="阿拉伯数字序号写“1.”，不写“1、”。",
    reason="公文第三层次用“1.”标注。",
    source="GB/T 15834—2011 B.3.3；GB/T 9704—2012 7.3.3",
    bad="1、加强值班值守。",
    good="1.加强值班值守。",
    check=check,
)
