"""N08: a fall written as growth by a negative number."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_NUMBER = r"(?P<number>\d+(?:\.\d+)?\s*(?:%|％|‰|个?百分点))"
_GROWTH = re.compile(
    r"(?P<word>(?<!负)增长|增加|上升|提高|提升|上涨)(?:了|为"
    rf"|达到?)?\s*[-−－–—](?![-−－–—]){_NUMBER}"
)
_FALL = {
    "增长": "下降",
    "增加": "减少",
    "上升": "下降",
    "提高": "下降",
    "提升": "下降",
    "上涨": "下降",
}


def check(text: Passage) -> Iterator[Hit]:
    """Find 增长-5.3%; 增速为-5.3% is a figure and right."""
    for match in _GROWTH.finditer(text.printed):
        fixed = f"{_FALL[match['word']]}{match['number']}"
        yield Hit(match.start(), match.end(), f"“{match[0]}”应写“{fixed}”。", fixed)


RULE = Rule(
    code="N08",
    name="负增长写法",
    severity=Severity.ERROR,
    summary="下降写“下降5.3%”，不写“增长-5.3%”。",
    reason="“增长”与负号相抵触，念出来也不通。",
    source="统计用语惯例",
    bad="固定资产投资同比增长-5.3%。",
    good="固定资产投资同比下降5.3%。",
    check=check,
)
