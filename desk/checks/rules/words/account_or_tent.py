"""W03: 帐 (cloth) where 账 (money) is meant."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Rule, Severity

_CLOTH = "蚊营军床罗纱帷幔毡氅行大升设虎搭牙锦绣幄宫"
_BEFORE = (
    "[欠付还记结算转报查对台赊讨坏呆死旧总建挂销清赖认买烂分平冲交公老专细入出到进做假收借倒"
    "催要应充串走汇列明盘轧核]"
)
_AFTER = "[本簿单目户号款册务面外内龄套实表证物卡差页期上]"
_ACCOUNT = re.compile(rf"(?:{_BEFORE}|(?<![{_CLOTH}]))帐(?![篷幕子房顶帘钩下蓬])(?:{_AFTER})?")


def check(text: Passage) -> Iterator[Hit]:
    """Find words of money written with the sign of cloth; 帐篷 and 蚊帐 are right."""
    for match in _ACCOUNT.finditer(text.text):
        wrong = match[0]
        right = wrong.replace("帐", "账")
        yield Hit(match.start(), match.end(), f"“{wrong}”应为“{right}”。", right)


RULE = Rule(
    code="W03",
    name="帐、账混用",
    severity=Severity.ERROR,
    summary="钱财、账目用“账”，帐篷、蚊帐用“帐”。",
    reason="“帐”专指布制的帷幕。",
    source="《现代汉语词典》；第一批异形词整理表",
    bad="建立问题整改台帐。",
    good="建立问题整改台账。",
    check=check,
    needs=Need.ANYWHERE,
)
