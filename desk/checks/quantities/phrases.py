"""The nouns a figure is about and the period it falls into."""

import re

from desk.checks.masks import HAN
from desk.checks.spots import beginning

_LEAD = re.compile(
    r"^(?:\x00|其中|此外|另外|同时|目前|现在|今年以来|截至|截止|以来|共|累计|已经?|全年|预计|仅|还|又|并|且|均|都|则"
    r"|是|在|的|有|以及|及|和|与|、|：|:|（|\(|[一二三四五六七八九]是|末|底|初|份|同比|环比|分别|[,，；;\s])+"
)
_TAIL = re.compile(
    r"(?:大?约|近|将近|接近|超过?|逾|不足|不到|突破|达|高达|为|有|是|共计?|合计|总计|累计|已|已经|完成|实现|分别|各|仅|"
    r"只|占|由|从|至|到|了|的|在|、|，|：|:|（|\(|[“”\s\x00]|增[至到]|降[至到]|升[至到]|减[至到]|(?:增加|增长|提高|上升|下降|减少|"
    r"降低|扩大|缩短|压缩))+$"
)
_OBJECT = re.compile(rf"^(?:以上|以下|左右|余)?的?(?!的)([{HAN}A-Za-z]{{1,16}})")
_OBJECT_END = re.compile(
    r"(?:占|已|均|全部|增长|下降|增加|减少|提高|同比|比上|比去|较上|较去|其中|完成|实现|开展|得到|进行|参加|受益|增至|"
    r"降至|和|与|及|以及|、|达|为|是|有|中|正在|尚|在|被|由|从|到|至|了)"
)
_PERIOD = beginning(
    r"\d今去前上本当常往同下第一二三四全年目“",
    r"(?:(?:19|20)\d\d年|[今去前上本当常往]年|上一年)?(?:同期|同月|\d{1,2}\s?[—\-－–~～至到]+\s?\d{1,2}月(?:份)?"
    r"|(?:前[一二三两\d]+个?季度|[前上下]半年|前[\d一二三四五六七八九十]+个月|第?[一二三四]季度|(?:\d{1,2}月(?:\d{1,2}日|[份末底初])?)))"
    r"|(?:19|20)\d\d年(?:度|末|底|初)?|[今去前上]年(?:末|底|初|度)?|全年|年[末底初]|上学期|本学期|目前"
    r"|“十[二三四五]五”(?:时期|期间|末)?",
)


def subject_of(before: str) -> str:
    """The noun phrase in front of a figure, from the last piece that holds a noun."""
    piece = _TAIL.sub("", before)
    piece = re.split(r"[，；、（(：:\x00]", piece)[-1]
    piece = _LEAD.sub("", piece)
    return _TAIL.sub("", piece).strip("\x00")


def object_of(after: str) -> str:
    """The noun phrase behind a figure: 家企业 is no unit and a noun, 名困难群众 gives 困难群众."""
    match = _OBJECT.match(after)
    if not match or after.startswith("的"):
        return ""
    stop = _OBJECT_END.search(match[1])
    return match[1][: stop.start()] if stop else match[1]


def periods_in(text: str) -> list[tuple[int, str, bool]]:
    """The periods a text names: their ends, words, and whether something is compared with them."""
    return [
        (match.end(), match[0], text[: match.start()].endswith(("比", "较", "与", "于", "超")))
        for match in _PERIOD.finditer(text)
    ]
