"""S09: words that are not to be used of leaders."""

import re
from collections.abc import Iterator

from desk.checks.lexicon import Listed
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_LEADER = (
    r"书记(?!员)|(?<=[省市县区州乡镇局厅部盟旗处科司署队])长(?!期|效|远|大|年|度|势|江|城|街|三角|热线|负责制|责任制|信箱)|主席|常委|"
    r"领导(?!下)|检察长|(?<=法院)院长|校长(?!期|效)|总工程师|政委|主委|专员|巡视员|秘书长|(?<=[室会委办])主任"
)
_OTHERS = (
    r"[\u4e00-\u9fff]某|群众|村民|居民|市民|烟农|农户|农民|菜农|果农|茶农|牧民|双方|当事人|家长|学生|老人|本人|申请人|业主|"
    r"学员|队员|孩子|儿童|妇女|战士|官兵|社员|员工|党员|传承人|专家|师傅|种粮大户|"
    r"代表|游客|职工|工人|教师|医生|护士|民警|消防员|志愿者|网格员|技术员|负责人(?=要|须|应)|法人"
)
_SUBJECT = re.compile(rf"(?P<leader>{_LEADER})|(?P<other>{_OTHERS})")
_SENTENCE_PART = re.compile(r"[。！？；\n]")
_SOLEMN = re.compile(r"(?:隆重|胜利|盛大)[\u4e00-\u9fff]")
_SPEECH = ("重要讲话", "重要指示", "重要批示")
_OF_THE_CENTRE = re.compile(r"总书记|国家主席|总理|中央|国务院|习近平|省委|省长|省政府")
_TAUGHT = re.compile(r"精神|和?(?:重要)?指示|和?(?:重要)?批示|要求|内容|[一二三]?以来")
_DEED = re.compile(r"指导|检查|视察|调研|考察|慰问|观摩|参加|出席|参观|督导")  # no place to go to
_BUSY = re.compile(r"[在于]?百忙之?中(?:抽出?(?:宝贵)?时间|抽空)?，?")
_ADVERBS = ("亲自", "亲手", "亲笔", "不辞辛劳", "不辞辛苦", "不辞劳苦")
# What may stand between a comma and the word without being a subject of its own.
_ADVERBS_BEFORE = re.compile(
    r"(?:并|还|也|又|都|先后|多次|连夜|冒雨|当即|随后|随即|立即|第一时间|当天|现场|当场|再次|在|于)*"
)
_RULE_OF_LAW = re.compile(r"(?:必须|应当?|须|不得|要求|需要?|由|让|请)[^，。]{0,8}$")


def check(text: Passage) -> Iterator[Hit]:
    """Find the words where a leader is their subject, and solemn openings of any meeting."""
    for listed in text.listed("S09"):
        words = listed.entry.word
        if not _SOLEMN.match(words) and not _is_of_leader(text.own, listed.start):
            continue
        if words in _SPEECH and _is_of_the_centre(text.own, listed):
            continue
        start, end, fix = _mended(text.own, listed)
        advice = f"改为“{fix}”" if fix else "删去"
        message = f"“{words}”是慎用词，说领导活动和会议请{advice}。"
        yield Hit(start, end, message, fix)


def _is_of_the_centre(own: str, listed: Listed) -> bool:
    """Whether a speech is named by a sentence on the centre, or as what is being studied."""
    since = max((one.end() for one in _SENTENCE_PART.finditer(own, 0, listed.start)), default=0)
    taught = _TAUGHT.match(own, listed.end)
    return bool(taught or _OF_THE_CENTRE.search(own, since, listed.start))


def _mended(own: str, listed: Listed) -> tuple[int, int, str | None]:
    """What is to be replaced and by what; None where the words around must change too."""
    start, end, words = listed.start, listed.end, listed.entry.word
    if listed.entry.instead:
        is_bare = listed.entry.instead[0] == "到" and _DEED.match(own, end)
        return start, end, None if is_bare else listed.entry.instead[0]
    if busy := _BUSY.search(own, max(0, start - 2), end + 8):
        return busy.start(), busy.end(), ""
    if words not in _ADVERBS:
        return start, end, None
    is_clause = own[end : end + 1] == "，" and own[start - 1 : start] not in "，。；：、\n"
    return start, end + is_clause, ""


def _is_of_leader(own: str, start: int) -> bool:
    since = max((one.end() for one in _SENTENCE_PART.finditer(own, 0, start)), default=0)
    subjects = list(_SUBJECT.finditer(own, since, start))
    if not subjects or not subjects[-1]["leader"]:
        return False
    between = own[subjects[-1].end() : start]
    clause = between.rpartition("，")[2] if "，" in between else ""
    return not _RULE_OF_LAW.search(between) and bool(_ADVERBS_BEFORE.fullmatch(clause))


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
