"""D02: the weekday does not fit the date."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.spots import beginning

_NAMES = "一二三四五六日"
_DAY = r"(?P<week>星期|周|礼拜)(?P<day>[一二三四五六日天])"
_SEVERAL = r"(?!\s*(?:[至到—–~-]|[、和及]\s*(?:星期|周|礼拜)?[一二三四五六日天](?=[）)、，])))"
_AFTER = (
    beginning(
        r"上下中早晚凌\s（(",
        rf"(?:上午|下午|中午|早上|晚上?|凌晨)?\s*[（(]\s*(?:农历[^，、）)\n]{{2,8}}[，、])?{_DAY}{_SEVERAL}",
    ),
    re.compile(r"[\s，,]?(?P<week>星期|礼拜)(?P<day>[一二三四五六日天])(?![至到—–~、-])"),
    re.compile(
        r"[\s，,]?(?P<week>周)(?P<day>[一二三四五六日天])(?=[，。；）)\s上下早中晚夜凌傍前]|$)"
    ),
)
_BEFORE = re.compile(rf"{_DAY}\s*[（(，,]?\s*(?:即)?$")
_REACH = 8  # characters


def check(text: Passage) -> Iterator[Hit]:
    """Compare each weekday with all years its date may belong to."""
    for mention in text.dates:
        match = _weekday(text.text, mention.start, mention.end)
        if match is None or not mention.days:
            continue
        stated = _NAMES.index(match["day"].replace("天", "日"))
        right = [day.weekday() for day in mention.days]
        if stated in right:
            continue
        names = "或".join(dict.fromkeys(f"{match['week']}{_NAMES[day]}" for day in right))
        fix = names if len(set(right)) == 1 else None
        year = f"{mention.years[0]}年" if len(mention.days) == 1 else ""
        message = f"{year}{mention.month}月{mention.day}日是{names}，请核对日期和星期。"
        yield Hit(match.start("week"), match.end("day"), message, fix)


def _weekday(text: str, start: int, end: int) -> re.Match[str] | None:
    """The weekday of the date at [start, end): after it, or before it as in 周五（9月18日）."""
    for pattern in _AFTER:
        if match := pattern.match(text, end):
            return match
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    return None if before and text[before.start() - 1 : before.start()] in ("每", "逢") else before


RULE = Rule(
    code="D02",
    name="星期不符",
    severity=Severity.ERROR,
    summary="写了星期的日期，星期要对。",
    reason="日期和星期必有一个写错；没写年份时按报送日期推定。",
    source="公历",
    bad="定于2026年3月5日（星期三）召开会议。",
    good="定于2026年3月5日（星期四）召开会议。",
    check=check,
)
