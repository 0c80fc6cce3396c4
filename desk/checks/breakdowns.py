"""Totals told together with their parts: “62件，其中A类35件、B类27件”."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from desk.checks.figures.groups import groups_in
from desk.checks.indicators import VERB
from desk.checks.industries import industries_in
from desk.checks.outcomes import PLAIN, by_times_in, is_undone, outcomes_in
from desk.checks.passage import Passage
from desk.checks.quantities.model import Quantity
from desk.checks.quantities.units import DOUBLINGS, POINTS, RATES, TIMES
from desk.checks.sums import Interval, added, result, total

_OF_THEM = re.compile(r"其中(?:[：，])?")
_OPEN = re.compile(
    r"^[^，。；、\d]{0,6}等(?![级额距候于])|^[^，。；、\d]{0,4}(?:以[上下]|及以[上下])"
)
_SOME = re.compile(r"各|每|主要|包括|包含|重点|仅|如|有的|以[上下]|超过|达到|最|累计|新增|分别")
_REST = re.compile(r"其余|剩余|余下|剩下|其他|其它|尚余|另外的")
_LEFT = re.compile(r"其余|剩余|余下|剩下|尚余")
_TOGETHER = re.compile(
    r"(?:(?P<count>[两三四五六七八九十])(?:项|者|类|批|个方面|笔)?(?:合计|共计?|相加|总计)"
    r"|(?P<times>[两三四五六七八九十])(?:年|期|届|个?季度|个月|轮)(?:累计|合计|共计?)|合计|总计|总共|一共"
    r"|(?P<weak>(?<![公中])共计?(?!同|享|建|青|有产权|和|识)))[^，。；、：\d]{0,6}$"
)
_DONE = re.compile(
    r"被|获|经|已|采用|录用|报送|上报|约谈|责令|警告|通报|罚款|移[交送]|答复|回访|进行|参加"
)
_WIDER = re.compile(r"全[县市镇乡省区年]|累计|今年|历年")
_ONE_SIDED = (
    ("女", "男"),
    ("党员", "群众"),
    ("少数民族", "汉族"),
    ("脱贫", "一般"),
    ("残疾", "健全"),
)
_BESIDE = re.compile(r"[^，。；、：\d（）()]{0,10}")
_NO_AMOUNT = RATES | {POINTS, TIMES, DOUBLINGS, "", "年", "天", "岁", "小时", "分钟", "个月"}
_ANY = frozenset(["个", "件", "起", "处", "项", "条", "宗", "例", "次"])
_HOLDS = re.compile(r"^[，：（(]?(?:包括|包含|分为|分别[为是])")
_STAGE = re.compile(r"试|录|入围|通过|合格|检|体|[到受收发]|新增|最|一季度|[上下]半年|\x00")
_LEVELS = re.compile(r"一等.*二等.*三等|(?:中央|省级).*(?:县级|自筹|县财政|县本级)")
_ALL = re.compile(r"共|总|合计")
_CLOSE = Fraction(5, 100)
_NEAR = Fraction(15, 100)
_SHORT = 10  # characters of a kind with what leads to it
_MUCH = Fraction(8, 5)  # parts that are more tell of something else
_FEW = 4  # figures in front of the rest, the total among them
_MOST = 8  # parts of which every choice is tried
_LEAST, _LONGEST = 2, 24  # parts of a total; figures around it that may be its parts


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A total and its parts, which don't make it."""

    total: Quantity
    parts: tuple[Quantity, ...]


def broken_down(body: Passage) -> Iterator[Breakdown]:
    """Yield the totals that their parts don't make, each once."""
    found: dict[int, Breakdown] = {}
    for one in (
        *_of_them(body),
        *_beside(body),
        *_summed(body),
        *_with_rest(body),
        *_in_row(body),
        *_in_full(body),
        *(Breakdown(*one) for one in industries_in(body) if not fits(*one)),
    ):
        found.setdefault(one.total.start, one)
    yield from found.values()


def fits(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the parts make the total within what their precision allows.

    Beside a total as fine as the finest part, 1.7 stands for 1.70.
    """
    units = {one.printed_unit for one in (whole, *parts)}
    finest = max(one.places for one in parts)
    if len(units) == 1 and finest <= whole.places and all(one.is_exact for one in parts):
        value = added(one.value for one in parts)
        slack = len(parts) * min(one.slack for one in (whole, *parts))
        slack = Fraction(0) if all(one.is_count for one in parts) else slack
        together = Interval(value - slack, value + slack)
    else:
        together = total(parts)
    printed = result(whole)
    if together.low == together.high:
        return together.meets(printed)
    return together.low < printed.high and printed.low < together.high  # not all by half a unit


def _of_them(body: Passage) -> Iterator[Breakdown]:
    """Yield what 其中 breaks down: “…62件，其中A类35件、B类27件”."""
    marks = list(_OF_THEM.finditer(body.text))
    for place, mark in enumerate(marks):
        stop = _sentence_end(body.text, mark.end())
        if place + 1 < len(marks):
            stop = min(stop, marks[place + 1].start())
        if _SOME.match(body.text, mark.end()):
            continue
        for parts in _parts(body, mark.end(), stop):
            wholes = _wholes(body, mark.start(), parts[0].unit)
            found = _judged(body, wholes, parts)
            if found:
                yield found


def _beside(body: Passage) -> Iterator[Breakdown]:
    """Yield what brackets or a colon break down: “64个（城区18个、乡镇46个）”."""
    for whole in body.quantities:
        if whole.unit in _NO_AMOUNT or whole.role not in PLAIN:
            continue
        link = _BESIDE.match(body.text, whole.end)
        start = link.end() if link else whole.end
        sign = body.text[start : start + 1]
        if sign not in ("（", "(", "："):
            continue
        stop = _sentence_end(body.text, start)
        if sign != "：":
            close = re.compile("[）)]").search(body.text, start, stop)
            stop = close.start() if close else start
        inside = body.text[start + 1 : stop]
        if "其中" in inside or _SOME.match(inside):
            continue
        for parts in _parts(body, start, stop):
            if parts[0].unit == whole.unit:
                found = _judged(body, [whole], parts, is_closed=sign != "：")
                yield from [found] if found else []


def _summed(body: Passage) -> Iterator[Breakdown]:
    """Yield totals of what stands in front: “A 3家、B 5家，合计8家”."""
    for whole in body.quantities:
        mark = _TOGETHER.search(whole.before)
        if not mark or whole.unit in _NO_AMOUNT or whole.role not in PLAIN:
            continue
        if mark["weak"] and _WIDER.search(whole.before):
            continue
        parts = _in_front(body, whole)
        if mark["times"] and len(parts) < _number(mark["times"]):
            continue
        if mark["count"]:
            parts = parts[-_number(mark["count"]) :]
        choices = [parts[place:] for place in range(len(parts) - 1)]
        every_other = [some[::step] for some in choices for step in (2, 3) if len(some) > step]
        if not choices or any(fits(whole, some) for some in (*choices, *every_other)):
            continue
        nearest = min(choices, key=lambda some: _gap(whole, some))
        if _gap(whole, nearest) <= _NEAR or (mark["count"] and len(parts) >= _LEAST):
            yield Breakdown(whole, tuple(nearest))


def _number(sign: str) -> int:
    return "一二三四五六七八九十".index(sign.replace("两", "二")) + 1


def _in_front(body: Passage, whole: Quantity) -> list[Quantity]:
    """The figures of the same unit that lead up to a total, in its sentence."""
    parts: list[Quantity] = []
    before = [one for one in body.quantities if one.end <= whole.start]
    for one in reversed(before[-_LONGEST:]):
        if one.sentence != whole.sentence or "其中" in body.text[one.end : whole.start]:
            break
        if one.unit == whole.unit:
            if one.role not in PLAIN or _OPEN.match(one.after):
                break
            parts.insert(0, one)
    return parts


def _with_rest(body: Passage) -> Iterator[Breakdown]:
    """Yield totals that a part and the rest should make: “412处，整改375处，其余37处”."""
    for rest in body.quantities:
        if rest.unit in _NO_AMOUNT or rest.role not in PLAIN:
            continue
        if not _LEFT.search(rest.before) and not is_undone(body, rest):
            continue
        before = [
            one
            for one in body.quantities
            if one.end <= rest.start
            and rest.sentence - 1 <= one.sentence
            and one.unit == rest.unit
            and one.role in PLAIN
            and "\n" not in body.text[one.end : rest.start]
        ]
        if not _LEAST <= len(before) <= _FEW or any(
            _fits_somehow(before, place, rest) for place in range(len(before) - 1)
        ):
            continue
        whole, parts = before[0], (*before[1:], rest)
        is_most = whole.value > max(one.value for one in parts)
        if _gap(whole, parts) <= _NEAR and is_most:
            yield Breakdown(whole, parts)


def _in_full(body: Passage) -> Iterator[Breakdown]:
    """Yield totals of which every outcome, or the part of every time, is told."""
    for whole, parts in (*outcomes_in(body), *by_times_in(body)):
        made = any(fits(whole, parts[:count]) for count in range(_LEAST, len(parts) + 1))
        if (
            not made
            and _gap(whole, parts) <= _NEAR
            and whole.value > max(one.value for one in parts)
        ):
            yield Breakdown(whole, parts)


def _in_row(body: Passage) -> Iterator[Breakdown]:
    """Yield totals whose kinds follow at once: “共46个，一等奖5个、二等奖15个、三等奖25个”."""
    for group in groups_in(body.text, body.quantities):
        for place, whole in enumerate(group):
            is_first = not place or group[place - 1].unit != whole.unit
            if not is_first or whole.unit in _NO_AMOUNT or whole.role not in PLAIN:
                continue
            others = (at for at in range(place + 1, len(group)) if group[at].unit != whole.unit)
            row = group[place + 1 : next(others, len(group))][:_LONGEST]
            least = _LEAST if row and _HOLDS.match(row[0].before) else _LEAST + 1
            if len(row) < least or not _are_kinds(body, whole, row):
                continue
            made = any(fits(whole, row[:count]) for count in range(_LEAST, len(row) + 1))
            if not made and _gap(whole, row) <= _CLOSE and _is_all(whole, row):
                yield Breakdown(whole, tuple(row))


def _is_all(whole: Quantity, row: Sequence[Quantity]) -> bool:
    """Whether nothing is left out: the words say so, or the kinds are more than there are."""
    if _HOLDS.match(row[0].before) or _LEVELS.search("".join(one.before for one in row)):
        return True
    return bool(_ALL.search(whole.before)) and sum(one.value for one in row) > whole.value


def _are_kinds(body: Passage, whole: Quantity, row: Sequence[Quantity]) -> bool:
    """Whether figures follow a total as its kinds, each told by a short noun."""
    text = body.text[whole.end : row[-1].start]
    if re.search("其中|占|同比|较|比", text) or _OPEN.match(row[-1].after):
        return False
    return not any(
        one.role not in PLAIN
        or len(one.before) > _SHORT
        or VERB.search(_HOLDS.sub("", one.before))
        or _STAGE.search(one.before)
        or _SOME.search(_HOLDS.sub("", one.before))
        for one in row
    )


def _fits_somehow(before: Sequence[Quantity], place: int, rest: Quantity) -> bool:
    """Whether a figure is the rest and some of those between them."""
    between = before[place + 1 :][-_MOST:]
    return any(
        fits(before[place], (*some, rest))
        for count in range(1, len(between) + 1)
        for some in combinations(between, count)
    )


def _parts(body: Passage, start: int, stop: int) -> Iterator[list[Quantity]]:
    """Yield the figures between two places, unit by unit, unless the list is open."""
    inside = [one for one in body.quantities if start <= one.start and one.end <= stop]
    inside = [one for one in inside if one.role in PLAIN]
    amounts = [one for one in inside if one.unit not in _NO_AMOUNT]
    depth = [
        body.text.count("（", start + 1, one.start) - body.text.count("）", start + 1, one.start)
        for one in amounts
    ]
    amounts = [one for one, deep in zip(amounts, depth, strict=True) if deep <= 0]
    if any(_OPEN.match(body.text[one.end : one.end + 12]) for one in amounts):
        return
    for unit in dict.fromkeys("个" if one.unit in _ANY else one.unit for one in amounts):
        parts = [one for one in amounts if _alike(one.unit, unit)]
        if len(parts) >= _LEAST and not any(_SOME.search(one.before) for one in parts):
            yield parts


def _wholes(body: Passage, stop: int, unit: str) -> list[Quantity]:
    """The figures of a unit in front, nearest first, back to the sentence before."""
    before = [one for one in body.quantities if one.end <= stop]
    if not before:
        return []
    since = before[-1].sentence
    paragraph = body.text.rfind("\n", 0, stop)
    return [
        one
        for one in reversed(before)
        if one.sentence >= since - 1
        and one.start > paragraph
        and _alike(one.unit, unit)
        and one.role in PLAIN
    ]


def _alike(one: str, other: str) -> bool:
    """Whether two figures may be added; many things are counted by any of several words."""
    return one == other or (one in _ANY and other in _ANY)


def _judged(
    body: Passage,
    wholes: Sequence[Quantity],
    parts: Sequence[Quantity],
    *,
    is_closed: bool = False,
) -> Breakdown | None:
    """The total that is meant, where neither it nor another one fits."""
    firsts = [parts[:count] for count in range(_LEAST, len(parts) + 1)]
    firsts += [parts[::2], parts[1::2]] if len(parts) > _LEAST else []
    if not wholes or any(fits(whole, some) for whole in wholes for some in firsts):
        return None
    if _overlap(body, parts):
        return None
    parts = _of_one_list(body, _up_to_alike(wholes[0], parts))
    if len(parts) < _LEAST:
        return None
    near = [whole for whole in wholes[:_LEAST] if _gap(whole, parts) <= _NEAR]
    if near:
        return Breakdown(near[0], tuple(parts))
    is_closed = is_closed or bool(_REST.search(parts[-1].before))
    is_one_list = "；" not in body.text[parts[0].end : parts[-1].start]
    is_closed = is_closed or (is_one_list and _exceed(wholes[0], parts))
    return Breakdown(wholes[0], tuple(parts)) if is_closed else None


def _up_to_alike(whole: Quantity, parts: Sequence[Quantity]) -> Sequence[Quantity]:
    """The parts before one told like the whole: 教师86人，其中…，临聘教师98人."""
    noun = whole.subject[-_LEAST:]
    if len(noun) < _LEAST or parts[0].subject.endswith(noun):
        return parts
    again = (place for place, one in enumerate(parts) if one.subject.endswith(noun))
    return parts[: next(again, len(parts))]


def _of_one_list(body: Passage, parts: Sequence[Quantity]) -> Sequence[Quantity]:
    """The parts before a semicolon; all, where each item tells its part and a rate."""
    semicolon = body.text.find("；", parts[0].end, parts[-1].start)
    group = [one for one in parts if semicolon < 0 or one.start < semicolon]
    if len(group) >= _LEAST or semicolon < 0:
        return group
    rates = [one.start for one in body.quantities if one.unit in RATES | {POINTS}]
    ends = [*(one.start for one in parts[1:]), _sentence_end(body.text, parts[-1].end)]
    pairs = zip(parts, ends, strict=True)
    each_rated = all(any(one.end < rate < end for rate in rates) for one, end in pairs)
    return parts if each_rated else []


def _exceed(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether kinds of things, told without verbs, are more than there are."""
    together = sum((one.value for one in parts), Fraction(0))
    are_kinds = not any(
        VERB.search(one.before) or _DONE.search(one.before) or len(one.before) > _SHORT
        for one in parts
    )
    return are_kinds and whole.value < together <= whole.value * _MUCH


def _gap(whole: Quantity, parts: Sequence[Quantity]) -> Fraction:
    """How far the parts are from the total, as a share of it."""
    together = added(one.value for one in parts)
    return abs(together - whole.value) / whole.value if whole.value else Fraction(1)


def _overlap(body: Passage, parts: Sequence[Quantity]) -> bool:
    """Whether the kinds named may share members: women and party members."""
    text = body.text[parts[0].start - len(parts[0].before) : parts[-1].end + 8]
    return any(one in text and other not in text for one, other in _ONE_SIDED)


def _sentence_end(text: str, start: int) -> int:
    stop = re.compile(r"[。！？\n]").search(text, start)
    return stop.start() if stop else len(text)
