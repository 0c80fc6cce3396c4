"""Means: what a printed average is of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desk.checks.figures.groups import groups_in
from desk.checks.quantities.model import Quantity, Role
from desk.checks.quantities.units import DOUBLINGS, POINTS, RATES, TIMES

_SENTENCE = re.compile(r"[。！？!?\n]")
_PER = {
    "人": frozenset({"人", "人次"}),
    "户": frozenset({"户", "家"}),
    "家": frozenset({"家", "户"}),
    "亩": frozenset({"亩"}),
    "件": frozenset({"件", "件次"}),
    "次": frozenset({"次", "人次"}),
    "笔": frozenset({"笔"}),
    "日": frozenset({"天"}),
    "月": frozenset({"个月"}),
    "场": frozenset({"场", "场次"}),
    "期": frozenset({"期"}),
    "组": frozenset({"组", "个"}),
    "村": frozenset({"村", "个"}),
    "校": frozenset({"所"}),
    "车": frozenset({"辆", "车次"}),
    "单": frozenset({"单"}),
    "生": frozenset({"人"}),
    "班": frozenset({"班", "个"}),
}
_SHORT = re.compile(
    r"(?P<per>[人户家亩件次笔日月场期组村校车单生班])(?:均|(?<=亩)(?=产))(?P<noun>[^，。；、\d\x00]{0,8})$"
)
_LONG = re.compile(
    r"平均每(?:一)?(?P<per>公里|平方米|立方米|吨|亩|[人户家件次笔天场期组村所辆名位座台个头株条处批支套])"
    r"(?P<noun>[^，。；、\d\x00]{0,10})$"
)
_STILL = re.compile(
    r"^(?:约|近|超过?|逾|达到?|为|了|到|至|仅|有|是|的|可|就|年|能|价|值|水平|不足|每)*$"
)
_KIN = (
    frozenset({"增收", "工资", "报酬", "分红", "收益", "租金", "补贴"}),
    frozenset({"补助", "补贴", "奖补", "资金", "发放", "助学金", "救助", "拨付"}),
    frozenset({"产量", "单产", "总产"}),
    frozenset({"产值", "销售", "收入"}),
)


@dataclass(frozen=True, slots=True)
class Mean:
    """A printed mean with its total and count; ``rivals`` are other totals and counts of it."""

    mean: Quantity
    total: Quantity
    count: Quantity
    rivals: tuple[tuple[Quantity, Quantity], ...]


def means_in(text: str, quantities: Sequence[Quantity]) -> Iterator[Mean]:
    """Yield the means whose total and count stand beside them in their sentence."""
    for sentence in groups_in(text, quantities, _SENTENCE):
        for place, one in enumerate(sentence):
            match = _SHORT.search(one.before) or _LONG.search(one.before)
            if match and _is_level(one) and not one.is_range:
                found = _of(text, quantities, sentence[:place], one, match)
                if found:
                    yield found


def _of(
    text: str,
    quantities: Sequence[Quantity],
    before: Sequence[Quantity],
    mean: Quantity,
    match: re.Match[str],
) -> Mean | None:
    counted = _PER.get(match["per"], frozenset({_counted(match["per"])}))
    totals = [one for one in before if _is_total(one, mean)]
    counts = [one for one in before if one.unit in counted and one not in totals[-1:]]
    if not totals or not counts or not _is_level(counts[-1]):
        return None
    total, count = totals[-1], counts[-1]
    noun = _without(match["noun"], count.subject + count.object)
    is_rate = noun.startswith(("月", "日", "每月", "每日", "天"))  # 人均月养老金
    is_of = not is_rate and _is_of(text, total, noun) and _is_meant(count, match)
    if not is_of or not _is_beside(text, before, total, count):
        return None
    rivals = tuple(
        (one, other)
        for one in quantities
        if _is_total(one, mean)
        for other in quantities
        if other.unit in counted and other is not mean and other is not one
    )
    return Mean(mean, total, count, rivals)


def _without(noun: str, counted: str) -> str:
    """The noun of a mean without the thing counted: 项目投资 of 5个项目 leaves 投资."""
    return noun.lstrip(counted) if noun and noun[0] in counted else noun


def _counted(per: str) -> str:
    return {"名": "人", "位": "人"}.get(per, per)


def _is_level(one: Quantity) -> bool:
    return one.role in (Role.LEVEL, Role.TO, Role.MEAN) or one.before.endswith("增收")


def _is_total(one: Quantity, mean: Quantity) -> bool:
    if one is mean or one.unit != mean.unit or one.unit in {*RATES, POINTS, TIMES, DOUBLINGS}:
        return False
    is_mean = one.role is Role.MEAN or _SHORT.search(one.before) or _LONG.search(one.before)
    return one.role in (Role.LEVEL, Role.TO) and not is_mean


def _is_beside(text: str, before: Sequence[Quantity], total: Quantity, count: Quantity) -> bool:
    """Whether the two stand in one item with no other figure than levels between them."""
    early, late = sorted((total, count), key=lambda one: one.start)
    between = [one for one in before if early.start < one.start < late.start]
    return "；" not in text[early.end : before[-1].end] and len(between) <= 1


def _is_of(text: str, total: Quantity, noun: str) -> bool:
    """Whether the mean's noun, if it has one, is that of the total or akin to it."""
    if _STILL.match(noun):
        return True
    before = text[total.start - len(total.before) : total.start]
    plain = _strip(noun)
    if any(plain[at : at + 2] in before for at in range(max(1, len(plain) - 1))):
        return True
    return any(
        any(word in noun for word in kin) and any(word in before for word in kin) for kin in _KIN
    )


def _strip(noun: str) -> str:
    return re.sub(r"[约近超过逾达到为了]+$", "", noun)


def _is_meant(count: Quantity, match: re.Match[str]) -> bool:
    """Whether a count of 个 is of the thing that the mean is per: 每个项目 of 5个项目."""
    if count.unit != "个":
        return True
    noun = match["noun"] if match["per"] == "个" else match["per"]
    told = count.object + count.subject
    return any(sign in told for sign in _strip(noun)[:2])
