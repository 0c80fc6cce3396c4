"""领导批示 as ledgers write it: who noted something, by level and rank, praising or not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CLAUSES = re.compile(r"[；;\n]+")
_PARTS = re.compile(r"[、，,]+")
_LABEL = re.compile(r"^(?:领导|有关领导)?批示(?:情况|人)?\s*[：:]")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|《[^》]*》")
_CONTENT = re.compile(r"[：:].*", re.DOTALL)
_NOTHING = frozenset({"无", "否", "0", "-", "—", "——", "/", "×", "没有", "无批示"})
_SOME = frozenset({"是", "有", "√", "✓", "1", "批示", "有批示"})
# One person's lesser office stands before the other: 县委常委、副县长; 县委副书记、县长.
_OFFICE_BEFORE = re.compile(r"(?:常委|副书记|党组成员|党组书记)$")
_NAME = 4  # characters at most
MOST_AT_ONCE = 20
# The first that is found counts: 副秘书长 holds 秘书长, 市委办公室 holds 市.
_LEVELS = (
    (re.compile(r"国务院|中央|国家|总理|国务委员|政治局|中办|国办"), "国家级"),
    (re.compile(r"省|自治区"), "省级"),
    (re.compile(r"地市|市|州|盟|地区|行署|专员"), "市级"),
    (re.compile(r"县|区|旗"), "县级"),
)
_RANKS = (
    (re.compile(r"副秘书长"), "副秘书长"),
    (re.compile(r"秘书长"), "秘书长"),
    (re.compile(r"办公[室厅]|[委府]办"), "办公室领导"),
    (re.compile(r"副|其他领导|分管|常委|国务委员|班子成员|人大|政协"), "其他领导"),
    (re.compile(r"主要领导|书记|总理|主席|[省市州盟县区旗局厅镇乡]长|专员"), "主要领导"),
)
_CRITICAL, _PRAISING = re.compile(r"批评"), re.compile(r"肯定|表扬|好评")


@dataclass(frozen=True, slots=True)
class Noted:
    """One instruction: what was written of it, and what that says; "" where it doesn't."""

    text: str
    level: str = ""
    rank: str = ""
    tone: str = ""

    @property
    def is_known(self) -> bool:
        """Whether somebody can be seen behind it."""
        return bool(self.level or self.rank)


def instructions(text: str) -> tuple[Noted, ...]:
    """The instructions of a cell, joined by 、 ； or ，; what follows a colon is their content."""
    plain = _LABEL.sub("", text.strip()).strip()
    if not plain or plain in _NOTHING:
        return ()
    if plain in _SOME or plain.isdecimal():
        return (Noted(""),) * min(int(plain) if plain.isdecimal() else 1, MOST_AT_ONCE)
    found = [one for clause in _CLAUSES.split(plain) for one in _of_clause(clause)]
    known = [one for one in found if one.is_known]
    if known or all(len(one.text) <= _NAME for one in found):
        return tuple(known or found)
    return (_noted(plain, plain),)


def _of_clause(clause: str) -> Iterator[Noted]:
    """What stands before the content; a tone may be told in the content."""
    said = _QUOTED.sub("", clause)
    head = _CONTENT.sub("", said)
    before = ""
    for part in filter(None, map(str.strip, _PARTS.split(head))):
        if _OFFICE_BEFORE.search(part):
            before = f"{part}、"
            continue
        yield _noted(before + part, said if head != said else part)
        before = ""
    if before:
        yield _noted(before.rstrip("、"), said)


def _noted(part: str, said: str) -> Noted:
    own = part.rpartition("、")[2]
    level = next((word for pattern, word in _LEVELS if pattern.search(part)), "")
    rank = next((word for pattern, word in _RANKS if pattern.search(own)), "")
    tone = "批评" if _CRITICAL.search(said) else "肯定" if _PRAISING.search(said) else ""
    return Noted(part, level, rank, tone)
