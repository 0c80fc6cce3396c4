"""N02: a decimal without its integer part."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_UNIT = (
    r"%|％|‰|℃|个?百分点|[万亿]|元|吨|公里|千米|平方|立方|米|亩|公顷|倍|小时|度|分[，。；]|千瓦"
    r"|兆|公斤|千克|[毫微]?克|[毫厘分]米|毫?升|成|折|"
    r"km|kg|m|t|MW|GW|kW"
)
_DECIMAL = re.compile(rf"(?<![\d.．\w·)）])(?<!\d )[.．](?P<digits>\d{{1,4}})(?=\s*(?:{_UNIT}))")
_AFTER_HAN = re.compile(
    rf"(?<=[\u4e00-\u9fff])[.．](?P<digits>\d{{1,4}})(?=\s*(?:{_UNIT}))(?!\d{{4}}年)"
)


def check(text: Passage) -> Iterator[Hit]:
    """Find .8% and the like before a unit; codes and versions are left out."""
    for pattern in (_DECIMAL, _AFTER_HAN):
        for match in pattern.finditer(text.printed):
            whole = f"0.{match['digits']}"
            message = f"“{match[0]}”缺整数位，小于1的小数写“{whole}”；若是漏了数字请补上。"
            yield Hit(match.start(), match.end(), message, whole)


RULE = Rule(
    code="N02",
    name="小数缺整数位",
    severity=Severity.ERROR,
    summary="小于1的小数，小数点前写“0”。",
    reason="缺“0”容易看漏小数点。",
    source="GB/T 15835—2011 5.1.2",
    bad="失业率下降.8个百分点。",
    good="失业率下降0.8个百分点。",
    check=check,
)
