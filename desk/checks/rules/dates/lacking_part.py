"""D09: a date that lacks its year, month or day."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.spots import beginning, found_around

_OPENING = r"(?:(?<=[，。；：、（(\n自从于至到在])|(?<![\s\S]))"
_NO_MONTH_SIGN = beginning(
    "1-9",
    r"(?:(?<=截至)|(?<=截止)|(?<=[至到于自从前])|(?<=预计)|(?<=计划)|(?<=力争)|(?<=争取)|(?<=确保)|^|(?<=[，。；（\n]))(?P<m>1[0-2]|[1-9])(?P<at>[底末初])(?=[，。、；前起]|[\u4e00-\u9fff]{2})(?!下|层|部|端|座|盘)"
    r"|(?<=\d年)(?P<m2>1[0-2]|[1-9])(?P<at2>[底末初])",
)
_AT_END = re.compile(r"\d[底末初]")
_AFTER_MONTH = re.compile(r"月\d")
_YEAR_OR_MONTH = re.compile(r"[年月]|日[时点上下凌晚]|[号晨晚午][时点上下]|第季度|时分")
_NO_DAY_SIGN = beginning(
    "1-9",
    r"(?<![\d.])(?:1[0-2]|[1-9])月(?:[12]\d|3[01]|[1-9])(?=[，。；](?!\d)|[前起](?![后来\d])|(?:上|下|中)午|凌晨|召开|举行|[县市省区](?:委|政府|人大|政协|长)|全[县市省])",
)
_UNCERTAIN = beginning(
    r"\d年—－–第月日号时点",
    r"(?<![\d.])(?P<no_day>\d{1,2}月(?:日(?![均常照产期报程增销用班需耗处夜间志光本])|号(?![码称召令角手])))"
    rf"|{_OPENING}(?P<no_year>年\d{{1,2}}月(?=\d|[，。至到底初末上中下起份以]))"
    r"|(?<!\d)(?P<no_month>\d{4}年(?:月(?:\d{1,2}日|[底初末]|[上中下]旬)|(?:[12]\d|3[01]|[1-9])日(?![元益])|月(?:日|[起至前，。])))"
    r"|(?P<no_end>\d月(?:\d{1,2}日)?[至到—](?:[日号](?=[，。；在召举开，])|(?=[，。；]))|(?<=\d)[—－–]月(?![底末中初]))"
    r"|(?P<no_quarter>第季度)"
    rf"|{_OPENING}(?P<only_day>月\d{{1,2}}日)"
    r"|(?<!\d)(?P<short_year>(?:2\d{2}|20\d{3})年(?=\d{1,2}月))"
    rf"|{_OPENING}(?P<no_date>[日号](?:[上下]午|凌晨|晚(?=[，上])))"
    r"|(?<=[日午晨上])(?P<no_hour>[时点]\d{1,2}分(?!之))"
    r"|(?P<no_minute>\d时分(?=[，。；许]))",
)
_LACKS = {
    "no_day": "日",
    "no_year": "年份",
    "no_month": "月份",
    "no_end": "截止时间",
    "only_day": "月份",
    "short_year": "完整的年份",
    "no_date": "月、日的数字",
    "no_hour": "时",
    "no_minute": "分",
    "no_quarter": "季度数",
}


def check(text: Passage) -> Iterator[Hit]:
    """Find dates with a number or its sign missing; a missing sign is supplied."""
    for match in found_around(_NO_MONTH_SIGN, _AT_END, text.printed, 4, 2):
        fix = f"{match['m'] or match['m2']}月{match['at'] or match['at2']}"
        yield Hit(match.start(), match.end(), f"“{match[0]}”缺“月”，应是“{fix}”。", fix)
    for match in found_around(_NO_DAY_SIGN, _AFTER_MONTH, text.printed, 3, 5):
        fix = match[0] + "日"
        yield Hit(match.start(), match.end(), f"“{match[0]}”缺“日”，应是“{fix}”。", fix)
    for match in found_around(_UNCERTAIN, _YEAR_OR_MONTH, text.printed, 6, 8):
        kind = match.lastgroup or ""
        message = f"“{match[0]}”缺{_LACKS[kind]}，请补上。"
        yield Hit(match.start(), match.end(), message, choices=_choices(text, match, kind))


def _choices(text: Passage, match: re.Match[str], kind: str) -> tuple[str, ...]:
    """The dates it may be after the days known of the draft."""
    known = [day for day in (text.context.event_date, text.context.report_date) if day]
    if kind == "no_year":
        return tuple(dict.fromkeys(f"{day.year}{match[0]}" for day in known))
    if kind == "only_day":
        return tuple(dict.fromkeys(f"{day.month}{match[0]}" for day in known))
    return ()


RULE = Rule(
    code="D09",
    name="日期缺成分",
    severity=Severity.ERROR,
    summary="年、月、日的数字和字都写全。",
    reason="漏字使日期无法确定，要向单位核对。",
    source="报刊差错实例",
    bad="截至3底，全县新增市场主体612户。",
    good="截至3月底，全县新增市场主体612户。",
    check=check,
)
