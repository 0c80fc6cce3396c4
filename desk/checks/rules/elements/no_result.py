"""E04: a process without a result."""

from collections.abc import Iterator

from desk.checks.elements import asked
from desk.checks.manuscript import Manuscript
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.slots import Slot, has
from desk.checks.whole import Whole
from desk.drafts import Kind

_KINDS = (Kind.DYNAMIC, Kind.MEASURE)


def judge(whole: Whole) -> Iterator[Hit]:
    """Look for a word of result or a figure that is no date."""
    is_open = not has(Slot.RESULT, whole) and not has(Slot.FIGURE, whole)
    if whole.context.kind in _KINDS and is_open:
        yield from asked(whole, (Slot.RESULT,), f"{whole.context.kind}信息")


RULE = Rule(
    code="E04",
    name="缺结果",
    severity=Severity.INFO,
    summary="动态型、措施型信息写明结果或阶段性成效。",
    reason="只写开会、部署，看不出办成了什么。",
    source="种子规则：时间、地点、人物、措施、成效齐全",
    bad="云岭县部署公路巡查\n6月15日，云岭县召开会议，要求各养护站加强值班值守。",
    good="云岭县部署公路巡查\n6月15日，云岭县召开会议，要求各养护站加强值班值守，当日排查隐患12处。",
    judge=judge,
    needs=Need.WHOLE,
    sample=Manuscript(kind=Kind.DYNAMIC),
)
