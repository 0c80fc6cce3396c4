"""P15: from–to written with a hyphen or a double dash."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.spots import beginning

_UNIT = (
    r"周岁|岁|年(?!级)|学年度?|年度|个?月份?|日|天|小时|时(?!速)|分钟|点(?!位)|周(?!边)|旬|[%％‰]"
    r"|℃|摄氏度|度|百分点"
    r"|[百千万亿]*(?:元|人次|人(?!桌|间)|户(?!型)|名|家|亩|吨|公里|千米|平方米|平方公里|立方米|米"
    r"|厘米|公分|毫米|公顷|公斤|千克|斤|克|升"
    r"|株|头|只|台|辆|倍|成|折|件|条(?!例)|页|个|次|场|所|座|处|项|级|层|字|千瓦|kV|kW|km|kg|mm"
    r"|cm|m|t)|[万亿](?![\d])"
)
_WRONG = r"[-‐‑–−－﹣]{1,2}|—{2}|(?<=\d)一(?=\d)"
_ANY = beginning(r"\-‐‑–−－﹣—一", _WRONG)
_NUMBER = r"\d{1,9}(?:\.\d{1,4})?"
_RANGE = re.compile(
    rf"(?<![A-Za-z\d.\-/‐–—－.·#（(∶:])(?P<first>{_NUMBER})(?:{_UNIT})? ?"
    rf"(?P<dash>{_WRONG}) ?(?P<second>{_NUMBER})(?=\s?(?:{_UNIT}))(?![\d.]*[-‐–—－/]\d)"
)
_CLOCK = re.compile(
    rf"(?<![\d:：-])\d{{1,2}}[:：]\d\d ?(?P<dash>{_WRONG}) ?(?:次日)?(?=\d{{1,2}}[:：]\d\d(?!\d))"
)
_DAYS = re.compile(
    rf"(?<!\d)\d{{1,2}}(?:月\d{{1,2}}日|日\d{{1,2}}时|月|时\d{{1,2}}分)(?P<dash>{_WRONG})"
    r"(?=(?:次年|翌年|次日|当日|今年|明年|\d{4}年)?\d{1,2}(?:月|日|时))"
)
_WEEKDAYS = re.compile(
    rf"(?:周|星期)[一二三四五六](?P<dash>{_WRONG})(?=(?:周|星期)?[二三四五六日天末])"
)
_PLACES = re.compile(
    r"[\u4e00-\u9fff]{2}(?P<dash>-|——)(?=[\u4e00-\u9fff]{2,4}"
    r"(?:高速公路|高速铁路|高铁|铁路|高速|客运班?线|航线|班线|输油管道|天然气管道|公路|二级路))"
)
_MONTH, _YEAR = 12, 1900
_CYCLIC = ("月", "日", "时", "周", "旬")


def check(text: Passage) -> Iterator[Hit]:
    """Find 3-5月 and 18——60岁; codes, telephone numbers and house numbers are left out."""
    found: dict[int, Hit] = {}
    if not _ANY.search(text.printed):
        return
    for pattern in (_RANGE, _CLOCK, _DAYS, _WEEKDAYS, _PLACES):
        for match in pattern.finditer(text.printed):
            start, end = match.span("dash")
            if pattern is not _RANGE or _is_range(match, text.printed):
                message = f"表示起止的“{match['dash']}”写一字线“—”。"
                found[start] = Hit(start, end, message, "—")
    yield from found.values()


def _is_range(match: re.Match[str], text: str) -> bool:
    """Whether the numbers rise, or go round as months do; 2026-03月 is a date."""
    first, second = float(match["first"]), float(match["second"])
    behind = text[match.end() : match.end() + 2].lstrip()
    if first >= _YEAR and second <= _MONTH and behind.startswith("月"):
        return False
    return first < second or (behind.startswith(_CYCLIC) and second <= _MONTH)


RULE = Rule(
    code="P15",
    name="起止连接号",
    severity=Severity.WARNING,
    summary="数字、时间、地点的起止用一字线“—”，也可写“至”。",
    reason="短横线用于编号、型号，破折号用于解释，都不表示起止。",
    source="GB/T 15834—2011 4.13.3",
    bad="汛期为5-9月，招聘年龄18——45岁。",
    good="汛期为5—9月，招聘年龄18—45岁。",
    check=check,
    yields_to=frozenset({"N03"}),
)
