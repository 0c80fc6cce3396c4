"""S01: a body speaks in the first person."""

from desk.checks.first_person import first_person_in
from desk.checks.rule import Need, Rule, Severity

RULE = Rule(
    code="S01",
    name="第一人称",
    severity=Severity.ERROR,
    summary="正文不用“我局”“我市”“我们”“笔者”等第一人称；“我国”除外。",
    reason="刊物由上级编发，“我”会被读成编发机关。",
    source="种子规则：第三者角度，杜绝我们、我局、我市",
    bad="今年以来，我局开展执法检查12次。",
    good="今年以来，县应急管理局开展执法检查12次。",
    check=first_person_in,
    needs=Need.BODY,
)
