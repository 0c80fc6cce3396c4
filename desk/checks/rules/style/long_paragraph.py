"""S05: a paragraph is too long."""

from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity

LONGEST = 400


def check(text: Passage) -> Iterator[Hit]:
    """Measure a paragraph; its first words stand for it."""
    length = len("".join(text.text.split()))
    if length > LONGEST and text.clauses:
        yield Hit(*text.clauses[0], f"这一段有{length}个字，请在层次转换处分段。")


RULE = Rule(
    code="S05",
    name="长段",
    severity=Severity.INFO,
    summary=f"一段不超过{LONGEST}个字。",
    reason="一段说一层意思，领导一眼能看出有几层。",
    source="种子规则：层次清楚",
    bad="县应急管理局逐户排查了山洪灾害危险区，落实了责任人、转移路线和安置点，" * 12
    + "工作已经完成。",
    good="县应急管理局逐户排查了山洪灾害危险区，落实了责任人、转移路线和安置点。",
    check=check,
    needs=Need.BODY,
)
