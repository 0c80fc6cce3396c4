"""S07: praise and judgement that the writer passes himself."""

import re
from collections.abc import Iterator

from desk.checks.deletion import deletable
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity

_DATA = re.compile(r"\d")
_PAUSE = re.compile(r"[，。；：！？\n]|$")


def check(text: Passage) -> Iterator[Hit]:
    """Find judgements that no figure of their own clause bears out."""
    done = 0
    for listed in text.listed("S07"):
        if listed.start < done or _has_data(text, listed.start, listed.end):
            continue
        words = text.text[listed.start : listed.end]
        span = deletable(text, listed.start, listed.end)
        if span is None or span[0] < done:
            message = f"“{words}”是主观评价，请删去，或换成满意率、原话等事实。"
            yield Hit(listed.start, listed.end, message)
            continue
        done = span[1]
        yield Hit(*span, f"“{words}”是主观评价，删去后由事实说话。", "")


def _has_data(text: Passage, start: int, end: int) -> bool:
    since = max((one.end() for one in _PAUSE.finditer(text.text, 0, start) if one[0]), default=0)
    pause = _PAUSE.search(text.text, end)
    return bool(_DATA.search(text.text, since, pause.start() if pause else len(text.text)))


RULE = Rule(
    code="S07",
    name="主观评价",
    severity=Severity.WARNING,
    summary="不写“拍手称快”“反响强烈”一类评价，用数字和原话说明。",
    reason="信息报事实，好坏由读者判断。",
    source="种子规则：不带个人观点评论",
    bad="惠民菜市场日均客流3400人次，受到群众一致好评。",
    good="惠民菜市场日均客流3400人次。",
    check=check,
    needs=Need.BODY,
    yields_to=frozenset({"S02"}),
)
