"""O03: the level of a party committee is said twice: 云岭县县委书记."""

import re
from collections.abc import Iterator

from desk.checks.masks import HAN
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_TWICE = re.compile(
    rf"(?:中共)?[{HAN}]{{1,7}}?(?P<level>[省市县区州旗盟])(?P<again>(?P=level)委)"
    rf"(?=(?:副书记|书记|常委|常务委员|委员|秘书长))"
)
_KINDS = re.compile(  # counties of a kind, not one with a name
    r"(?:[全各本该我每贫困大强弱小穷富邻外友示范试点重点先进边境兄弟相关有关部分其他多少几数个两革老]|"
    r"所在|所辖|参会|周边|对口|帮扶|产粮|百强|直辖|协作|生态|山)$"
)
_LEADING = re.compile(r"^.*(?:[由与和及向对同请经]|原任|时任|现任|担任|出任|任)(?=.)")


def check(text: Passage) -> Iterator[Hit]:
    """Yield a named province, city or county before the committee of the same level."""
    for match in _TWICE.finditer(text.own):
        name = text.own[match.start() : match.start("level")]
        if not _KINDS.search(name):
            start = match.start() + _led(name)
            fix = text.text[start : match.start("again")] + "委"
            found = text.text[start : match.end("again")]
            message = f"“{found}”重复了“{match['level']}”，应为“{fix}”。"
            yield Hit(start, match.end("again"), message, fix)


def _led(name: str) -> int:
    """How many characters before the name are not part of it."""
    match = _LEADING.match(name)
    return match.end() if match else 0


RULE = Rule(
    code="O03",
    name="党委书记写法",
    severity=Severity.ERROR,
    summary="写“中共某某省委书记”“某某县委书记”，不写“某某省省委书记”“某某县县委书记”。",
    reason="“省委”“县委”已经含有级别，再写一次是重复。",
    source="新华社：新闻报道中的禁用词和慎用词",
    bad="云岭县县委书记到青石镇调研防汛工作。",
    good="云岭县委书记到青石镇调研防汛工作。",
    check=check,
)
