"""Parts that can't be more than their whole: 其中, 中有, 受理 and 办结, 发现 and 整改."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desk.checks.figures.groups import Group, groups_in
from desk.checks.quantities.model import Quantity, Role
from desk.checks.quantities.units import DOUBLINGS, POINTS, RATES, TIMES

_REACH = 24  # a whole stands not further in front than so many figures
_SENTENCE = re.compile(r"[。！？!?\n]")
_ANEW = re.compile(r"其中|累计|总计|合计|总[数量额]|全[县市镇乡村省国年]|截至|共|另|此外|还|占")
_WITHIN = re.compile(
    r"^[^，。；：、\d]{0,12}(?<![集高初年期途空])中[，,]?(?![心小学标药医层等介原])"
    r"(?:已有|仅有|只有|有|已)?[^，。；、\d]{0,12}$"
)
_DONE = tuple(
    (re.compile(first), re.compile(then))
    for first, then in (
        (r"受理|收到|接到|收集|接收|立案|交办|转办|登记", r"办结|办理完毕|答复|化解|结案"),
        (r"排查|发现|查出|查找|摸排|梳理", r"整改|销号|治理|消除"),
        (r"到位|下达", r"拨付|支出|已使用|支付"),
        (r"抽[检查]|检[验测]|监测", r"合格|达标|优良"),
        (r"应[参缴检接返收到领发]", r"(?:已|实际?)[参缴检接返收到领发]"),
        (r"征集|征求|申报", r"采纳|立项|获批"),
        (r"报名", r"录取|录用|考试合格"),
    )
)
_OLD = re.compile(r"结转|旧存|上年|去年|往年|历史|遗留|含|此前|之前|重复|不合格|不达标|未")


@dataclass(frozen=True, slots=True)
class Parts:
    """A whole and what is told of it, each of the same unit; ``among`` says 其中 or 中."""

    whole: Quantity
    parts: tuple[Quantity, ...]
    among: bool


def parts_in(text: str, quantities: Sequence[Quantity]) -> Iterator[Parts]:
    """Yield wholes with their parts, by place."""
    for sentence in groups_in(text, quantities, _SENTENCE):
        if len(sentence) > 1:
            yield from _among(text, sentence)
            yield from _within(text, sentence)
            for group in groups_in(text, sentence):
                yield from _finished(text, group)


def _among(text: str, sentence: Group) -> Iterator[Parts]:
    head, tail = sentence[0].start - len(sentence[0].before), sentence[-1].start
    for match in re.finditer("其中", text[head:tail]):
        place = head + match.start()
        front = [one for one in sentence if one.start < place and _is_level(one)][-_REACH:]
        back = _behind(text, sentence, place)
        for unit in dict.fromkeys(one.unit for one in back):
            wholes = [one for one in front if one.unit == unit]
            if wholes:
                parts = tuple(one for one in back if one.unit == unit)
                yield Parts(max(wholes, key=lambda one: one.high), parts, among=True)


def _behind(text: str, sentence: Group, place: int) -> list[Quantity]:
    """The levels behind 其中 that still belong to it."""
    found: list[Quantity] = []
    for one in sentence:
        if one.start < place:
            continue
        told = text[max(place + 2, one.start - len(one.before)) : one.start]
        if _ANEW.search(told) or (found and "；" in text[found[-1].end : one.start]):
            break
        if _is_level(one):
            found.append(one)
    return found


def _is_level(one: Quantity) -> bool:
    is_plain = one.unit not in {*RATES, POINTS, TIMES, DOUBLINGS, "", "岁", "年", "天", "小时"}
    return is_plain and one.role in (Role.LEVEL, Role.TO) and not one.is_range


def _within(text: str, sentence: Group) -> Iterator[Parts]:
    """Yield 76家企业中，盈利的81家."""
    for place, whole in enumerate(sentence[:-1]):
        part = sentence[place + 1]
        are_levels = part.unit == whole.unit and _is_level(part) and _is_level(whole)
        if are_levels and _WITHIN.match(text[whole.end : part.start]):
            yield Parts(whole, (part,), among=True)


def _finished(text: str, group: Group) -> Iterator[Parts]:
    """Yield what came in and what of it is done."""
    for place, whole in enumerate(group):
        for part in group[place + 1 : place + 3]:
            if part.unit != whole.unit or not (_is_level(part) and _is_level(whole)):
                continue
            around = text[whole.start - len(whole.before) : part.end + 12]
            pairs = (
                first.search(whole.before) and then.search(part.before) for first, then in _DONE
            )
            if any(pairs) and not _OLD.search(around):
                yield Parts(whole, (part,), among=False)
