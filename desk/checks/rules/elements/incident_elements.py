"""E08: an emergency without its minute, spot, casualties, measures or cause."""

from collections.abc import Iterator

from desk.checks.elements import lacking_of
from desk.checks.manuscript import Manuscript
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.slots import Slot
from desk.checks.whole import Whole
from desk.drafts import Kind

_SLOTS = (Slot.MINUTE, Slot.SPOT, Slot.CASUALTIES, Slot.MEASURES, Slot.INCIDENT_CAUSE)


def judge(whole: Whole) -> Iterator[Hit]:
    """Name the elements of this kind that the body lacks."""
    yield from lacking_of(whole, Kind.INCIDENT, *_SLOTS)


RULE = Rule(
    code="E08",
    name="突发型要素",
    severity=Severity.INFO,
    summary="突发型信息写明到分的时间、到村的地点、伤亡损失、措施、原因或“正在调查”。",
    reason="领导凭首报调度，缺一项就要再问一次。",
    source="种子规则：时间到分、到村；各类信息的写法",
    bad="白河镇一砖厂发生火灾\n7月3日，白河镇兴旺砖厂发生火灾，消防员22名到场扑救。",
    good="白河镇一砖厂发生火灾\n7月3日14时20分，白河镇大湾村兴旺砖厂发生火灾，消防员22名到场扑救，无人员伤亡，起火原因正在调查。",
    judge=judge,
    needs=Need.WHOLE,
    sample=Manuscript(kind=Kind.INCIDENT),
)
