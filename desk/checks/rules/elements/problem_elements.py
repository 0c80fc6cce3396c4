"""E06: a problem draft without its cause, its responsible body or what is asked for."""

from collections.abc import Iterator

from desk.checks.elements import lacking_of
from desk.checks.manuscript import Manuscript
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.slots import Slot
from desk.checks.whole import Whole
from desk.drafts import Kind

_SLOTS = (Slot.CAUSE, Slot.RESPONSIBLE, Slot.REQUEST)


def judge(whole: Whole) -> Iterator[Hit]:
    """Name the elements of this kind that the body lacks."""
    yield from lacking_of(whole, Kind.PROBLEM, *_SLOTS)


RULE = Rule(
    code="E06",
    name="问题型要素",
    severity=Severity.INFO,
    summary="问题型信息写明原因、责任单位和请求上级解决的事项。",
    reason="只报问题，领导无从下手。",
    source="种子规则：问题型信息的要素",
    bad="永安镇渠道损毁较多\n8月10日，永安镇有渠道186公里，损毁41公里，影响灌溉面积1.1万亩。",
    good="永安镇渠道损毁较多\n8月10日，永安镇有渠道186公里，损毁41公里，原因是年久失修。建议由县水务局牵头，9月底前修复。",
    judge=judge,
    needs=Need.WHOLE,
    sample=Manuscript(kind=Kind.PROBLEM),
)
