"""N09: Arabic digits with 千, 百 or 十 as the place."""

import re
from collections.abc import Iterator
from decimal import Decimal

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_PLACES = {"十": 10, "百": 100, "千": 1000}
_ANY = re.compile(r"(?<=\d)[千百十]|[千百十](?=\d)")
_MIXED = re.compile(
    r"(?<![\d.,A-Za-z\-/第·千百十])(?P<digits>[1-9]\d{0,2}(?:\.\d)?|0\.\d)"
    r"(?P<place>千(?!米|克|瓦|伏|卡|赫|帕|焦|字|安|乏|比|兆|牛|秒|禧|里马|分|分之|万亿|斤顶|年古"
    r"|手观|企)"
    r"|百(?!分|强|佳|日|货|叶|帕|姓|合|家姓|川|度|科|灵|会|变|校|团|县千|企|名[^，。；、]{0,4}行动)"
    r"|十(?!佳|大|强|几|分|字|堰|条|有))"
    r"(?P<more>[余多几]?)"
)
_COMPOUND = re.compile(r"(?<![\d.,A-Za-z\-/第·])(?:[1-9]\d?[千百十]){2,}[1-9]?(?![\d.])")
_MYRIAD = re.compile(
    r"(?<![\d.,A-Za-z\-/第])(?P<much>\d{1,4})(?P<scale>[万亿])(?P<digit>[1-9])千(?P<again>万?)(?![\d米克瓦])"
)
_HAN_FIRST = re.compile(
    r"(?<![第前每\d一二三四五六七八九十百千])[一二三四五六七八九]?[十百千]\d{1,3}(?=[余多]?[个人户家名亩元项件吨条])"
)
_STEP = re.compile(r"(\d+)([千百十]?)")
_TEN_MORE = re.compile(r"[一二三四五六七八九\d]")
_LAW = re.compile(r"[年届]$")


def check(text: Passage) -> Iterator[Hit]:
    """Find 6千多人 and 3百户; 万 and 亿 may follow digits, 千米 and 千瓦 are units."""
    shown = text.printed
    if not _ANY.search(shown):
        return
    yield from _whole_numbers(shown)
    for match in _MIXED.finditer(shown):
        before, after = shown[max(0, match.start() - 1) : match.start()], shown[match.end() :][:1]
        if _LAW.match(before) or _TEN_MORE.match(after):
            continue
        if re.search(r"\d[万亿]$", shown[max(0, match.start() - 2) : match.start()]):
            continue  # 1万2千 is found as a whole
        value = Decimal(match["digits"]) * _PLACES[match["place"]]
        if value == int(value):
            yield _hit(match.start(), match.start("more"), shown, str(int(value)))


def _whole_numbers(text: str) -> Iterator[Hit]:
    """Numbers of several steps: 1万2千, 3千5百, 三百20户."""
    for match in _MYRIAD.finditer(text):
        if bool(match["again"]) is (match["scale"] == "亿"):
            fixed = f"{match['much']}.{match['digit']}{match['scale']}"
            yield _hit(match.start(), match.end(), text, fixed)
    for match in _HAN_FIRST.finditer(text):
        message = f"“{match[0]}”混用两套数字，请统一。"
        yield Hit(match.start(), match.end(), message)
    for match in _COMPOUND.finditer(text):
        steps = _STEP.findall(match[0])
        fixed = str(sum(int(digits) * _PLACES.get(place, 1) for digits, place in steps))
        yield _hit(match.start(), match.end(), text, fixed)


def _hit(start: int, end: int, text: str, fixed: str) -> Hit:
    return Hit(start, end, f"“{text[start:end]}”混用两套数字，写“{fixed}”。", fixed)


RULE = Rule(
    code="N09",
    name="数字与千百混写",
    severity=Severity.ERROR,
    summary="阿拉伯数字后面只能接“万”“亿”，不接“千”“百”“十”。",
    reason="“6千人”把两套数字混在一个数里。",
    source="GB/T 15835—2011 5.3",
    bad="活动吸引6千多人参加。",
    good="活动吸引6000多人参加。",
    check=check,
    yields_to=frozenset({"P12", "D11", "N03"}),
)
