"""Changes: from how much to how much, by how much, at what rate."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desk.checks.figures.groups import Group, groups_in, is_negative
from desk.checks.quantities.model import Quantity, Role
from desk.checks.quantities.units import DOUBLINGS, PERCENT, POINTS, RATES, TIMES

_CHANGE = (
    r"增长|增加|增收|增支|减支|[多少](?:收|征|产|销)|多完成|增产|净增|上升|上涨|提高|提升|扩大|扩展|加快|攀升|回升|增幅|涨幅|升幅|升高|延长|增速|幅度"
    r"|下降|减少|降低|下滑|下跌|回落|缩短|缩小|压缩|压减|精简|收窄|降幅|跌幅|减幅|减产|减收|缩减"
    r"|[多少高低快慢涨降升减增]|高出|高于|低于|翻|是|为|达|相当于"
)
_ONCE = r"(?:上年|去年|年初|上月|同期|同月|原来|以前|前|末|\x00)"
_AGAINST = rf"(?:[比较与于][^，。；、）)\d]{{0,14}}?{_ONCE}+|{_ONCE}+)"
_RESULT = re.compile(
    r"^[）)，、,（(\s和并而且]*(?:同比|环比|[比较]?上年|[比较]?同期|[比较]此前)?(?:是|为|相当于)?"
    rf"{_AGAINST}?(?:的|分别|则|净|共|总体|整体|也|更|直接|大幅|约)*(?:{_CHANGE})*"
    r"率?[了近约超逾达到至为是出的过]*(?:大约|将近|接近|不足|不到|超过|幅度为?|比例为?|原来的|过去的|以前的)*$"
)
_NOW = re.compile(r"(?:今年|本年|本月|目前|现在|现|本期|当前|如今|达|为|\x00)[^，。；、]{0,12}$")
_PERIOD_ONLY = re.compile(
    r"^[，,（(]?(?:而|[较比])?(?:去年|上年|上月|上季度|前年|同期|上半年)[^，。；、]{0,9}$"
)
_HIGHER = re.compile(r"(?:高于|低于|高出|多于|少于|比)[^，。；、\d]{1,12}[（(]$")
_BASES = {
    "end": re.compile(r"年[初末底]|期初"),
    "month": re.compile(r"环比|上个?月|上周|上个?季度|前一[日周月天]|节前"),
    "year": re.compile(r"同比|[去上前]年|上一年|同期"),
}
_ADDED = re.compile(r"(?:新增|增加|净增|减少|压减|精简)[^，。；、\d]{0,8}$")
_LOOSE = re.compile(
    r"可比|不变价|同口径|同比口径|扣除|剔除|名义|实际增|还原|年均|平均每年|复合|分别|依次"
)
_REAL = re.compile(r"生产总值|增加值|GDP|农林牧渔业总产值")  # grown at constant prices unsaid


@dataclass(frozen=True, slots=True)
class Change:
    """A change as it is told.

    Attributes:
        then: what it was, None where it isn't told.
        now: what it is.
        results: what is said to follow: differences, rates, multiples, in order.
        others: figures that may be meant instead of ``now``.
    """

    then: Quantity | None
    now: Quantity
    results: tuple[Quantity, ...]
    others: tuple[Quantity, ...] = ()

    @property
    def span(self) -> tuple[int, int]:
        """From the first of its figures to the last."""
        figures = [self.now, *self.results, *([self.then] if self.then else [])]
        return min(one.start for one in figures), max(one.end for one in figures)


def changes_in(text: str, quantities: tuple[Quantity, ...]) -> Iterator[Change]:
    """Yield the changes whose figures stand side by side."""
    for group in groups_in(text, quantities):
        if len(group) > 1:
            for change in _in_group(text, group):
                if _is_checkable(text, group, change):
                    yield change


def _in_group(text: str, group: Group) -> Iterator[Change]:
    place = 0
    while place < len(group) - 1:
        pair = _pair(text, group, place)
        if pair:
            then, now = pair
            results = _results(group, place + 2, now, _basis(then.before))
            lead = _told_first(group, place)
            yield Change(then, now, lead + results, _others(group, place - len(lead), now))
            place += 2 + len(results)
            continue
        results = _results(group, place + 1, group[place])
        if results and group[place].role is not Role.FROM:
            yield _told_late(group, place, results)
            place += len(results)
        place += 1


def _pair(text: str, group: Group, place: int) -> tuple[Quantity, Quantity] | None:
    """What was and what is, where two neighbours of one unit say so."""
    one, two = group[place], group[place + 1]
    if one.unit != two.unit or one.unit in (POINTS, TIMES, DOUBLINGS):
        return None
    gap = text[one.end : two.start]
    if two.role is Role.TO and (one.role is Role.FROM or "，" not in gap):
        return one, two
    if _is_before(group, place + 1):
        return None if one.role in (Role.FROM, Role.BY, Role.RATE) else (two, one)
    if one.role is Role.FROM and not re.search("[比较]", one.before) and _NOW.search(two.before):
        return one, two
    return None


def _is_before(group: Group, place: int) -> bool:
    """Whether a figure tells how much it was: 比去年的8件, 8月为8件, 高于全市（8%）, 是8件的3倍."""
    one = group[place]
    following = group[place + 1] if place + 1 < len(group) else None
    if one.role in (Role.BY, Role.RATE, Role.TO) or following is None:
        return False
    if one.role is Role.FROM and re.search("[比较]|(?:年|期|月|季度)[^，。；、]{0,6}$", one.before):
        return True
    if following.unit == TIMES and following.before == "的":
        return bool(re.match("[，,]?(?:是|为|相当于|达到?)", one.before))
    if re.match(r"[，,（(]?\x00", one.before):
        return bool(re.search("同比|环比", following.before))
    return bool(_PERIOD_ONLY.match(one.before) or _HIGHER.search(one.before))


def _basis(before: str) -> str:
    """What kind of time a figure is compared with: the year before, its end, the month before."""
    return next((kind for kind, words in _BASES.items() if words.search(before)), "")


def _results(group: Group, place: int, now: Quantity, basis: str = "") -> tuple[Quantity, ...]:
    """The figures from a place on that tell how ``now`` came about, on one basis."""
    bases = {basis} if basis else set()
    found: list[Quantity] = []
    for one in group[place:]:
        fits = _fits(one, now) and _RESULT.match(one.before)
        is_again = any(one.role is known.role and one.unit == known.unit for known in found)
        bases |= {_basis(one.before)} - {""}
        if not fits or is_again or len(bases) > 1:  # a second rate has a basis of its own
            break
        found.append(one)
    return tuple(found)


def _fits(one: Quantity, now: Quantity) -> bool:
    if one.unit in (TIMES, DOUBLINGS):
        return now.unit not in (TIMES, DOUBLINGS, POINTS)
    if one.unit == POINTS:
        return now.unit in RATES
    if one.unit == PERCENT and one.role is Role.RATE:
        return now.unit not in (PERCENT, POINTS, TIMES, DOUBLINGS)
    return one.unit == now.unit and one.role is Role.BY


def _told_first(group: Group, place: int) -> tuple[Quantity, ...]:
    """A difference that is told before its change: 新增床位250张，由400张增加到650张."""
    if not place or not re.match("[，,（(]?[由从]", group[place].before):
        return ()
    lead = group[place - 1]
    if lead.unit != group[place].unit or not _ADDED.search(lead.before):
        return ()
    return (replace(lead, role=Role.BY),)


def _told_late(group: Group, place: int, results: tuple[Quantity, ...]) -> Change:
    """A change whose beginning is told last: 3.12亿元，增长30%，去年同期为2.4亿元."""
    now, after = group[place], place + 1 + len(results)
    last = group[after] if after < len(group) else None
    if last and last.unit == now.unit and _PERIOD_ONLY.match(last.before):
        return Change(last, now, results)
    return Change(None, now, results)


def _others(group: Group, place: int, now: Quantity) -> tuple[Quantity, ...]:
    return tuple(one for one in group[:place] if one.unit == now.unit)


def _is_checkable(text: str, group: Group, change: Change) -> bool:
    """Whether plain figures are told, of the same scope and at the same prices."""
    figures = [change.now, *change.results, *([change.then] if change.then else [])]
    if any(is_negative(text, one) or one.is_range for one in figures):
        return False
    start = max(text.rfind("。", 0, group[0].start), text.rfind("；", 0, group[0].start)) + 1
    around = re.split("[；。]", text[start : change.span[1] + 8])[0]
    if not change.results and change.now.role is not Role.TO:
        return False
    return not _LOOSE.search(around) and not _REAL.search(around)
