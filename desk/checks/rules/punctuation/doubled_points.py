"""P03: two point marks in a row."""

import re
from collections.abc import Iterator

from desk.checks.masks import HAN
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_RUN = re.compile(
    r"[，。；：、！？](?:[ \u3000]?[，。；：、！？,;:])+|"
    rf"(?<=[{HAN}”》）%\d])([,;:.])\1(?=[{HAN}“《]|$)"
)
_FEELING = re.compile(r"[！？]+")
_STRENGTH = "、，：；！？。"
_FULL = str.maketrans(",;:.", "，；：。")
_LEAST_DOTS = 3  # 。。。 is a wrong ellipsis: P06


def check(text: Passage) -> Iterator[Hit]:
    """Find the runs; the strongest mark stays. ？！ and ！！ are right."""
    for match in _RUN.finditer(text.printed):
        marks = "".join(match[0].split()).translate(_FULL)
        if _FEELING.fullmatch(marks) or (set(marks) == {"。"} and len(marks) >= _LEAST_DOTS):
            continue
        kept = max(marks, key=_STRENGTH.index)
        message = f"“{match[0]}”点号重叠，留“{kept}”。"
        yield Hit(match.start(), match.end(), message, kept)


RULE = Rule(
    code="P03",
    name="点号叠用",
    severity=Severity.ERROR,
    summary="一处停顿只用一个点号。",
    reason="多为修改时没删净；问号叹号连用“？！”“！！”除外。",
    source="GB/T 15834—2011 第4章",
    bad="截至目前，，全县完成播种12万亩。",
    good="截至目前，全县完成播种12万亩。",
    check=check,
    yields_to=frozenset({"T01", "T02", "P06", "P08", "P11"}),
)
