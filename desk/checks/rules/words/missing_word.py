"""W10: a word left out, or two characters that changed places, in a few fixed turns."""

import re
from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity

_COMPARED = re.compile(
    r"[与同和](?:去年|上年|上月|上周|上季度)(?:同期)?(?=(?:增长|下降|减少|增加|上升|提高|回落)(?:了|\d|约|近))"
)
_FORBIDDEN = re.compile(r"(?<![等弹虎急少来使要怪了动见求舍巴由恨值])不得(?=[，。；、])")
_EFFECT = re.compile(r"(?:取得|收到)了?(?:良好|明显|显著|较好)(?=[，。；])")
_BY = re.compile(
    r"(?<=[，。；])在[^，。；\n]{2,16}的(?:正确|坚强)?(?:领导|指导|支持|帮助|努力|推动)(?=，)"
)
_CHANGED_PLACES = {
    "施措": "措施",
    "况情": "情况",
    "会召开议": "召开会议",
    "排隐查患": "排查隐患",
    "责人负": "负责人",
    "委常会": "常委会",
    "县政委府": "县委县政府",
    "安生全产": "安全生产",
    "众群": "群众",
    "传宣": "宣传",
    "训培": "培训",
    "产生安全": "安全生产",
}
_THIS_TIME = re.compile(r"与(?:去年|上年|上月)同期(?=，)")
_REASON = re.compile(r"(?<=不得)以[^，。；\n]{1,8}(?:理由|名义|借口|形式|方式)(?=[，。；])")
_SWAPPED = re.compile("|".join(_CHANGED_PLACES))


_TURNS = (  # where, what is said, and what may be added
    (_COMPARED, "后面疑缺“相比”。", "相比"),
    (_THIS_TIME, "后面疑缺“相比”。", "相比"),
    (_EFFECT, "后面疑缺“效果”“成效”一类的词。", "效果"),
    (_BY, "“在”后疑缺“下”。", "下"),
    (_FORBIDDEN, "“不得”后疑缺动词，请补上。", ""),
    (_REASON, "后面疑缺动词，请补上。", ""),
)


def check(text: Passage) -> Iterator[Hit]:
    """Find turns that lack a word, and characters in the wrong order."""
    for pattern, message, added in _TURNS:
        for match in pattern.finditer(text.own):
            choices = (match[0] + added,) if added else ()
            yield Hit(*match.span(), message, choices=choices)
    for match in _SWAPPED.finditer(text.own):
        if text.words.get(match.start()) == match.start() + 1:
            yield Hit(*match.span(), "字序疑有颠倒。", choices=(_CHANGED_PLACES[match[0]],))


RULE = Rule(
    code="W10",
    name="漏字、错序",
    severity=Severity.INFO,
    summary="不漏字，字序不颠倒。",
    reason="常因改稿或输入时没看清；请对照原意补正。",
    source="种子实例：漏字影响理解",
    bad="粮食收购量与去年同期增长6.2%。",
    good="粮食收购量与去年同期相比增长6.2%。",
    check=check,
)
