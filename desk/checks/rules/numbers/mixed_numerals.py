"""N01: counts of one kind in both scripts within one sentence."""

import re
from collections.abc import Iterator

from desk.checks.numerals import value_of
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_CLASS = "户|名|家|个|件|起|处|条|口|人|台|辆|座|所|项|场|头|亩|吨|份|套|次|栋|间|盏|棵|株"
_HAN_NUMBER = re.compile(
    r"(?<![第每一二两三四五六七八九十百千万亿几数\d])(?P<number"
    r">[二三四五六七八九]?十[一二三四五六七八九]"
    r"|[二三四五六七八九]十)"
    rf"(?P<unit>{_CLASS})(?!民族|节气|字|方面|代表|要素|月|佳|强)"
)
_APPROXIMATE = re.compile(r"(?:近|约|上|数|逾|超过|不足)$")


def check(paragraph: Passage) -> Iterator[Hit]:
    """Find 34户……十五户; approximations, quotations and ordinals are left out."""
    if "十" not in paragraph.text:
        return
    for start, end in paragraph.sentences:
        for match in _HAN_NUMBER.finditer(paragraph.own, start, end):
            before = paragraph.own[max(0, match.start() - 2) : match.start()]
            same = rf"\d{match['unit']}"
            if not _APPROXIMATE.search(before) and re.search(same, paragraph.own[start:end]):
                arabic = f"{value_of(match['number'])}{match['unit']}"
                message = f"同一句里同类数量有的用阿拉伯数字，“{match[0]}”宜写“{arabic}”。"
                yield Hit(match.start(), match.end(), message, choices=(arabic,))


RULE = Rule(
    code="N01",
    name="同类数字体例不一",
    severity=Severity.INFO,
    summary="同一句里同类数量用同一套数字。",
    reason="体例一致便于比较；概数、固定说法除外。",
    source="GB/T 15835—2011 4.3",
    bad="走访困难户34户、种粮大户十五户。",
    good="走访困难户34户、种粮大户15户。",
    check=check,
)
