"""D11: a day of the lunar calendar in Arabic figures."""

import re
from collections.abc import Iterator

from desk.checks.numerals import DIGITS, chinese, value_of
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.spots import beginning

_NUM = r"[\d一二三四五六七八九十]{1,3}"
_NO_COUNT = r"(?![\d.%％天个户人元万亿家名次场吨件多余时点以年月])"
_LUNAR = beginning(
    "农阴旧夏初正冬腊闰",
    rf"(?P<named>农历|阴历|旧历|夏历)(?P<year>(?:\d{{4}}|[^，。；：\n\d]{{0,6}})年)?(?P<leap>闰)?"
    rf"(?:(?P<m>{_NUM})月|(?P<name>[正冬腊]月))(?:(?P<first>初?)(?P<d>{_NUM})(?P<sign>[日号])?{_NO_COUNT})?"
    r"|(?:(?<=大年)|(?<=[至到—])(?<!初\d[至到—]))(?P<alone>初(?:10|[1-9])(?![\d.班年级中高]))"
    rf"|(?P<name2>[正冬腊]月|闰[一二三四五六七八九十]{{1,2}}月)(?P<first2>初?)(?P<d2>{_NUM})(?P<sign2>[日号])?{_NO_COUNT}",
)
_TO_CHINESE = str.maketrans({str(value): sign for value, sign in enumerate(DIGITS)})
_FIRST_TEN, _MONTHS, _DAYS = 10, 12, 30


def check(text: Passage) -> Iterator[Hit]:
    """Find lunar dates with a digit in them."""
    for match in _LUNAR.finditer(text.printed):
        start = match.end("named") if match["named"] else match.start()
        start = match.end("year") if match["year"] else start
        written = match.string[start : match.end()]
        fix = _alone(match["alone"]) if match["alone"] else _written(match)
        if any(sign.isdecimal() for sign in written):
            advice = f"，应是“{fix}”" if fix else ""
            yield Hit(start, match.end(), f"农历日期用汉字，不写“{written}”{advice}。", fix)


def _alone(first: str) -> str:
    """A day of the first ten without its month, as 大年初一."""
    return "初" + chinese(int(first.removeprefix("初")))


def _written(match: re.Match[str]) -> str | None:
    name = match["name"] or match["name2"]
    month = None if name else _value(match["m"])
    number = match["d"] or match["d2"]
    day = _value(number) if number else None
    if (month is not None and not 1 <= month <= _MONTHS) or (
        day is not None and not 1 <= day <= _DAYS
    ):
        return None
    if (not name and month is None) or (number and day is None):
        return None
    head = (match["leap"] or "") + (name or f"{chinese(month or 1)}月")
    if day is None:
        return head
    return head + ("初" if day <= _FIRST_TEN else "") + chinese(day)


def _value(text: str) -> int | None:
    """The value of a number that may mix both scripts, as 2十 does."""
    return value_of(text.translate(_TO_CHINESE) if "十" in text else text)


RULE = Rule(
    code="D11",
    name="农历数字",
    severity=Severity.WARNING,
    summary="农历月日用汉字。",
    reason="农历与公历的写法要一眼分得开。",
    source="GB/T 15835—2011 4.2.1",
    bad="庙会从正月15开始。",
    good="庙会从正月十五开始。",
    check=check,
)
