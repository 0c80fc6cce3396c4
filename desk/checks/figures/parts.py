"""Parts that can't be more than their whole: 其中, 中有, 受理 and 办结, 发现 and 整改."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desk.checks.figures.groups import Group, groups_in
from desk.checks.quantities.model import Quantity, Role
from desk.checks.quantities.units import DOUBLINGS, POINTS, RATES, TIMES

_REACH = 24  # a whole stands not further in front than so many figures
_SENTENCE = re.compile(r"[。！？!?\n]")
_NOUN = 2  # characters that tell a noun
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
        (r"到位|下达|下拨", r"拨付|支出|已使用|支付|已用"),
        (r"抽[检查]|检[验测]|监测", r"合格|达标|优良"),
        (r"应[参缴检接返收到领发]", r"(?:已|实际?)[参缴检接返收到领发]"),
        (r"征集|征求|申报|提出|收到", r"采纳|立项|获批|立案|吸收"),
        (r"报名", r"录取|录用|考试合格|(?:审查|审核|考试|体检)(?:通过|合格)|参加(?:考试|笔试)"),
        (r"申请|提交", r"批准|审批通过|(?:审查|审核)通过|获批|通过审[批核]"),
        (r"收治|收入院", r"治愈|出院|好转"),
        (r"应征|适龄", r"(?:参加|上站)体检|体检合格|入伍"),
        (r"参训|参考|参加(?:培训|考试|笔试)", r"合格|结业|取得证书|取证"),
    )
)
_CHECKED = re.compile("排查|检查|走访|抽查|巡查|体检|摸排")
_AMISS = re.compile("发现(?:问题|隐患|异常|违法)|存在(?:问题|隐患)|检出")
_WHOSE = frozenset({"家", "户", "人", "所", "辆", "栋", "座", "批次"})  # never counts faults
_OLD = re.compile(
    r"结转|整合|自筹|旧存|上年|去年|往年|历史|遗留|含|此前|之前|重复|不合格|不达标|未"
)


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
                parts = _of_whole(max(wholes, key=lambda one: one.high), back, unit)
                if parts:
                    yield Parts(max(wholes, key=lambda one: one.high), parts, among=True)


def _of_whole(whole: Quantity, back: Sequence[Quantity], unit: str) -> tuple[Quantity, ...]:
    """The parts of a unit, up to one that is told like the whole: 教师86人，其中…，临聘教师98人."""
    parts = [one for one in back if one.unit == unit]
    noun = whole.subject[-_NOUN:]
    if len(noun) < _NOUN or parts[0].subject.endswith(noun):
        return tuple(parts)
    again = next((at for at, one in enumerate(parts) if one.subject.endswith(noun)), len(parts))
    return tuple(parts[:again])


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
            amiss = (
                part.unit in _WHOSE and _CHECKED.search(whole.before) and _AMISS.search(part.before)
            )
            if (amiss or any(pairs)) and not _OLD.search(around):
                yield Parts(whole, (part,), among=False)
