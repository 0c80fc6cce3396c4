"""E02: neither a place nor a unit in the title and the lead."""

from collections.abc import Iterator

from desk.checks.elements import asked
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.slots import Slot, has_in_lead
from desk.checks.whole import Whole


def judge(whole: Whole) -> Iterator[Hit]:
    """Look for a place or a unit where the reader looks first."""
    head = whole.title.text + whole.body.text[slice(*whole.lead)]
    if any(name and name in head for name in _names(whole)):
        return
    if not has_in_lead(Slot.PLACE, whole) and not has_in_lead(Slot.ACTOR, whole):
        yield from asked(whole, (Slot.PLACE, Slot.ACTOR), "标题和首句")


def _names(whole: Whole) -> Iterator[str]:
    yield from whole.context.units
    for unit in whole.context.office.units:
        yield from (unit.full, unit.short)


RULE = Rule(
    code="E02",
    name="缺地点或主体",
    severity=Severity.INFO,
    summary="标题或首句写明地点、单位或人物。",
    reason="印到刊物上，读者不知道是哪里的事。",
    source="种子规则：时间、地点、人物等要素齐全",
    bad="油菜播种进度快于去年\n截至10月8日，油菜已播种6.3万亩，比去年同期快5个百分点。",
    good="云岭县油菜播种进度快于去年\n截至10月8日，云岭县油菜已播种6.3万亩，比去年同期快5个百分点。",
    judge=judge,
    needs=Need.WHOLE,
)
