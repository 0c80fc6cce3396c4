"""D07: times that mean something only on the day of writing."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.spots import beginning

_RELATIVE = beginning(
    "昨今明前后上本这下去",
    r"(?<![\d日工节目从当提])(?P<days>昨[日天晚]|今[日天晚](?!头条)|明[日天晚]|前天|(?:(?<=[，。；：\n])|(?<![\s\S]))前日(?=[，上下晚])|后天)"
    r"|(?<![以马])(?P<months>上个?月|本月|这个月|下个?月)"
    r"|(?<![以马旗乡])(?P<weeks>[上本下]周(?![边期岁长转围]))"
    r"|(?P<years>(?<![至如])今年|去年|明年|(?<!以)前年|今[春夏秋冬]|去[秋冬])(?!同期|同月)",
)
_FIGURATIVE = re.compile(r"(?:的|美好|灿烂|先天与?)$")
_APART = {
    "前天": -2,
    "前日": -2,
    "昨": -1,
    "今": 0,
    "明": 1,
    "后天": 2,
    "去": -1,
    "前年": -2,
    "上": -1,
    "本": 0,
    "这": 0,
    "下": 1,
}


def check(text: Passage) -> Iterator[Hit]:
    """Find relative times outside quotations, with what they mean on the day of the report.

    Of 今年 and 去年 one hint a word is enough, and none where the draft names a year.
    """
    told: set[str] = set()
    for match in _RELATIVE.finditer(text.own):
        if match["years"]:
            if text.context.years or match[0] in told:
                continue
            told.add(match[0])
        if match["days"] and _FIGURATIVE.search(text.own, max(0, match.start() - 4), match.start()):
            continue
        day = text.context.report_date
        choice = _TELL[match.lastgroup or ""](match[0], day) if day else ""
        advice = f"，可写为“{choice}”" if choice else "，请写明年月日"
        message = f"“{match[0]}”要看写稿那天才知道是何时{advice}。"
        yield Hit(match.start(), match.end(), message, choices=(choice,) if choice else ())


def _apart(word: str) -> int:
    return next(value for key, value in _APART.items() if word.startswith(key))


def _day(word: str, report: date) -> str:
    day = report + timedelta(days=_apart(word))
    return f"{day.month}月{day.day}日" + ("晚" if word.endswith("晚") else "")


def _month(word: str, report: date) -> str:
    return f"{(report.month - 1 + _apart(word)) % 12 + 1}月"


def _week(word: str, report: date) -> str:
    monday = report + timedelta(days=7 * _apart(word) - report.weekday())
    sunday = monday + timedelta(days=6)
    return f"{monday.month}月{monday.day}日至{sunday.month}月{sunday.day}日"


def _year(word: str, report: date) -> str:
    season = "季" if word[-1] != "年" else ""
    return f"{report.year + _apart(word)}年" + (word[-1] + season if season else "")


_TELL: dict[str, Callable[[str, date], str]] = {
    "days": _day,
    "months": _month,
    "weeks": _week,
    "years": _year,
}

RULE = Rule(
    code="D07",
    name="相对时间",
    severity=Severity.INFO,
    summary="存档的文字写明年月日，不用“昨日”“上月”“今年”。",
    reason="读者看到时已不是写稿那天。",
    source="编辑惯例",
    bad="昨日，云岭县启动全民健身月。",
    good="9月10日，云岭县启动全民健身月。",
    check=check,
    by_paragraph=False,
)
