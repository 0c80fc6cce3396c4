"""N08: a fall written as growth by a negative number."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_UNIT = (
    r"(?:%|％|‰|个?百分点|[万亿]*(?:元|人次|人|户|家|亩|吨|公里|平方米|立方米|公斤|千瓦时|件|起"
    r"|头|只|株|个|名|辆|台|倍|天|次))"
)
_NUMBER = rf"(?P<number>\d[\d,]*(?:\.\d+)?\s*{_UNIT})"
_LINK = r"(?P<done>了)?(?:为|达到?)?\s*(?:[-−－–](?![-−－–])|负)"
_GROWTH = re.compile(
    rf"(?P<word>(?<!负)增长|增加|上升|提高|提升|上涨|回升|增收|攀升|扩大){_LINK}{_NUMBER}"
)
_FALLING = re.compile(rf"(?P<word>负增长|下降|减少|降低|下滑|回落|下跌|降幅|跌幅){_LINK}{_NUMBER}")
_FALL = {
    "增长": "下降",
    "增加": "减少",
    "上升": "下降",
    "提高": "下降",
    "提升": "下降",
    "上涨": "下降",
    "回升": "回落",
    "增收": "减收",
    "攀升": "下降",
    "扩大": "缩小",
}
_RISE = {"减少": "增加", "下滑": "上升", "回落": "回升", "下跌": "上涨"}


def check(text: Passage) -> Iterator[Hit]:
    """Find 增长-5.3% and 下降-3.2%; 增速为-5.3% is a figure and right."""
    for match in _GROWTH.finditer(text.printed):
        fixed = f"{_FALL[match['word']]}{match['done'] or ''}{match['number']}"
        yield Hit(match.start(), match.end(), f"“{match[0]}”应写“{fixed}”。", fixed)
    for match in _FALLING.finditer(text.printed):
        verb = match["word"].replace("负增长", "下降").replace("幅", "幅为")
        choices: tuple[str, ...] = (f"{verb}{match['number']}",)
        if "幅" not in verb:
            choices += (f"{_RISE.get(verb, '增长')}{match['number']}",)
        message = f"“{match['word']}”已含减少的意思，数字不再带负号。"
        yield Hit(match.start(), match.end(), message, choices=choices)


RULE = Rule(
    code="N08",
    name="负增长写法",
    severity=Severity.ERROR,
    summary="下降写“下降5.3%”，不写“增长-5.3%”。",
    reason="“增长”与负号相抵触，念出来也不通。",
    source="统计用语惯例",
    bad="固定资产投资同比增长-5.3%。",
    good="固定资产投资同比下降5.3%。",
    check=check,
)
