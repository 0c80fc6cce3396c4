"""E11: a feedback without its matter, handler, result or time."""

from collections.abc import Iterator

from desk.checks.elements import lacking_of
from desk.checks.manuscript import Manuscript
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.slots import Slot
from desk.checks.whole import Whole
from desk.drafts import Kind

_SLOTS = (Slot.MATTER, Slot.HANDLER, Slot.OUTCOME, Slot.TIME)


def judge(whole: Whole) -> Iterator[Hit]:
    """Name the elements of this kind that the body lacks."""
    yield from lacking_of(whole, Kind.FEEDBACK, *_SLOTS)


RULE = Rule(
    code="E11",
    name="反馈型要素",
    severity=Severity.INFO,
    summary="反馈型信息写明事项、承办单位、结果和时间。",
    reason="反馈是给交办人的回话，要一次说清。",
    source="种子规则：反馈型信息的写法",
    bad="北街垃圾清运问题的反馈\n9月1日，北街居民反映垃圾堆积，县城市管理局高度重视，召开会议研究。",
    good="北街垃圾清运问题的反馈\n9月1日，北街居民反映垃圾堆积。9月2日，县城市管理局清运垃圾8吨，问题已经解决。",
    judge=judge,
    needs=Need.WHOLE,
    sample=Manuscript(kind=Kind.FEEDBACK),
)
