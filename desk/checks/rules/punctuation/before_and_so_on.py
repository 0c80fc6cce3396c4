"""P05: an enumeration comma before 等."""

import re
from collections.abc import Iterator

from desk.checks.and_so_on import CLOSING
from desk.checks.masks import HAN
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_COMMA = re.compile(rf"、 *(?:(?P<twice>等等)(?=[{HAN}])|(?={CLOSING}))")


def check(text: Passage) -> Iterator[Hit]:
    """Find 、等 where 等 closes a list and does not begin a word such as 等级."""
    for match in _COMMA.finditer(text.text):
        fix = "等" if match["twice"] else ""
        yield Hit(match.start(), match.end(), "“等”前不用顿号。", fix)


RULE = Rule(
    code="P05",
    name="“等”前顿号",
    severity=Severity.WARNING,
    summary="表示列举未尽的“等”前面不用顿号。",
    reason="“等”前不是并列的又一项，不停顿。",
    source="GB/T 15834—2011 B.1.2",
    bad="县发展改革局、县财政局、等部门参加调研。",
    good="县发展改革局、县财政局等部门参加调研。",
    check=check,
)
