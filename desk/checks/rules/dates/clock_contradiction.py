"""D03: a time of day that no clock shows, that its part of the day denies, or out of order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.spots import beginning, found_around

_LAST_HOUR, _LAST_MINUTE, _NOON = 24, 59, 12
_PARTS = (
    r"凌晨|清晨|早晨|早上|一早|(?<![提最尽及趁赶])早(?=\d)|上午|中午|下午|傍晚"
    r"|晚上|夜间|夜里|深夜|(?<!早)晚(?=\d)|午后|正午|午夜|子夜|拂晓|黎明"
)
_CLOCK = beginning(
    r"凌清早一上中下傍晚夜深午正子拂黎\d",
    rf"(?P<part>{_PARTS})?(?<![\d.:：/-])(?P<hour>\d{{1,2}})"
    r"(?:(?P<sign>时|(?(part)点|点(?=\d{1,2}分|[半整许]|左右)))(?:(?P<minute>\d{1,2})分(?!钟))?(?![间候段速效代差钟位])"
    r"|[:：](?P<after>\d{2})(?![\d:：.]))",
)
_SIGN = re.compile(r"\d[时点:：]")
_AT = re.compile(r"(?:[日于至到在起从—、，]|时间为?|每[天日]|(?:上|下|中)午|凌晨|[早晚]上?)\s?$")
_LASTING = re.compile(
    r"(?:[历耗用共超达近约满]时?|累计|合计|平均|每[天日周月年]|不少于|超过|达到)$"
)
_WRONG_HOURS = {
    "凌晨": frozenset({*range(7, 12), *range(13, 24)}),
    "早": frozenset(range(12, 25)),
    "上午": frozenset(range(13, 25)),
    "中午": frozenset({*range(3, 10), *range(15, 25)}),
    "下午": frozenset({0, 9, 10, 11, *range(20, 25)}),
    "傍晚": frozenset({*range(4), *range(9, 16), *range(21, 25)}),
    "晚": frozenset(range(13, 17)),
    "正午": frozenset({*range(1, 11), *range(14, 25)}),
    "午夜": frozenset({*range(3, 12), *range(13, 22)}),
    "拂晓": frozenset({*range(3), *range(8, 25)}),
}
_KEY = {"清晨": "早", "早晨": "早", "早上": "早", "一早": "早"}
_LATE = {
    "晚上": "晚",
    "夜间": "晚",
    "夜里": "晚",
    "深夜": "晚",
    "午后": "下午",
    "子夜": "午夜",
    "黎明": "拂晓",
}
_STAGES = (
    re.compile(r"发生|突发|起火|坠落|被困|倒塌|决口|溃口|失联|侧翻|相撞|爆炸"),
    re.compile(r"接到|接报|接警|报警|收到"),
    re.compile(r"到达|抵达|赶到|到场|赶赴"),
    re.compile(r"扑灭|救出|排除|恢复|控制|处置完毕|结束"),
)
_ANOTHER_DAY = re.compile(r"次日|翌日|第二天|隔日|(?<![当同])日|昨|前天|另|又|再次")
_ANOTHER = re.compile(r"又|再|二次|次生|随后|导致|引发|日|后[，发]|余震|[二三四五]起")
_CLAUSE_LENGTH = 40
_CLAUSE = re.compile(rf"[^。；\n]{{0,{_CLAUSE_LENGTH}}}")
_EVENING, _MORNING, _DUSK = 18, 6, 5


@dataclass(frozen=True, slots=True)
class _Told:
    """A time of day with the stage of an incident that its clause tells of.

    ``by_halves`` is whether its hours count to twelve, as those after it may do.
    """

    minutes: int
    by_halves: bool
    stage: int
    start: int
    end: int


def check(text: Passage) -> Iterator[Hit]:
    """Find impossible times, times against their part of the day, and help before the harm."""
    before: _Told | None = None
    for match in found_around(_CLOCK, _SIGN, text.printed, 4, 8):
        if _is_no_clock(text.printed, match):
            continue
        message = _fault(match)
        if message:
            yield Hit(match.start(), match.end(), message)
            continue
        told = _told(text.printed, match)
        if told is None:
            continue
        if before and _is_out_of_order(text.printed, before, told):
            message = f"“{text.text[told.start : told.end]}”与前面说的时间先后矛盾，请核对。"
            yield Hit(told.start, told.end, message, severity=Severity.WARNING)
        before = told


def _is_no_clock(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start("hour") - 6) : match.start("hour")]
    if match["after"]:
        return not match["part"] and not _AT.search(before)  # a ratio or a score
    return not match["part"] and bool(_LASTING.search(before))


def _fault(match: re.Match[str]) -> str:
    hour, minute = int(match["hour"]), int(match["minute"] or match["after"] or 0)
    if minute > _LAST_MINUTE:
        return f"一小时只有60分，没有“{match[0]}”，请核对。"
    if hour > _LAST_HOUR or (hour == _LAST_HOUR and minute):
        return f"一天只有24时，没有“{match[0]}”，请核对。"
    part = match["part"] or ""
    if hour in _WRONG_HOURS.get(_key(part), ()):
        return f"“{part}”与“{match[0].removeprefix(part)}”矛盾，请核对。"
    return ""


def _key(part: str) -> str:
    return _KEY.get(part) or _LATE.get(part, part)


def _told(text: str, match: re.Match[str]) -> _Told | None:
    clause = _CLAUSE.match(text, match.end())
    words = _CLOCK.split(clause[0])[0] if clause else ""
    stage = next((number for number, one in enumerate(_STAGES) if one.search(words)), None)
    if stage is None:
        return None
    hour = int(match["hour"])
    by_halves = hour <= _NOON and _key(match["part"] or "") in ("中午", "下午", "傍晚", "晚")
    if by_halves and hour < _NOON and (hour >= _DUSK or match["part"] == "下午"):
        hour += _NOON
    minutes = hour * 60 + int(match["minute"] or match["after"] or 0)
    return _Told(minutes, by_halves, stage, match.start(), match.end())


def _is_out_of_order(text: str, first: _Told, then: _Told) -> bool:
    between = text[first.end : then.start]
    if first.stage == 1 and then.stage == 0:  # the alarm is told first, in the same sentence
        later = text[first.end : then.end + _CLAUSE_LENGTH]
        return then.minutes > first.minutes and "。" not in between and not _ANOTHER.search(later)
    if then.stage <= first.stage or then.minutes >= first.minutes:
        return False
    if first.by_halves and then.minutes < _NOON * 60:
        return False
    over_midnight = first.minutes >= _EVENING * 60 and then.minutes < _MORNING * 60
    return not over_midnight and not _ANOTHER_DAY.search(between)


RULE = Rule(
    code="D03",
    name="时刻矛盾",
    severity=Severity.ERROR,
    summary="时刻要存在，与“早上”“下午”等词相符，先后合理。",
    reason="一天没有26时，早上没有17时；接报不会早于事发。",
    source="事理",
    bad="9月3日早上17时，县气象台发布暴雨蓝色预警。",
    good="9月3日17时，县气象台发布暴雨蓝色预警。",
    check=check,
)
