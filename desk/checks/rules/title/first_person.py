"""T09: a title speaks in the first person."""

from collections.abc import Iterator

from desk.checks.first_person import first_person_in
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity


def check(title: Passage) -> Iterator[Hit]:
    """Find first-person words, and name the sender or its place where one is known."""
    yield from first_person_in(title, is_title=True)


RULE = Rule(
    code="T09",
    name="标题含第一人称",
    severity=Severity.ERROR,
    summary="标题不用“我局”“我市”“我们”等第一人称。",
    reason="刊物由上级编发，“我”会被读成编发机关。",
    source="种子规则：第三者角度，杜绝我们、我局、我市",
    bad="我县秋粮收购进度过半",
    good="云岭县秋粮收购进度过半",
    check=check,
    needs=Need.TITLE,
)
