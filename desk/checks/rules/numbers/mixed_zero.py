"""N10: a wrong zero among Chinese digits."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_WRONG = "0０OoＯｏ○◯О"
_HAN = "一二三四五六七八九"
_YEAR = re.compile(rf"(?<![{_HAN}〇零A-Za-z\d])(?=[{_HAN}])[{_HAN}〇零{_WRONG}]{{4}}(?=年)")
_RUN = re.compile(
    rf"(?<![{_HAN}〇零A-Za-z\d])[{_HAN}][{_HAN}〇{_WRONG}]{{3}}(?![{_HAN}〇零{_WRONG}A-Za-z\d])"
)
_COUNTED = re.compile(rf"(?<=[十百千万亿])[〇○◯0０](?=[{_HAN}](?!\d))")
_ANY = re.compile(rf"[{_HAN}十百千万亿][{_WRONG}〇零]")
_ZEROS = re.compile(f"[{_WRONG}零]")


def check(text: Passage) -> Iterator[Hit]:
    """Find 二0二六年 and 三百〇五; 〇 stands in numbers read digit by digit, 零 in amounts."""
    if not _ANY.search(text.own):
        return
    done: set[int] = set()
    for pattern in (_YEAR, _RUN):
        for match in pattern.finditer(text.own):
            if _ZEROS.search(match[0]) and match.start() not in done:
                done.add(match.start())
                fixed = _ZEROS.sub("〇", match[0])
                message = f"“{match[0]}”中的零应写“〇”：“{fixed}”。"
                yield Hit(match.start(), match.end(), message, fixed)
    for match in _COUNTED.finditer(text.own):
        yield Hit(match.start(), match.end(), "汉字数目中的零写“零”。", "零")


RULE = Rule(
    code="N10",
    name="零与〇混写",
    severity=Severity.ERROR,
    summary="汉字年份、编号中的零写“〇”，数目中的零写“零”。",
    reason="“二0二六”把两套数字混在一个数里。",
    source="GB/T 15835—2011 5.2.5",
    bad="二0二六年九月",
    good="二〇二六年九月",
    check=check,
)
