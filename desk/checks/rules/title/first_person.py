"""T09: a title speaks in the first person."""

from desk.checks.first_person import first_person_in
from desk.checks.rule import Need, Rule, Severity

RULE = Rule(
    code="T09",
    name="标题含第一人称",
    severity=Severity.ERROR,
    summary="标题不用“我局”“我市”“我们”等第一人称。",
    reason="刊物由上级编发，“我”会被读成编发机关。",
    source="种子规则：第三者角度，杜绝我们、我局、我市",
    bad="我县秋粮收购进度过半",
    good="云岭县秋粮收购进度过半",
    check=first_person_in,
    needs=Need.TITLE,
)
