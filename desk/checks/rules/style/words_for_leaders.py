"""S09: words that are not to be used of leaders."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_LEADER = (
    r"书记|(?<!村)(?<!河)(?<!林)(?<!路)(?<!校)(?<!田)(?<!湖)(?<!站)(?<!家)(?<!班)(?<!组)(?<!院)(?<!队)"
    r"(?<=[省市县区州乡镇局厅部盟旗])长(?!期|效|远|大|年|度|势|江|城|街|三角)|主席|常委|领导(?!下)|专员|巡视员|秘书长|"
    r"(?:县|市|区|州|省)委(?!托)|(?<=[室会委办])主任|部长|局长|厅长"
)
_OTHERS = (
    r"群众|村民|居民|市民|烟农|农户|农民|菜农|果农|茶农|牧民|双方|当事人|家长|学生|老人|本人|申请人|业主|"
    r"代表|游客|职工|工人|教师|医生|护士|民警|消防员|志愿者|网格员|技术员|负责人(?=要|须|应)|法人"
)
_SUBJECT = re.compile(rf"(?P<leader>{_LEADER})|(?P<other>{_OTHERS})")
_SENTENCE_PART = re.compile(r"[。！？；\n]")
_SOLEMN = re.compile(r"(?:隆重|胜利|盛大)[\u4e00-\u9fff]")
_RULE_OF_LAW = re.compile(r"(?:必须|应当?|须|不得|要求|需要?|由|让|请)[^，。]{0,8}$")


def check(text: Passage) -> Iterator[Hit]:
    """Find the words where a leader is their subject, and solemn openings of any meeting."""
    for listed in text.listed("S09"):
        words = listed.entry.word
        if _SOLEMN.match(words) or _is_of_leader(text.own, listed.start):
            fix = listed.entry.instead[0] if listed.entry.instead else _dropped(words)
            advice = f"改为“{fix}”" if fix else "删去"
            message = f"“{words}”是慎用词，说领导活动和会议请{advice}。"
            yield Hit(listed.start, listed.end, message, fix)


def _is_of_leader(own: str, start: int) -> bool:
    since = max((one.end() for one in _SENTENCE_PART.finditer(own, 0, start)), default=0)
    subjects = list(_SUBJECT.finditer(own, since, start))
    if not subjects or not subjects[-1]["leader"]:
        return False
    return not _RULE_OF_LAW.search(own[subjects[-1].end() : start])


def _dropped(words: str) -> str | None:
    """Adverbs go without a trace; what else stands in the list is for a person to rewrite."""
    return "" if words in ("亲自", "亲手", "亲笔", "不辞辛劳", "不辞辛苦", "不辞劳苦") else None


RULE = Rule(
    code="S09",
    name="慎用词",
    severity=Severity.WARNING,
    summary="说领导干部的活动不用“亲自”“莅临”“亲临”，会议不用“隆重召开”。",
    reason="这些词有溢美之嫌；说群众“亲自到场”不算。",
    source="新华社新闻报道中的禁用词和慎用词",
    bad="9月8日，县委书记李志强亲自到永安镇检查防汛。",
    good="9月8日，县委书记李志强到永安镇检查防汛。",
    check=check,
)
