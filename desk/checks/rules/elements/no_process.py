"""E03: a result without how it came about."""

from collections.abc import Iterator

from desk.checks.elements import lacking_of
from desk.checks.manuscript import Manuscript
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.slots import Slot
from desk.checks.whole import Whole
from desk.drafts import Kind


def judge(whole: Whole) -> Iterator[Hit]:
    """Look for what was done."""
    yield from lacking_of(whole, Kind.DYNAMIC, Slot.PROCESS)


RULE = Rule(
    code="E03",
    name="缺过程",
    severity=Severity.INFO,
    summary="动态型信息写明做了什么、怎么做的。",
    reason="只有结果，看不出工作。",
    source="种子规则：时间、地点、人物、措施、成效齐全",
    bad="云岭县财政收入较快增长\n9月，云岭县财政收入为1.2亿元，比上年同期增长8%。",
    good="云岭县财政收入较快增长\n9月，云岭县组织清缴欠税，财政收入为1.2亿元，比上年同期增长8%。",
    judge=judge,
    needs=Need.WHOLE,
    sample=Manuscript(kind=Kind.DYNAMIC),
)
