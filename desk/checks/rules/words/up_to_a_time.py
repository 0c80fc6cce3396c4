"""W01: 截止 before a time, where 截至 is meant."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_TIME = (
    r"(?:农历|北京时间|当地时间|公历)?(?:\d|[一二三四五六七八九十〇○]{1,4}[年月日时点季]|第?[一二三四]季度|目前|当前|现在|眼下|日前|此时|"
    r"今[日天年晨晚]|昨[日天晚]|前日|当[日天晚前年]|次日|本[月周季年日]|上[月周年半个]|下半年|去年|前年|年[底末初]|月[底末]|季度?末|发稿|记者|报告期|报送|统计|"
    r"元旦|春节|国庆|凌晨|上午|中午|下午|晚上|汛期|[“\"]?十[一二三四五]五[”\"]?)"
)
_STOP = re.compile(rf"(?P<stop>截止)(?P<to>到|至)?[ ]?(?={_TIME})|截止至(?!时间|日期)")
_DEADLINE = re.compile(
    r"报名|申请|申报|征集|受理|投稿|投票|提交|办理|缴|认购|有效|期限|时间|日期|期为|活动|登记|预约|领取|认领|招标|投标|公示|募捐"
)
_CLAUSE_HEAD = re.compile(r"(?:^|[，。；：、！？\s（“,;:(])$")


def check(text: Passage) -> Iterator[Hit]:
    """Find 截止 where a time follows and no deadline is spoken of."""
    for match in _STOP.finditer(text.own):
        before = re.split(r"[。！？；\n]", text.own[max(0, match.start() - 60) : match.start()])[-1]
        if _DEADLINE.search(before[-14:]):
            continue
        if len(match[0].strip()) > len("截止") and not _CLAUSE_HEAD.search(before):
            continue
        end = match.start() + len(match[0].rstrip())
        yield Hit(match.start(), end, f"“{match[0].strip()}”后面是时点，应为“截至”。", "截至")


RULE = Rule(
    code="W01",
    name="截止、截至混用",
    severity=Severity.ERROR,
    summary="后面跟时点用“截至”，到期停止用“截止”。",
    reason="“截至”后要跟时间；“截止时间”“报名截止”是对的。",
    source="《现代汉语词典》用法",
    bad="截止11月底，全县发放补贴320万元。",
    good="截至11月底，全县发放补贴320万元。",
    check=check,
)
