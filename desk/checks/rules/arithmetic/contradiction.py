"""A10: words that point the other way than the figures beside them."""

import re
from collections.abc import Iterator
from fractions import Fraction

from desk.checks.figures.changes import Change
from desk.checks.figures.groups import Group, groups_in
from desk.checks.figures.growth import contradicts, direction
from desk.checks.figures.scale import FAR
from desk.checks.figures.wrong import place_of
from desk.checks.masks import HAN
from desk.checks.passage import Passage
from desk.checks.quantities.model import Quantity, Role, Trend
from desk.checks.quantities.units import PERCENT, RATES
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.sums import shown

_OPPOSITE = {
    "增长": "下降",
    "增加": "减少",
    "上升": "下降",
    "提高": "降低",
    "提升": "下降",
    "上涨": "下降",
    "扩大": "缩小",
    "增至": "减至",
    "增到": "减到",
    "升至": "降至",
    "升到": "降到",
    "涨至": "跌至",
    "涨到": "跌到",
    "增为": "减为",
    "升为": "降为",
    "涨为": "跌为",
    "上调": "下调",
    "上浮": "下浮",
    "攀升": "回落",
    "扩充": "缩减",
    "回升": "回落",
    "延长": "缩短",
    "多": "少",
    "高": "低",
}
_OPPOSITE |= {fall: rise for rise, fall in _OPPOSITE.items() if fall != "下降"} | {"下降": "上升"}
_OPPOSITE |= {"下跌": "上涨", "下滑": "上升", "压降": "提高", "缩减": "增加", "压缩": "延长"}
_OPPOSITE |= {"压减": "增加", "精简": "增加", "削减": "增加", "收窄": "扩大", "缩至": "增至"}
_VERB = re.compile("|".join(sorted(_OPPOSITE, key=len, reverse=True)))
_RANK = re.compile(r"位次|排名|名次|第[\x00\d]|排位|列全[国省市县]")
_ALL = re.compile(
    r"(?:已|均|都|现已|目前已|已经)?(?:全部|全数|均已|悉数)(?:予以|得到|按期|按时|如期)?"
    r"(?P<done>整改|办结|完成|竣工|完工|开工|消除|化解|销号|恢复|通车|拆除|清退|兑付|发放|整治|答复|处置|到位|取缔|搬迁|入住|验收|落实|安装|改造|转移|缴清|领取|拨付|建成|签约)"
)
_WHOLLY = re.compile(
    rf"(?:已|现已|均已|都已)?(?:全部|全数|悉数)(?:予以|得到|按期|按时|如期|实现)?(?P<done>[{HAN}]{{2}})"
    rf"|(?:均|都|全)已(?P<all>[{HAN}]{{1,2}})"
)
_NOT_YET = re.compile(rf"[{HAN}]{{0,6}}?(?:尚未|还未|没有|未|没)(?P<done>[{HAN}]{{1,3}})")
_FULL = re.compile(
    r"(?P<name>[^\s，。；、：]{1,8}率|完成[^，。；]{0,8}的)(?:为|达到?|均为|均达到?)?$"
)
_REST = re.compile(
    r"(?:剩余|剩下|[还仅只尚]剩|其余|还有|尚有|仍有|余下|另有|尚余)(?:的)?$|(?:未|没有)(?:完成|整改|办结|开工|完工|竣工)[^，。；]{0,4}的?$"
)
_LOT = re.compile(r"[一二三四五六]期|[首次末]批|\x00+批|新[增发排]")  # the rest of another lot
_UNDONE = re.compile(
    r"^[^，。；]{0,12}?[，]?[^，。；]{0,8}?(?:正在|尚在|仍在|未|限期|抓紧|计划|预计|将于|待|继续|逾期|没有)"
)


def check(text: Passage) -> Iterator[Hit]:
    """Compare words of change with figures, and 全部 or 100% with what remains."""
    for change in text.changes:
        if not change.is_signed and not _RANK.search(
            text.text[max(0, change.span[0] - 15) : change.span[1]]
        ):
            yield from _turned(text.text, change)
    yield from _remaining(text)


def _turned(text: str, change: Change) -> Iterator[Hit]:
    then, now = change.then, change.now
    if then is None or not Fraction(1, FAR) < now.value / (then.value or 1) < FAR:
        return  # a slip of the scale is no turn
    told = [one for one in (now, *change.results) if one is not now or one.role is Role.TO]
    for one in told:
        if contradicts(change, one):
            match = _last_verb(text, one)
            if match:
                yield _hit(text, change, one, match)


def _last_verb(text: str, one: Quantity) -> re.Match[str] | None:
    found = None
    for match in _VERB.finditer(text, one.start - len(one.before), one.start):
        found = match
    return found


def _hit(text: str, change: Change, one: Quantity, verb: re.Match[str]) -> Hit:
    then, now = change.then or change.now, change.now
    sign = ">" if direction(change) is Trend.DOWN else "<"
    words = text[verb.start() : one.end]
    turned = _OPPOSITE[verb[0]] + text[verb.end() : one.end]
    fell = "减少" if sign == ">" else "增加"
    printed = (text[then.start : then.end], text[now.start : now.end])
    return Hit(
        verb.start(),
        one.end,
        f"{printed[0]}到{printed[1]}是{fell}，文中写“{verb[0]}”，请核对方向或数字。",
        choices=(turned,) if turned != words else (),
        operands=tuple(place_of(figure) for figure in (then, now)),
        sum=f"{shown(text, then)}{sign}{shown(text, now)}",
    )


def _remaining(text: Passage) -> Iterator[Hit]:
    for group in groups_in(text.text, text.quantities):
        rest = next((one for one in group if _is_rest(one)), None)
        if rest is None or not rest.value or _is_of_lot(text.text, rest):
            continue
        rates = [one for one in group if one.end <= rest.start and one.unit == PERCENT]
        if rates and _is_full(rates[-1]):
            full = rates[-1]
            yield _left(text.text, full.start, full.end, rest)
        else:
            found = list(_all_done(text.text, group, rest))
            yield from found or _wholly(text.text, group, rest)


def _is_rest(one: Quantity) -> bool:
    """Whether a figure tells what is left undone."""
    if one.unit in RATES or not (match := _REST.search(one.before)):
        return False
    return match[0][0] in "剩尚未没仍还仅只" or bool(_UNDONE.match(one.after))


def _is_of_lot(text: str, rest: Quantity) -> bool:
    """Whether what is left is of another lot: 二期剩余12个."""
    clause = max(text.rfind(sign, 0, rest.start) for sign in "，。；\n") + 1
    return bool(_LOT.search(text, clause, rest.start))


def _is_full(one: Quantity) -> bool:
    full = 100
    return one.value == full and bool(_FULL.search(one.before))


def _all_done(text: str, group: Group, rest: Quantity) -> Iterator[Hit]:
    """Find 全部整改 of the same things of which some are left, with no other lot between."""
    start = max(text.rfind(stop, 0, group[0].start) for stop in "。；！？\n") + 1
    for match in _ALL.finditer(text, start, rest.start):
        between = text[match.end() : rest.start]
        whole = next((one for one in reversed(group) if one.end <= match.start()), None)
        is_same = whole is None or _is_of_kind(whole, rest)
        if is_same and not re.search(r"[。；]|\d", between):
            yield _left(text, match.start(), match.end(), rest)


def _wholly(text: str, group: Group, rest: Quantity) -> Iterator[Hit]:
    """Find 已全部栽插 beside 仅剩200亩未栽: any work, where the rest repeats its word."""
    undone = _NOT_YET.match(rest.after)
    if undone is None:
        return
    for match in _WHOLLY.finditer(text, group[0].start - len(group[0].before), rest.start):
        between = text[match.end() : rest.start]
        if set(match["done"] or match["all"]) & set(undone["done"]) and not re.search(
            r"[。；]|\d", between
        ):
            yield _left(text, match.start(), match.end(), rest)


def _is_of_kind(whole: Quantity, rest: Quantity) -> bool:
    """Whether two figures count the same things, as far as they are named."""
    names = whole.object, "" if rest.after.startswith(("未", "没")) else rest.object
    return whole.unit == rest.unit and (not all(names) or bool(set(names[0]) & set(names[1])))


def _left(text: str, start: int, end: int, rest: Quantity) -> Hit:
    left = text[rest.start - len(rest.before) : rest.end].lstrip("，,、（( ")
    message = f"写了“{text[start:end]}”，又写“{left}”，前后矛盾，请核对。"
    return Hit(start, end, message, operands=(place_of(rest),))


RULE = Rule(
    code="A10",
    name="方向/逻辑矛盾",
    severity=Severity.ERROR,
    summary="增减的用词要与数字方向一致；写“全部”“100%”的，不能还有剩余。",
    reason="由大到小是下降，由小到大是上升；全部完成就没有剩余。",
    source="种子资料：符合逻辑",
    bad="不合格率由90%上升到72%。",
    good="不合格率由90%下降到72%。",
    check=check,
)
