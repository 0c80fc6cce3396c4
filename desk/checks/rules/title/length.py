"""T06: a title is too short or too long."""

from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity

SHORTEST, LONGEST = 6, 40


def check(title: Passage) -> Iterator[Hit]:
    """Measure the title without blanks."""
    length = len("".join(title.text.split()))
    if 0 < length < SHORTEST:
        yield Hit(0, len(title.text), f"标题只有{length}个字，请写明谁做了什么。")
    elif length > LONGEST:
        yield Hit(0, len(title.text), f"标题有{length}个字，请压缩到{LONGEST}个字以内。")


RULE = Rule(
    code="T06",
    name="标题过长或过短",
    severity=Severity.WARNING,
    summary=f"标题为{SHORTEST}至{LONGEST}个字（不计空格）。",
    reason="标题要准确、简洁。",
    source="种子规则：标题准确简洁",
    bad="防汛工作",
    good="云岭县提前备足防汛物资",
    check=check,
    needs=Need.TITLE,
)
