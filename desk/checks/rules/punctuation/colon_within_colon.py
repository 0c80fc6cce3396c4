"""P14: a colon within the reach of another one."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_COLON = re.compile(r"：(?=\S)(?!\d\d(?!\d))")
_LABEL = re.compile(
    r"(?:建议|原因|对策|打算|联系人|电话|附件?|注|时间|地点|来源|记者|问|答|单位|标题|邮箱|地址"
    r"|网址|账号)"
    r"[一二三四五六七八九十\d]?$"
)
_LEAST = 2


def check(paragraph: Passage) -> Iterator[Hit]:
    """Find sentences with two colons; quoted speech and labels are left out."""
    if paragraph.text.count("：") < _LEAST:
        return
    own = paragraph.own
    for start, end in paragraph.sentences:
        colons = [
            match.start()
            for match in _COLON.finditer(own, start, end)
            if not _LABEL.search(own[start : match.start()])
        ]
        if len(colons) >= _LEAST:
            message = "一句话里套用了冒号，层次容易混淆，请把其中一个改为逗号或另起一句。"
            yield Hit(colons[0], colons[-1] + 1, message)


RULE = Rule(
    code="P14",
    name="冒号套用",
    severity=Severity.INFO,
    summary="一句话里尽量不套用冒号。",
    reason="冒号管到句末，套用时分不清哪些话归前一个冒号。",
    source="GB/T 15834—2011 4.7",
    bad="会议明确三项重点：一要压实责任：县领导包保到点。",
    good="会议明确三项重点：一要压实责任，县领导包保到点。",
    check=check,
    yields_to=frozenset({"P03", "P11"}),
)
