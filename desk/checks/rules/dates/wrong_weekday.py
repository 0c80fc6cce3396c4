"""D02: the weekday does not fit the date."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_NAMES = "一二三四五六日"
_BRACKETED = re.compile(
    r"(?:上午|下午|中午|早上|晚上?|凌晨)?\s*[（(]\s*(?P<week>星期|周|礼拜)(?P<day>[一二三四五六日天])(?!\s*[至到、—–~-])"
)
_PLAIN = re.compile(
    r"[\s，,]?(?P<week>星期|周|礼拜)(?P<day>[一二三四五六日天])(?=[，。、；）)\s上下早中晚夜凌傍前]|$)"
)


def check(text: Passage) -> Iterator[Hit]:
    """Compare each weekday with all years its date may belong to."""
    for mention in text.dates:
        match = _BRACKETED.match(text.text, mention.end) or _PLAIN.match(text.text, mention.end)
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
