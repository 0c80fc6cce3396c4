"""What goes when empty words go: the stretch whose deletion leaves a grammatical sentence."""

import re
from bisect import bisect_right

from desk.checks.lexicon import Listed
from desk.checks.masks import Span
from desk.checks.passage import Passage

_PAUSE = re.compile(r"[，。；：！？,;:!?\n]")
_STOPS = "。；！？;!?\n"
_LEADS = (
    *(
        "在",
        "以",
        "按照",
        "根据",
        "遵照",
        "依照",
        "围绕",
        "本着",
        "认真",
        "深入",
        "坚决",
        "严格",
        "全面",
    ),
    *(
        "凭借",
        "经过",
        "通过",
        "随着",
        "面对",
        "面向",
        "站在",
        "乘",
        "沐浴",
        "迎着",
        "踏着",
        "伴",
        "为",
        "贯彻",
        "学习",
        "传达",
    ),
)
_HEAD = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[是要、]|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．])?"
)
_PURPOSE = re.compile(
    r"(?:(?:并|也|还|更|均|都|从而|切实|有力地?|进一步|努力|全力|不断|奋力)*(?:为|给|推动|促进|助推|使|让)"
    r"[^\d\x00，。]{2,30}|(?:并|也|还|更|均|都|从而|均已|已经?|切实|真正|进一步|努力|不断|奋力|确保)*)"
)
_NOBODY = re.compile(
    r"(?:并|也|还|更|均|都|从而|对此|因此|目前|如今)*"
    r"(?:(?:全县|全市|全镇|全乡|全区|各项|整体|总体|有关|相关|信息|党建|这项|该项)*工作|经济社会|全县上下|"
    r"(?:广大|当地|周边|附近|许多|不少|过往|沿线)*(?:干部|群众|村民|居民|市民|游客|百姓|老百姓|住户|商户|大家|人们|社会各界|"
    r"企业|家长|师生|顾客|观众|干部群众|[、和])*|盛况|(?:活动|演出|比赛)?(?:现场|场面)(?:气氛)?|气氛|演出|节目|表演|景色|内容|效果|其?(?:精神|事迹))?(?:都|均|对此|纷纷|无不|一致|为此|普遍|也|更是)*"
    r"(?:(?:受到|得到|赢得|获得|取得|实现|收到|引起|引发|广受|深受)了?[^\d\x00，。]{0,12})?"
)
# Ends of a clause that can't close a sentence: adverbials, and a mere noun such as 活动的开展.
_OPEN_END = re.compile(
    r"(?:[后时下中前起]|以来|以后|之际|期间|同时|[的和与、]|^[^\d]*的[\u4e00-\u9fff]{1,4})$"
)
_OPEN_START = re.compile(
    r"(?:随着|通过|经过?(?!济)|在|为(?!期)|如果|只要|由于|因为|虽然|不仅|根据|按照|针对|面对|当|自从|对|从|自)"
)
_DAY = re.compile(r"\d{1,4}[年月日]|\d月\d日")  # a day may stand before the subject
_SHORTEST = 4  # characters of a clause that can stand by itself


def deletable(text: Passage, start: int, end: int) -> Span | None:
    """The stretch to delete with the empty words at [start, end); None where a person decides."""
    left, right = _clause(text.own, start, end)
    mark = text.own[right : right + 1]
    before = text.own[left:start]
    if "\x00" in text.own[left:right]:
        return None
    opener = _opener(before, text.own[start:end])
    if opener is not None and mark in "，,":
        return _without_lead(text.own, (left + opener, end), right)
    rest = text.own[end:right].lstrip("了")
    if rest or not (_PURPOSE.fullmatch(before) or _NOBODY.fullmatch(before)):
        return None
    return _without_tail(text, left, right)


def _clause(own: str, start: int, end: int) -> Span:
    """The bounds of the clause around a stretch, its marks left out."""
    left = max((one.end() for one in _PAUSE.finditer(own, 0, start)), default=0)
    left += len(own[left:start]) - len(own[left:start].lstrip())
    mark = _PAUSE.search(own, end)
    return left, mark.start() if mark else len(own)


def _opener(before: str, words: str) -> int | None:
    """Where in its clause an adverbial begins that ends with the words; None where it is none."""
    head = _HEAD.match(before)
    skip = head.end() if head else 0
    return skip if (before[skip:] + words).startswith(_LEADS) else None


def _without_lead(own: str, lead: Span, right: int) -> Span | None:
    """Drop an adverbial with the comma behind it; what follows must be a clause of its own."""
    following = _clause(own, right + 1, right + 1)
    is_short = following[1] - following[0] < _SHORTEST
    if lead[1] != right or (is_short and not _DAY.fullmatch(own, *following)):
        return None
    return (lead[0], right + 1)


def _without_tail(text: Passage, left: int, right: int) -> Span | None:
    own = text.own
    previous, mark = own[left - 1 : left] if left else "", own[right : right + 1]
    if previous and previous in "，," and _stands(text, left):
        return (left - 1, right)
    if (not previous or previous in _STOPS) and mark == "。" and not _is_alone(own, left, right):
        return (left, right + 1)
    return None


def _stands(text: Passage, left: int) -> bool:
    """Whether something before a clause in its sentence can end the sentence."""
    number = bisect_right(text.sentences, (left, len(text.own))) - 1
    since = text.sentences[number][0] if number >= 0 else 0
    last = re.split("[，,]", text.own[since : left - 1])[-1].strip()
    clause = left - 1 - len(last)
    return (
        len(last) >= _SHORTEST
        and not _OPEN_END.search(last)
        and not _OPEN_START.match(last)
        and not any(clause < one.end < left for one in _praise(text))
    )


def _praise(text: Passage) -> list[Listed]:
    """What other empty words stand in the text: they may go as well."""
    return [one for code in ("S02", "S07") for one in text.listed(code)]


def _is_alone(own: str, left: int, right: int) -> bool:
    """Whether a sentence is all its paragraph says."""
    since, until = own.rfind("\n", 0, left) + 1, own.find("\n", right)
    rest = own[since:left] + own[right + 1 : until if until >= 0 else len(own)]
    return not rest.strip(" \u3000")
