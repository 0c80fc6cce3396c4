"""Means: what a printed average is of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from desk.checks.figures.groups import groups_in
from desk.checks.numerals import value_of
from desk.checks.quantities.model import Hedge, Quantity, Role
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
    r"(?:平均每一?(?P<per>公里|平方米|立方米|吨|亩|[人户家件次笔天场期组村所辆名位座台个头株条处批支套口眼棵只艘])"
    r"|每(?P<each>公里|亩|[人户家件次天场期组村所辆名位座台个头口])平均)(?P<noun>[^，。；、\d\x00]{0,10})$"
)
_STILL = re.compile(
    r"^(?:约|近|超过?|逾|达到?|为|了|到|至|仅|有|是|的|可|就|年|能|价|值|水平|不足|每)*$"
)
_FAR = 4
_GAIN = re.compile("增|收|补|分红")
_SPAN = re.compile(
    r"全年|[上下]半年|前三季度|[一二三四]季度|[前头](?P<head>[\d一二三四五六七八九十]{1,2})个月"
    r"|(?<!\d)(?P<first>\d{1,2})(?:月份?)?[—\-－–~～至到]{1,2}(?P<last>\d{1,2})月"
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
                before = _with_months(text, sentence[:place], one, match)
                found = _of(text, quantities, before, one, match)
                if found:
                    yield found


def _of(
    text: str,
    quantities: Sequence[Quantity],
    before: Sequence[Quantity],
    mean: Quantity,
    match: re.Match[str],
) -> Mean | None:
    per = _per(match)
    counted = _PER.get(per, frozenset({_counted(per)}))
    totals = [one for one in before if _is_total(one, mean)]
    counts = [one for one in before if one.unit in counted and one not in totals[-1:]]
    if not totals or not counts or not _is_level(counts[-1]):
        return None
    total, count = totals[-1], counts[-1]
    noun = _without(match["noun"], count.object or count.subject)
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


def _with_months(
    text: str, before: Sequence[Quantity], mean: Quantity, match: re.Match[str]
) -> Sequence[Quantity]:
    """The figures in front, the months that a period spans among them where a mean is of months."""
    if _per(match) != "月" or any(one.unit == "个月" for one in before):
        return before
    totals = [one for one in before if _is_total(one, mean)]
    since = max(text.rfind(sign, 0, mean.start) for sign in "。！？；\n") + 1
    spans = list(_SPAN.finditer(text, since, totals[-1].start)) if totals else []
    if not spans or not (months := _months(spans[-1])):
        return before
    value = Fraction(months)
    if not 1 < 2 * totals[-1].value / (mean.value * value or 1) < _FAR:
        return before  # a mean of something else: 月均700元 a head
    start, end = spans[-1].span()
    lead = replace(
        totals[-1],
        start=start,
        end=end,
        value=value,
        slack=Fraction(0),
        unit="个月",
        digits=(start, end),
        places=0,
        scale=1,
        hedge=Hedge.NONE,
        role=Role.LEVEL,
        is_chinese=True,
    )
    return sorted([*before, lead], key=lambda one: one.start)


def _months(span: re.Match[str]) -> int:
    if span["head"]:
        return value_of(span["head"]) or 0
    if span["first"]:
        return int(span["last"]) - int(span["first"]) + 1
    return {"全年": 12, "上半年": 6, "下半年": 6, "前三季度": 9}.get(span[0], 3)


def _per(match: re.Match[str]) -> str:
    """What a mean is per."""
    told = match.groupdict()
    return told["per"] or told.get("each") or ""


def _without(noun: str, counted: str) -> str:
    """The noun of a mean without the thing counted: 项目投资 of 5个项目 leaves 投资."""
    tail = counted[-len("项目") :]
    return noun.removeprefix(tail) if tail and not _GAIN.search(tail) else noun


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
    per = _per(match)
    noun = match["noun"] if per == "个" else per
    told = count.object + count.subject
    return any(sign in told for sign in _strip(noun)[:2])
