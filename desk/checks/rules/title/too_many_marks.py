"""T03: a title holds three point marks or more."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity

_LIMIT = 3
_CLAUSES = re.compile(r"[，；。！？;!?]|(?<!\d)[：:]|[：:](?!\d)|(?<!\d),|,(?!\d)|\s+")


def check(title: Passage) -> Iterator[Hit]:
    """Count the point marks outside works and quotations; the 、 between two items is free."""
    marks = sum(not mark.isspace() for mark in _CLAUSES.findall(title.own))
    lists = (clause.count("、") for clause in _CLAUSES.split(title.own))
    marks += sum(count for count in lists if count > 1)
    if marks >= _LIMIT:
        message = f"标题里有{marks}个点号，请压缩到{_LIMIT - 1}个以内。"
        yield Hit(0, len(title.text), message)


RULE = Rule(
    code="T03",
    name="标题标点过多",
    severity=Severity.WARNING,
    summary="标题的点号不到三个（两项并列的顿号不计）。",
    reason="标点多说明标题不够简洁，可以拆去枝节。",
    source="种子规则：标题少用标点",
    bad="云岭县抓收购，强监管，优服务，保秋粮归仓",
    good="云岭县抓收购强监管，保秋粮颗粒归仓",
    check=check,
    needs=Need.TITLE,
)
