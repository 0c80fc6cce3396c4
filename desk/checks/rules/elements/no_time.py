"""E01: no date at all."""

import re
from collections.abc import Iterator

from desk.checks.elements import asked
from desk.checks.manuscript import Manuscript
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.slots import Slot, has, names_only_vague_time
from desk.checks.whole import Whole
from desk.drafts import Kind

_NOW = re.compile(
    r"目前|当前|现阶段|近年来|近[\d两三四五]+年|年来|一直以来|长期以来|[春夏秋冬]季|汛期|学期"
)
# What tells of a state rather than of an event can do without a day.
_SEVERITY: dict[Kind | None, Severity] = {
    Kind.INCIDENT: Severity.ERROR,
    Kind.DYNAMIC: Severity.WARNING,
    Kind.FEEDBACK: Severity.WARNING,
}
_SHORTEST = 60  # characters of a text of unknown kind that should name a day


def judge(whole: Whole) -> Iterator[Hit]:
    """Look for a day or a period in the title and the body; 近日 alone is the matter of D05."""
    kind = whole.context.kind
    if kind is None and len(whole.body.text) < _SHORTEST:
        return
    if has(Slot.TIME, whole) or (names_only_vague_time(whole) and kind is not Kind.INCIDENT):
        return
    severity = _SEVERITY.get(kind, Severity.INFO)
    if kind is not Kind.INCIDENT and _NOW.search(whole.body.text):
        if kind is not Kind.DYNAMIC:
            return
        severity = Severity.INFO  # it tells of a state
    yield from asked(whole, (Slot.TIME,), "正文", severity)


RULE = Rule(
    code="E01",
    name="缺时间",
    severity=Severity.WARNING,
    summary="正文写明时间；突发型没有时间是差错，说现状的类型只作提示。",
    reason="没有时间，读者不知道是新事还是旧事。",
    source="种子规则：时间、地点、人物等要素齐全",
    bad="云岭县图书馆新建分馆12个\n云岭县图书馆与村党群服务中心合作建设分馆12个，配送图书3.6万册。",
    good="云岭县图书馆新建分馆12个\n9月12日，云岭县图书馆与村党群服务中心合作建成分馆12个，配送图书3.6万册。",
    judge=judge,
    needs=Need.WHOLE,
    sample=Manuscript(kind=Kind.DYNAMIC),
)
