"""D01: a date that the calendar does not have."""

import re
from collections.abc import Iterator
from datetime import date

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.spots import beginning, found_around

_LEAP = 2024  # has every day that any year has
_MONTH = beginning(
    "0-9",
    r"(?<![\d.])(?:(?<=年)|(?<![第个]))(?P<month>0|00|1[3-9]|[2-9]\d)月(?=份|底|初|末|[上中下]旬)|"
    r"(?<=\d年)(?P<dated>0|00|1[3-9]|[2-9]\d)月(?!\d)|"
    r"(?:(?<=[，。；（\n截至到于在自从])|(?<![\s\S]))(?P<bare>1[3-9]|[2-9]\d)月(?=[，。、；至到前起])|"
    r"(?:(?<=[今去当明]年)|(?<=[将拟已定订]于)|(?<=[截始])至|(?<=[\u4e00-\u9fff]于)(?<![高低大小少多长短早晚优等]于)|(?<=[自从]))"
    r"(?P<led>1[3-9]|[2-9]\d)月(?=[\u4e00-\u9fff])(?![龄的内余多后以之间])|"
    r"(?<=[\d月份][—–~～至到])(?P<last>1[3-9]|[2-9]\d)月(?![龄\d])",
)
_NUMBERED = re.compile(r"[号码][：:]?$")
_BIG_OR_ZERO = re.compile(r"[03-9]月")
_CENTURY = re.compile(r"(?:19|20)\d\d[-/.]\d")
_ISO = re.compile(
    r"(?<![\d./-])(?P<y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?![\d./-])"
)


def check(text: Passage) -> Iterator[Hit]:
    """Find impossible months and days, 29 February where the year is known to be common."""
    for mention in text.dates:
        day = f"{mention.month}月{mention.day}日"
        if not mention.exists_in(_LEAP):
            yield Hit(mention.start, mention.end, f"历法上没有“{day}”，请核对。")
        elif mention.years and not mention.days:
            message = f"{mention.years[0]}年不是闰年，没有“{day}”，请核对。"
            yield Hit(mention.start, mention.end, message)
    for match in found_around(_MONTH, _BIG_OR_ZERO, text.printed, 6, 4):
        yield Hit(match.start(), match.end(), f"没有“{match[0]}”，请核对月份。")
    for match in found_around(_ISO, _CENTURY, text.printed, 1, 9):
        if _NUMBERED.search(text.printed[max(0, match.start() - 2) : match.start()]):
            continue
        if not _is_day(int(match["y"]), int(match["m"]), int(match["d"])):
            yield Hit(match.start(), match.end(), f"历法上没有“{match[0]}”，请核对。")


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


RULE = Rule(
    code="D01",
    name="不存在的日期",
    severity=Severity.ERROR,
    summary="月、日要在日历上找得到。",
    reason="多为键入错误，要向单位核对。",
    source="公历",
    bad="整治行动将于4月31日结束。",
    good="整治行动将于4月30日结束。",
    check=check,
)
