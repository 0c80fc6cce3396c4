"""T02: a title ends in a point mark."""

import re
from collections.abc import Iterator

from desk.checks.masks import HAN
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity

_CLOSING = re.compile(rf"(?:[。，；：、]|(?<=[{HAN}”》）。，；：、])[.．,;:])+(?=\s*$)")


def check(title: Passage) -> Iterator[Hit]:
    """Find the point marks that close the title."""
    match = _CLOSING.search(title.text)
    if match:
        yield Hit(match.start(), match.end(), f"标题末尾不用“{match[0]}”。", "")


RULE = Rule(
    code="T02",
    name="标题末尾有点号",
    severity=Severity.ERROR,
    summary="标题末尾不用句号、逗号、分号、冒号、顿号。",
    reason="标题末尾一般不用点号。",
    source="GB/T 15834—2011 B.4",
    bad="云岭县启动冬季森林防火专项行动。",
    good="云岭县启动冬季森林防火专项行动",
    check=check,
    needs=Need.TITLE,
)
