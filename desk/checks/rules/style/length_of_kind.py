"""S06: a draft is shorter or longer than its carrier or its kind asks for."""

from collections.abc import Iterator
from dataclasses import replace

from desk.checks.manuscript import Manuscript
from desk.checks.passage import Field
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.whole import Whole
from desk.drafts import Kind

_SHORT, _LONG = (150, 600), (400, 1500)
_FEWEST = 50  # characters that can tell anything at all
RANGES = {
    Kind.DYNAMIC: _SHORT,
    Kind.MEASURE: _SHORT,
    Kind.INCIDENT: _SHORT,
    Kind.FEEDBACK: _SHORT,
    Kind.PROBLEM: _LONG,
    Kind.PROPOSAL: _LONG,
    Kind.EXPERIENCE: _LONG,
    Kind.FORECAST: _LONG,
}


def judge(whole: Whole) -> Iterator[Hit]:
    """Compare the length with the carrier's limits, else with what is usual for the kind."""
    length = len("".join(whole.body.text.split()))
    profile, kind = whole.context.profile, whole.context.kind
    if profile and (profile.shortest or profile.longest):
        yield from _outside(whole, length, profile.shortest, profile.longest, profile.name)
    elif kind:
        shortest, longest = RANGES[kind]
        for hit in _outside(whole, length, shortest, longest, kind.value):
            # The usual lengths are the desk's own: only what is far beside them is a fault.
            is_far = length < _FEWEST or length > longest * 2
            yield hit if is_far else replace(hit, severity=Severity.INFO)


def _outside(whole: Whole, length: int, shortest: int, longest: int, name: str) -> Iterator[Hit]:
    end = len(whole.title.text)
    if shortest and length < shortest:
        message = f"正文{length}字，“{name}”不少于{shortest}字，请补充事实。"
        yield Hit(0, end, message, field=Field.TITLE)
    elif longest and length > longest:
        message = f"正文{length}字，“{name}”不超过{longest}字，请压缩{length - longest}字。"
        yield Hit(0, end, message, field=Field.TITLE)


RULE = Rule(
    code="S06",
    name="篇幅",
    severity=Severity.WARNING,
    summary="篇幅合乎刊物、栏目的要求；没有要求的，合乎类型的惯例。",
    reason="太短说不清，太长没人看；略出惯例的只作提示。",
    source="种子规则：简洁明了；各类信息的篇幅",
    bad="云岭县柑橘滞销须引起重视\n8月19日，云岭县柑橘滞销0.8万吨。",
    good="云岭县图书馆新建分馆12个\n"
    + "9月12日，云岭县图书馆与村党群服务中心合作建设分馆，配送图书3.6万册。" * 5,
    judge=judge,
    needs=Need.WHOLE,
    sample=Manuscript(kind=Kind.DYNAMIC),
)
