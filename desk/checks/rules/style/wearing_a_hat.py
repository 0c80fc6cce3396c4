"""S13: the text begins with grounds and aims instead of the fact."""

import re
from collections.abc import Iterator

from desk.checks.masks import Span
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity

LONGEST = 60
_FEWEST = 2
_HAT = re.compile(
    r"为了?(?!期|人|首|主)|根据|按照|依据|依照|遵照|围绕|本着|贯彻|认真贯彻|深入贯彻|全面贯彻|认真落实|深入学习|认真学习|"
    r"深入学习贯彻|结合(?!部)|以[^，。]{2,30}为(?:指导|统领|契机|抓手|目标|主题|主线|引领)"
)
_TIME = re.compile(
    r"(?:近年来|近期|近日|日前|今年以来|入[春夏秋冬汛]以来|[^，。；：]{0,8}\d{1,2}[月日]|\d{4}年)，"
)
_PAUSE = re.compile(r"[，。；：！？\n]")
_VERB_FIRST = re.compile(r"(?:现|特|就|并|经|将|现将|决定|结合)")


def check(text: Passage) -> Iterator[Hit]:
    """Count the clauses of aims and grounds before the first clause that tells a fact."""
    if not text.sentences:
        return
    hat, count = _hat(text, text.sentences[0])
    if not count or (count < _FEWEST and hat[1] - hat[0] <= LONGEST):
        return
    message = f"开头{hat[1] - hat[0]}个字还没有说到事实，请开门见山。"
    following = text.own[hat[1] : hat[1] + 4]
    yield Hit(*hat, message, None if _VERB_FIRST.match(following) else "")


def _hat(text: Passage, sentence: Span) -> tuple[Span, int]:
    """What stands before the fact, its last comma included, and of how many clauses it is."""
    time = _TIME.match(text.own, *sentence)
    start = since = time.end() if time else sentence[0]
    count = 0
    for pause in _PAUSE.finditer(text.own, start, sentence[1]):
        if pause[0] != "，" or not _HAT.match(text.own, since):
            break
        count, since = count + 1, pause.end()
    return (start, since), count


RULE = Rule(
    code="S13",
    name="开头戴帽",
    severity=Severity.INFO,
    summary=f"首句直接说事实，“为”“根据”“按照”不超过一处，也不超过{LONGEST}个字。",
    reason="领导先看首句，帽子越大离事实越远。",
    source="种子规则：开门见山，一般不戴帽子",
    bad="为深入贯彻落实上级部署，根据县委农村工作会议精神，青坪镇9月组建农机服务队5支。",
    good="青坪镇9月组建农机服务队5支。",
    check=check,
    needs=Need.BODY,
    by_paragraph=False,
)
