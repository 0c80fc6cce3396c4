"""A06: an announced number differs from the number of things listed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desk.checks.listings import NUMBER, is_spelt_out, miscounted
from desk.checks.masks import HAN, Span
from desk.checks.named_lists import listed_amiss
from desk.checks.numerals import chinese, value_of
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Need, Place, Rule, Severity
from desk.checks.spots import beginning
from desk.checks.whole import Whole

_WHAT = (
    r"(?:措施|举措|做法|办法|方面|问题|建议|原因|特点|要求|任务|机制|环节|重点|困难|短板|经验|意见|行动|抓手|"
    r"难题|矛盾|风险|成效|变化|亮点|途径|渠道|路径|步骤|阶段|内容|事项|工作|不足|对策|思路|方向|优势|因素|方式|招数|实事|大事|件事)"
)
_ANNOUNCED = re.compile(
    rf"{NUMBER}(?:[个项条点大种类步招]{{1,2}}|件(?!事)|[组批期轮路](?=[，：。；]第))?"
    rf"(?:[{HAN}“”]{{0,6}}?{_WHAT}(?!性)|(?<=[点条步招])(?=[：。，])|(?<=[组批期轮路])(?=[，：。；]第)|(?<=[类种步批组点档招轮期])(?=[{HAN}]{{0,4}}：))"
)
_LISTS = re.compile(
    r"分(?=[，：]|成|$)|采取|推出|实施|推行|提出|制定|出台|落实|存在|表现|体现|归纳|总结|概括|分为|主要|以下|如下|下列|具体|重点|着力|"
    r"突出|通报|发现|指出|列出|公布|开出|给出|抓[好实住牢]|做[好到]|从|通过|有|是|探索|建立|运用|形成|部署|明确|强化|包括|打出|实行|推进|开展"
)
_OTHER = re.compile(
    r"针对|围绕|聚焦|对照|瞄准|解决|整改|按照|根据|对标|除|上述|以上|这|该(?![局县市区镇乡村校院所站队企社行馆场园]|中心|公司|单位|街道)|另|其他|落实.{0,8}的$"
)
_EACH = re.compile(r"逐[项条一个]|分解|细化|梳理|台账")  # a work list, told of elsewhere
_MORE = re.compile(r"(?<=[。；，\n])(?:最后|此外|同时|另外|再次|还)")
_TURN = beginning(
    "首其再然最", r"(?:(?<=[。；：，\n])|(?<![\s\S]))(?:首先|其次|再次|然后|最后)(?=[，,、：要是])"
)
_COLON = re.compile(rf"(?:的?[{HAN}]{{1,8}})?：")
_ORDINAL = re.compile(
    r"第(?P<n>[一二三四五六七八九十])(?P<of>阶段|步|类|种|批|组|方面|点|档|路|层次|层面|招|轮|期)"
)
_COUNT = re.compile(r"[两三四五六七八九十\d][个项件条大点类方]")
_AIM = re.compile(  # what a sentence that announces may go on with
    r"[^，。；]{0,24}(?:，(?:确保|推动|推进|全力|切实|有效|着力|不断|以|为|力争|促进|破解|解决|打通|抓实|抓好|做好|提升|保障"
    r"|取得|防范|加快|强化|压实|构建|筑牢|守护|守牢|助力|打好|落实|保|稳|护)[^。；]{0,30})?[。；，]?"
)
_STOP = re.compile(r"[。！？；\n]")
_FAR = 40  # characters from the announcement to what it announces
_REACH = 300  # characters of the sentence before a listing
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Items:
    """The items that follow an announcement: where they begin and how the first and last look."""

    marks: tuple[Span, ...]
    shown: str
    of: str = ""  # what they are called, where they are


def judge(whole: Whole) -> Iterator[Hit]:
    """Compare announced numbers with what is numbered, and counted names with the list of them."""
    text, found = whole.body, dict[int, Hit]()
    for items in _numbered(text):
        match = _announced(text.own, items)
        if match:
            hit = _of_numbered(
                match, items, tuple(Place(whole.running, *one) for one in items.marks)
            )
            found.setdefault(hit.start, hit)
    if "、" in text.text or "》《" in text.text or "》和《" in text.text:
        for one in (*miscounted(text.own, text.text), *listed_amiss(text.text)):
            message = f"写“{text.text[one.start : one.end]}”，列出的是{one.shown}项，请核对。"
            fix = _written(one.shown, text.text[one.start : one.end])
            listed = Place(whole.running, *one.listed)
            found.setdefault(one.start, Hit(one.start, one.end, message, fix, operands=(listed,)))
    yield from found.values()


def _numbered(text: Passage) -> Iterator[_Items]:
    """What is numbered from 1 without a gap, and what is told by 首先, 其次, 最后."""
    for one in text.sequences:
        if len(one.marks) >= _LEAST and [mark.number for mark in one.marks] == [
            *range(1, len(one.marks) + 1)
        ]:
            first, last = one.marks[0], one.marks[-1]
            shown = f"{first.named(first.number)}至{last.named(last.number)}"
            yield _Items(tuple((mark.start, mark.end) for mark in one.marks), shown)
    yield from _ordinals(text.own)
    if "首先" in text.own:
        for start, end in text.paragraphs:
            turns = [match.span() for match in _TURN.finditer(text.own, start, end)]
            if len(turns) >= _LEAST and text.own.startswith("首先", turns[0][0]):
                yield _Items(tuple(turns), f"首先至{text.own[slice(*turns[-1])]}")


def _ordinals(own: str) -> Iterator[_Items]:
    """第一阶段, 第二阶段: one sequence for each noun."""
    marks: dict[str, list[re.Match[str]]] = {}
    for match in _ORDINAL.finditer(own):
        marks.setdefault(match["of"], []).append(match)
    for of, found in marks.items():
        if [value_of(one["n"]) for one in found] == [*range(1, len(found) + 1)] != [1]:
            shown = f"{found[0][0]}至{found[-1][0]}"
            yield _Items(tuple(one.span() for one in found), shown, of)


def _of_numbered(match: re.Match[str], items: _Items, places: tuple[Place, ...]) -> Hit:
    count = len(items.marks)
    message = f"写“{match[0]}”，后文列出{count}项（{items.shown}）。"
    fix = _written(count, match["n"])
    return Hit(match.start("n"), match.end("n"), message, fix, operands=places)


def _announced(own: str, items: _Items) -> re.Match[str] | None:
    """The announcement in the sentence before the first item, where its number is another."""
    count = len(items.marks)
    since = max(0, items.marks[0][0] - _REACH)
    before = own[: items.marks[0][0]].rstrip(" \u3000\n（(")
    ends = [one.end() for one in _STOP.finditer(before, since, max(since, len(before) - 1))]
    start = ends[-1] if ends else since
    told = [
        match
        for match in _ANNOUNCED.finditer(before, start)
        if _is_announcing(before[start : match.start()], before[match.end() :])
        and (not items.of or items.of in match[0])
        and not is_spelt_out(own, match.start(), value_of(match["n"]) or 0)
    ]
    if not told or any(value_of(match["n"]) == count for match in told):
        return None
    if any(value_of(match["n"]) == count for match in _ANNOUNCED.finditer(before, start)):
        return None
    goes_on = value_of(told[-1]["n"]) == count + 1 and _goes_on(own, items.marks[-1][1])
    return None if goes_on else told[-1]


def _is_announcing(before: str, behind: str) -> bool:
    """Whether a number of measures announces what follows, not what came before."""
    clause = re.split("[，：]", before)[-1]
    if len(behind) > _FAR or _OTHER.search(clause) or _EACH.search(clause + behind):
        return False
    if _COLON.fullmatch(behind):
        return True
    if _COUNT.search(behind) or not _LISTS.search(clause + behind):
        return False
    return behind.endswith("：") or bool(_AIM.fullmatch(behind))


def _goes_on(own: str, last: int) -> bool:
    """Whether an item without a number follows the last one in its paragraph."""
    line_end = own.find("\n", last)
    return bool(_MORE.search(own, last, len(own) if line_end < 0 else line_end))


def _written(count: int, like: str) -> str:
    if like.isdecimal():
        return str(count)
    return "两" if count == _LEAST else chinese(count)


RULE = Rule(
    code="A06",
    name="列举数不符",
    severity=Severity.ERROR,
    summary="写几项就列几项，写几个名称就列几个名称。",
    reason="数目与列举不符，读者会以为漏写或多写了一项。",
    source="种子规则：事例、数字、单位必须准确无误",
    bad="县水务局采取四项措施：一是清淤，二是加固，三是巡查。涉及青龙镇、白石乡3个乡镇。",
    good="县水务局采取三项措施：一是清淤，二是加固，三是巡查。涉及青龙镇、白石乡2个乡镇。",
    judge=judge,
    needs=Need.TOGETHER,
)
