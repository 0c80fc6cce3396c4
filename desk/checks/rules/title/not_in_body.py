"""T07: the title names a figure, place or unit that the body doesn't have."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate, combinations, pairwise
from math import lcm

from desk.checks.dates import DateMention
from desk.checks.indicators import TOWN
from desk.checks.masks import HAN
from desk.checks.passage import Field
from desk.checks.quantities.model import Quantity, Role
from desk.checks.quantities.units import COUNTED, PERCENT, POINTS, RATES
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.sums import Interval, meant, result
from desk.checks.whole import Whole

_PLACE = re.compile(
    rf"(?<![{HAN}])(?:[{HAN}]{{2,3}}?[县市区])?(?P<name>[{HAN}]{{2,3}})(?P<of>{TOWN}|街道)(?![级域政里内])"
)
_NAMED = re.compile(rf"(?P<name>[{HAN}]{{2,3}})(?P<of>{TOWN}|街道)(?![级域政里内村])")
_UNIT = re.compile(
    rf"^(?:[{HAN}]{{2,3}}?[县市区])(?P<name>[{HAN}]{{2,10}}?(?:局(?![部势面])|委员会|法院|检察院|大队|中心|联合会|总工会))"
)
_BODY_UNIT = re.compile(
    rf"(?:[{HAN}]{{2,3}}?[县市区]|[县市区])(?P<name>[{HAN}]{{2,10}}?(?:局(?![部势面])|委员会|法院|检察院|大队|中心|联合会|总工会))"
)
_COUNTY = re.compile(rf"[{HAN}]{{2,4}}?县(?![级域里城委])")
_LIMIT = re.compile(r"[起前后至到—－～-]|以[前后来]|之[前后]")
_COUNTS = re.compile(
    r"^(?:大|项|个|条|招|点|种|步)*(?:举措|措施|做法|招|办法|方面|抓手|到位|模式|机制|行动|工程|字诀)|^[+＋]"
)
_OWN_WORDS = re.compile(rf"[{HAN}]")
_TIMES = frozenset(
    {"天", "小时", "个小时", "分钟", "秒", "年", "个月", "周", "个工作日", "工作日", "岁", "级"}
)
_ALL = 100  # per cent: the body may say 全部
_FEW_ALIKE = Fraction(1, 4)  # of its characters
_NAME = len("云岭县")
_LEAST = 8  # characters of a title that says what it is about
_MOST = 24  # figures of a body of which sums are tried

_Ends = tuple[int, int]


def judge(whole: Whole) -> Iterator[Hit]:
    """Look for every figure of the title in the body, then for its place and its unit."""
    title, body = whole.title, whole.body
    for one in title.quantities:
        if _may_miss(title.own, one) and not _is_told(one, body.quantities):
            yield _figure(whole, one)
    yield from _places(whole)
    yield from _county(whole)
    yield from _days(whole)
    yield from _units(whole)
    yield from _nothing_alike(whole)


def _may_miss(title: str, one: Quantity) -> bool:
    """Whether a figure states something: not the number of a slogan, nor words for a share."""
    if one.is_chinese or "\x00" in title[one.start : one.end]:
        return False
    is_all = one.unit == PERCENT and one.value == _ALL
    if one.value == 1 or one.unit in _TIMES or is_all:
        return False
    is_number_alone = not one.unit and one.scale == 1 and not one.places
    return not is_number_alone and not _COUNTS.match(title[slice(one.digits[1], one.end + 6)])


def _is_told(one: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether the body tells a figure or the ones it is made of."""
    told = _printed(one)
    alike = [other for other in others if _is_alike(one, other)]
    if any(told.meets(_printed(other)) for other in alike):
        return True
    if one.unit in (PERCENT, POINTS) or one.unit in RATES:
        return _is_worked_out(one, others)
    amounts = [other for other in alike if not other.is_chinese][:_MOST]
    printed, *parts = _in_whole_numbers([told, *map(meant, amounts)])
    return any(
        _meet(printed, _added(two, another)) or _meet(printed, _apart(two, another))
        for two, another in combinations(parts, 2)
    ) or any(
        _meet(printed, together)
        for start in range(len(parts))
        for together in list(accumulate(parts[start:], _added))[2:]
    )


def _printed(one: Quantity) -> Interval:
    """What a figure may stand for: 36家 is never 35家, 3.6万家 may be 3.56万家."""
    return meant(one) if one.is_count and one.is_exact else result(one)


def _in_whole_numbers(intervals: Sequence[Interval]) -> list[_Ends]:
    """The ends of intervals, all scaled by one number: many times faster than fractions."""
    ends = [end for one in intervals for end in (one.low, one.high)]
    by = lcm(*(end.denominator for end in ends))
    scaled = [end.numerator * (by // end.denominator) for end in ends]
    return list(zip(scaled[::2], scaled[1::2], strict=True))


def _meet(one: _Ends, other: _Ends) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _added(one: _Ends, other: _Ends) -> _Ends:
    return one[0] + other[0], one[1] + other[1]


def _apart(one: _Ends, other: _Ends) -> _Ends:
    low, high = one[0] - other[1], one[1] - other[0]
    return (low, high) if high >= 0 else (-high, -low)


def _is_alike(one: Quantity, other: Quantity) -> bool:
    if one.unit == other.unit or not one.unit or not other.unit:
        return True
    return one.unit in COUNTED and other.unit in COUNTED


def _is_worked_out(one: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether two figures of the body give the rate: a share, a growth or a difference."""
    told = result(one)
    rates = [other for other in others if other.unit == PERCENT][:_MOST]
    printed, *ends = _in_whole_numbers([told, *map(meant, rates)])
    if any(_meet(printed, _apart(two, another)) for two, another in combinations(ends, 2)):
        return True
    amounts = [other for other in others if other.unit not in RATES and other.value][:_MOST]
    for two, another in combinations(amounts, 2):
        if two.unit != another.unit:
            continue
        share = 100 * min(two.value, another.value) / max(two.value, another.value)
        growth = 10_000 / share - 100
        if any(told.low <= rate <= told.high for rate in (share, 100 - share, growth)):
            return True
    return False


def _figure(whole: Whole, one: Quantity) -> Hit:
    text = whole.title.text[one.start : one.end]
    near = [
        other
        for other in whole.body.quantities
        if other.unit == one.unit and other.role is not Role.FROM and other.value
    ]
    near = [other for other in near if one.value / 10 <= other.value <= one.value * 10]
    near.sort(key=lambda other: (abs(other.value - one.value), other.start))
    choices = tuple(dict.fromkeys(whole.body.text[each.start : each.end] for each in near[:3]))
    hint = f"，正文相近的数字是{choices[0]}" if choices else ""
    message = f"标题中的“{text}”在正文里找不到{hint}，请核对。"
    return Hit(one.start, one.end, message, field=Field.TITLE, choices=choices)


def _places(whole: Whole) -> Iterator[Hit]:
    """A town at the head of the title that the body replaces by another."""
    place = _PLACE.match(whole.title.text)
    if place is None or place["name"] in whole.body.text:
        return
    others = [one[0] for one in _NAMED.finditer(whole.body.text) if one["of"] == place["of"]]
    if others and not any(place["name"] in unit for unit in whole.context.units):
        start = place.start("name")
        message = (
            f"标题写“{whole.title.text[start : place.end()]}”，正文没有提到，写的是“{others[0]}”。"
        )
        yield _word(start, place.end(), message)


def _county(whole: Whole) -> Iterator[Hit]:
    """A county at the head of the title that neither the body nor the sender is of."""
    county = _COUNTY.match(whole.title.text)
    if county is None:
        return
    senders = "".join(whole.context.units)
    named = _COUNTY.match(senders)
    name = county[0][-_NAME:]  # 今夏云岭县 ends in it
    if named and name not in whole.body.text + senders and named[0] in whole.body.text:
        message = f"标题写“{county[0]}”，正文没有提到，写的是“{named[0]}”。"
        yield _word(*county.span(), message)


def _days(whole: Whole) -> Iterator[Hit]:
    """A day in the title that the body, which names others, doesn't have."""
    told = {(one.month, one.day) for one in whole.body.dates}
    event = whole.context.event_date
    happened = (event.month, event.day) if event else None
    if not told:
        return
    for one in whole.title.dates:
        day = f"{one.day}日"
        is_limit = _LIMIT.match(whole.title.text, one.end)
        if is_limit or (one.month, one.day) in told or (one.month, one.day) == happened:
            continue
        if not re.search(rf"(?<!\d){day}", whole.body.text) and not _between(one, told):
            words = whole.title.text[one.start : one.end]
            yield _word(one.start, one.end, f"标题写“{words}”，正文没有这一天，请核对。")


def _between(one: DateMention, told: set[tuple[int, int]]) -> bool:
    """Whether a day lies among those the body names: 9月9日至12日."""
    return min(told) < (one.month, one.day) < max(told)


def _units(whole: Whole) -> Iterator[Hit]:
    """A unit at the head of the title that the body replaces by another."""
    unit = _UNIT.match(whole.title.text)
    if (
        unit is None
        or re.search("[镇乡村]", unit["name"])
        or any(_stands_for(unit["name"], one) for one in whole.context.units)
    ):
        return
    named = list(_BODY_UNIT.finditer(whole.body.text))
    told = {one["name"] for one in named}
    core = unit["name"].removesuffix("局").removesuffix("委员会")
    if told and not _is_named(core, whole.body.text):
        start, end = unit.span("name")
        message = f"标题写“{unit['name']}”，正文没有提到，写的是“{named[0][0]}”。"
        yield _word(start, end, message)


def _is_named(core: str, text: str) -> bool:
    """Whether a text names a unit, in short or in full."""
    reach = len(core) * 3
    begins = [place for place, sign in enumerate(text) if sign == core[0]]
    return any(_stands_for(core, text[place : place + reach]) for place in begins)


def _stands_for(short: str, full: str) -> bool:
    """Whether the characters of a short name stand in a full one in order: 医保, 医疗保障."""
    signs = iter(full)
    return all(sign in signs for sign in short)


def _nothing_alike(whole: Whole) -> Iterator[Hit]:
    """A title of which hardly a character stands in the body."""
    title, body = whole.title.text, whole.body.text
    told = _OWN_WORDS.findall(re.sub(rf"^[{HAN}]{{2,3}}?(?:县|市|镇|乡|街道)", "", title))
    if len(told) < _LEAST:
        return
    pairs = sum("".join(pair) in body for pair in pairwise(told))
    if not pairs and sum(sign in body for sign in told) < _FEW_ALIKE * len(told):
        message = "标题说的事在正文里找不到，请核对题文是否一致。"
        yield Hit(0, len(title), message, field=Field.TITLE, severity=Severity.INFO)


def _word(start: int, end: int, message: str) -> Hit:
    return Hit(start, end, message, field=Field.TITLE, severity=Severity.WARNING)


RULE = Rule(
    code="T07",
    name="题文不一致",
    severity=Severity.ERROR,
    summary="标题里的数字、地名、单位在正文里都有，而且一致。",
    reason="标题是正文的浓缩，标题有而正文没有，读者无从核对。",
    source="种子规则：题文一致，内容、程度一样",
    bad="云岭县新建农村公路126公里\n截至10月底，云岭县新建农村公路162公里，打通断头路14条。",
    good="云岭县新建农村公路162公里\n截至10月底，云岭县新建农村公路162公里，打通断头路14条。",
    judge=judge,
    needs=Need.WHOLE,
)
