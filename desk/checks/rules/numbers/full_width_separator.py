"""N11: thousands parted by a full-width comma, or in two ways within one text."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_DIGIT = "[0-9０-９]"
_UNIT = (
    r"(?= ?(?:[万亿]|元|人(?!均)|户(?!均)|亩(?!均)|吨|公里|千米|平方|立方|米|公斤|千克|斤|千瓦|头"
    r"|只|羽|株|棵|名|位|家|件|起|个|条|台|辆|套"
    r"|份|册|张|次|项|场|处|所|座|间|床|盏|箱|盒|瓶|公顷|度|美元|斤|升|方|余[人户名元亩吨家件]"
    r"|多[人户名元亩吨家件]))"
)
_MEASURE = (
    rf"(?:{_UNIT}|(?= ?(?:[袋包桶瓶块把粒尾天宗单笔栋片眼部本枚顶双支扇艘架匹篇幅道班桌例节棚亩"
    r"垛捆担层级页字%％‰]|毫升|毫米|厘米|毫克|小时|分钟|学时|课时|余|多|兆|kW|MW|km|kg|m)))"
)
_WIDE = re.compile(
    rf"(?<![\d.，,第图表])[1-9１-９]{_DIGIT}{{0,2}}(?:，{_DIGIT}{{3}})+(?!{_DIGIT})(?:[.．]{_DIGIT}+)?{_MEASURE}"
)
_PARTED = re.compile(r"(?<![\d.,A-Za-z])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])")
_PLAIN = re.compile(rf"(?<![\d.,A-Za-z\-])[1-9]\d{{3,}}(?![\d.,:\-年]){_UNIT}")
_MISPARTED = re.compile(rf"(?<![\d.,A-Za-z（(])[1-9]\d{{0,2}},\d{{4}}(?![\d,年]){_UNIT}")
_NARROW = str.maketrans("０１２３４５６７８９．", "0123456789.")


def check(text: Passage) -> Iterator[Hit]:
    """Find 1，200万元, and in a text with 1,200 the numbers that are not parted."""
    shown = text.printed
    wide = list(_WIDE.finditer(shown)) if "，" in shown else []
    parted = list(_PARTED.finditer(shown)) if "," in shown else []
    for match in wide:
        digits = match[0].translate(_NARROW)
        fixed = digits.replace("，", "," if parted else "")
        yield Hit(match.start(), match.end(), f"数字“{match[0]}”里用了全角逗号。", fixed)
    for match in _MISPARTED.finditer(shown) if "," in shown else ():
        message = f"数字“{match[0]}”分节有误，每三位一节，请核对。"
        yield Hit(match.start(), match.end(), message, choices=(match[0].replace(",", ""),))
    plain = list(_PLAIN.finditer(shown)) if parted else []
    if parted and plain:
        yield from _mixed(parted, plain)


def _mixed(parted: list[re.Match[str]], plain: list[re.Match[str]]) -> Iterator[Hit]:
    """Hints at the form that is rarer in the text; a tie speaks for plain digits."""
    to_plain = len(parted) <= len(plain)
    for match in parted if to_plain else plain:
        fixed = match[0].replace(",", "") if to_plain else f"{int(match[0]):,}"
        message = f"全文数字分节写法不一，此处宜写“{fixed}”。"
        yield Hit(match.start(), match.end(), message, fixed, severity=Severity.INFO)


RULE = Rule(
    code="N11",
    name="数字分节",
    severity=Severity.ERROR,
    summary="数字分节用半角逗号，或者不分节；全文一致。",
    reason="全角逗号会把一个数断成两个。",
    source="GB/T 15835—2011 5.1.1",
    bad="到账资金12，480万元。",
    good="到账资金12480万元。",
    check=check,
    by_paragraph=False,
)
