"""T11: a title that colours what it tells."""

from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity


def check(title: Passage) -> Iterator[Hit]:
    """Find the words of the list outside works and quotations."""
    for listed in title.listed("T11"):
        message = f"“{listed.entry.word}”带感情色彩，标题请直陈事实。"
        yield Hit(listed.start, listed.end, message)


RULE = Rule(
    code="T11",
    name="标题带感情色彩",
    severity=Severity.INFO,
    summary="标题不用“震惊”“可喜”“再创辉煌”等词。",
    reason="信息供领导判断，标题不代读者抒情。",
    source="种子规则：标题不带感情色彩",
    bad="可喜云岭县茶叶出口突破3000吨",
    good="云岭县茶叶出口突破3000吨",
    check=check,
    needs=Need.TITLE,
)
