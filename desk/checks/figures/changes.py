"""Changes: from how much to how much, by how much, at what rate."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desk.checks.figures.groups import Group, groups_in, is_negative
from desk.checks.figures.series import by_periods, is_earlier, respectively, told_apart
from desk.checks.quantities.model import Hedge, Quantity, Role, Trend
from desk.checks.quantities.units import DOUBLINGS, PERCENT, POINTS, RATES, TIMES

_CHANGE = (
    r"增长|增加|增收|增支|减支|[多少](?:收|征|产|销)|多完成|(?<=同比)[多少][^，。；、\d]{1,3}|增产|净增|上升|上涨|提高|提升|扩大|扩展|加快|攀升|上扬|走高|回升|增幅|涨幅|升幅|升高|延长|增速|幅度"
    r"|下降|减少|降低|下滑|下跌|回落|缩短|缩小|压缩|压减|精简|收窄|降幅|跌幅|减幅|减产|减收|缩减|压降|削减|上调|下调|上浮|下浮|跃升|激增|猛增"
    r"|[多少高低快慢涨降升减增]|高出|高于|低于|翻|是|为|达|相当于"
)
_ONCE = r"(?:上年|去年|年初|上月|上季度|同期|同月|原来|以前|全年|前|末|\x00)"
_AGAINST = rf"(?:[比较与于][^，。；、）)\d]{{0,14}}?{_ONCE}+|{_ONCE}+)"
_RESULT = re.compile(
    r"^[）)]?(?:的?(?:平均)?水平)?[）)，、,（(\s和并而且]*(?:[增涨升降]幅|增速)?(?:[两三四五]年)?(?:已|基本|接近)?(?:实现|达到)?(?:同比|环比|[比较]?上年|[比较]?同期|[比较]此前)?(?:是|为|相当于)?"
    rf"{_AGAINST}?(?:的|分别|则|净|共|总体|整体|也|更|直接|大幅|约)*(?:{_CHANGE})*"
    r"率?[了近约超逾达到至为是出的过]*(?:大约|将近|接近|不足|不到|超过|幅度为?|比例为?|原来的|过去的|以前的)*$"
)
_NOW = re.compile(r"(?:今年|本年|本月|目前|现在|现|本期|当前|如今|达|为|\x00)[^，。；、]{0,12}$")
_PERIOD_ONLY = re.compile(
    r"^[，,（(]?(?:而|[较比])?(?:去年|上年|上月|上季度|前年|同期)[^，。；、]{0,9}$"
)
_HIGHER = re.compile(r"(?:高于|低于|高出|多于|少于|比)[^，。；、\d]{1,12}[（(]?$")
_THEIRS = re.compile("^(?:[）)]|的?(?:平均)?水平)")
_TOLD_OF_YEAR = re.compile(
    r"^[，,（(；]?而?(?P<year>\x00+)[初末底度]?(?:仅|只)?(?:[为是有](?=$)|$)"
)
_MONEY = re.compile("值|收入|额|利润|税|资|款|价|费|标准")
_PLAIN_TO = re.compile(
    r"^[，,、]?(?:现|已|现已|总[量数额])?[^，。；、\d\x00]{1,2}(?:至|到|为)(?:了|约|近)?$"
)
_SINCE = re.compile(
    r"^[，,（(]?[由从](?:(?:去年|上年|前年|上月|年初|年前|原来|原先|最初|此前|过去|\x00)[同期末底年全]*的?)*$"
)
_BASES = {
    "end": re.compile(r"年[初末底]|期初"),
    "month": re.compile(r"环比|上个?月|上周|上个?季度|前一[日周月天]|节前"),
    "year": re.compile(r"同比|[去上前]年|上一年|同期"),
}
_ADDED = re.compile(r"(?:新增|增加|净增|减少|压减|精简)[^，。；、\d]{0,8}$")
_LOOSE = re.compile(
    r"可比|不变价|首日|单日|当日|同口径|同比口径|扣除|剔除|名义|实际增|还原|年均|平均每年|复合|分别|依次"
)
_APART = re.compile(  # a clause that tells a figure of its own
    r"，(?:[^，。；\d]{0,24}|[^，。；\d]{2,20}，[^，。；\d]{0,20}(?:增|降|升|减|涨|跌|提高)[^，。；\d]{0,4})\d"
)
_EACH = re.compile(r"^[，,]?(?P<per>每[亩户人家头株棵吨件]|[亩户人]均)")
_REACH = 40  # figures in front among which another one may be meant
_REAL = re.compile(r"生产总值|增加值|GDP|农林牧渔业总产值")  # grown at constant prices unsaid


@dataclass(frozen=True, slots=True)
class Change:
    """A change as it is told.

    Attributes:
        then: what it was, None where it isn't told.
        now: what it is.
        results: what is said to follow: differences, rates, multiples, in order.
        others: figures that may be meant instead of ``now``.
        is_signed: a rate below zero is among them, so that words of change tell no direction.
    """

    then: Quantity | None
    now: Quantity
    results: tuple[Quantity, ...]
    others: tuple[Quantity, ...] = ()
    is_signed: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """From the first of its figures to the last."""
        figures = [self.now, *self.results, *([self.then] if self.then else [])]
        return min(one.start for one in figures), max(one.end for one in figures)


def changes_in(text: str, quantities: tuple[Quantity, ...]) -> Iterator[Change]:
    """Yield the changes whose figures stand side by side, and those of one figure year by year."""
    for group in groups_in(text, quantities):
        if len(group) > 1:
            told = (_signed(text, one) for one in _in_group(text, group))
            yield from (one for one in told if _is_checkable(text, group, one))
            for then, now, said in respectively(text, group):
                if _fits(said, now) and not _REAL.search(now.before):
                    yield Change(then, now, (said,))
    for then, now, said in told_apart(text, quantities):
        change = Change(then, now, (said,))
        if _fits(said, now) and _is_checkable(text, (now, said), change):
            yield change


def _signed(text: str, change: Change) -> Change:
    """A change of rates with those below zero as negative: from -2.1% to 3.4%."""
    then, now = change.then, change.now
    if then is None or now.unit not in RATES or any(one.unit != POINTS for one in change.results):
        return change
    below = [one for one in (then, now) if is_negative(text, one) and one.hedge is Hedge.NONE]
    if not below:
        return change
    then, now = (replace(one, value=-one.value) if one in below else one for one in (then, now))
    return replace(change, then=then, now=now, is_signed=True)


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
        if late := _by_then_now(group, place):
            yield late
            place += 1 + len(late.results)
            continue
        results = _results(group, place + 1, group[place])
        if results and group[place].role is not Role.FROM:
            yield _told_late(text, group, place, results)
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
        is_grown = (
            one.role is Role.RATE and one.trend is Trend.UP and group[place + 2].unit == POINTS
        )
        is_level = one.role not in (Role.FROM, Role.BY, Role.RATE)
        return (two, one) if is_level or is_grown else None
    if one.role is Role.FROM and not re.search("[比较]", one.before) and _NOW.search(two.before):
        return one, two
    return by_periods(text, group, place)


def _is_before(group: Group, place: int) -> bool:
    """Whether a figure tells how much it was: 比去年的8件, 8月为8件, 高于全市（8%）, 是8件的3倍."""
    one = group[place]
    following = group[place + 1] if place + 1 < len(group) else None
    if one.role in (Role.BY, Role.RATE, Role.TO) or following is None:
        return False
    return _is_named_before(group, place, following)


def _is_named_before(group: Group, place: int, following: Quantity) -> bool:
    one = group[place]
    if one.role is Role.FROM and re.search("[比较]|(?:年|期|月|季度)[^，。；、]{0,6}$", one.before):
        return True
    if following.unit == TIMES and following.before in ("的", "）的"):
        return bool(re.match("[，,]?(?:是|为|相当于|达到?)", one.before))
    if re.match(r"[，,（(]?\x00", one.before):
        return "环比" in following.before and is_earlier(one, group[place - 1])
    if match := _HIGHER.search(one.before):
        return match[0][-1] in "（(" or bool(_THEIRS.match(following.before))
    return bool(_PERIOD_ONLY.match(one.before))


def _basis(before: str) -> str:
    """What kind of time a figure is compared with: the year before, its end, the month before."""
    return next((kind for kind, words in _BASES.items() if words.search(before)), "")


def _results(group: Group, place: int, now: Quantity, basis: str = "") -> tuple[Quantity, ...]:
    """The figures from a place on that tell how ``now`` came about, on one basis."""
    bases = {basis} if basis else set()
    found: list[Quantity] = []
    for one in group[place:]:
        fits = _fits(one, now) and _RESULT.match(_without_each(one, group[:place]))
        is_again = any(one.role is known.role and one.unit == known.unit for known in found)
        bases |= {_basis(one.before)} - {""}
        if not fits or is_again or len(bases) > 1:  # a second rate has a basis of its own
            break
        found.append(one)
    return tuple(found)


def _without_each(one: Quantity, front: Group) -> str:
    """The words in front without 每亩, where that is what the figures are told of: 亩产."""
    match = _EACH.match(one.before)
    is_again = match and any(match["per"].strip("每均") in other.before for other in front)
    return one.before[match.end() :] if match and is_again else one.before


def _fits(one: Quantity, now: Quantity) -> bool:
    if one.unit in (TIMES, DOUBLINGS):
        return now.unit not in (TIMES, DOUBLINGS, POINTS)
    if one.unit == POINTS:
        return now.unit in RATES
    if one.unit == PERCENT and one.role is Role.RATE:
        return now.unit not in (PERCENT, POINTS, TIMES, DOUBLINGS)
    return one.unit == now.unit and one.role is Role.BY


def _by_then_now(group: Group, place: int) -> Change | None:
    """A difference told before what it led to: 减少1200万千瓦时，降至4800万千瓦时，下降20%."""
    by, now = group[place], group[place + 1]
    is_told = by.role is Role.BY and now.role is Role.TO and by.unit == now.unit
    if not is_told or not _PLAIN_TO.match(now.before):
        return None
    rates = _results(group, place + 2, now, _basis(by.before))
    return Change(None, now, (by, *rates)) if rates else None


def _told_first(group: Group, place: int) -> tuple[Quantity, ...]:
    """A difference that is told before its change: 新增床位250张，由400张增加到650张."""
    if not place or not re.match("[，,（(]?[由从]", group[place].before):
        return ()
    lead = group[place - 1]
    if lead.role is Role.RATE and _SINCE.match(group[place].before):
        return (lead,) if _fits(lead, group[place]) and _is_about(lead, group[place]) else ()
    if lead.unit != group[place].unit or not _ADDED.search(lead.before):
        return ()
    return (replace(lead, role=Role.BY),)


def _is_about(lead: Quantity, one: Quantity) -> bool:
    """Whether a rate's subject names what a figure counts: 订单量 for 单, 产值 for 元."""
    if one.unit == "元":
        return bool(_MONEY.search(lead.subject))
    return bool(set(lead.subject) & set(one.unit + one.object))


def _told_late(text: str, group: Group, place: int, results: tuple[Quantity, ...]) -> Change:
    """A change whose beginning is told last: 3.12亿元，增长30%，去年同期为2.4亿元."""
    now, after = group[place], place + 1 + len(results)
    last = group[after] if after < len(group) else None
    if (
        last
        and last.unit == now.unit
        and (_PERIOD_ONLY.match(last.before) or _is_of_year(text, last, results[0]))
    ):
        return Change(last, now, results)
    return Change(None, now, results)


def _is_of_year(text: str, last: Quantity, compared: Quantity) -> bool:
    """Whether a figure is told for the very year that a result was compared with."""
    match = _TOLD_OF_YEAR.match(last.before)
    if not match:
        return False
    start = last.start - len(last.before)
    year = text[start + match.start("year") : start + match.end("year")]
    told = text[compared.start - len(compared.before) : compared.start]
    return year.startswith(("19", "20")) and bool(re.search(f"[比较]{year}", told))


def _others(group: Group, place: int, now: Quantity) -> tuple[Quantity, ...]:
    return tuple(one for one in group[max(0, place - _REACH) : place] if one.unit == now.unit)


def _is_checkable(text: str, group: Group, change: Change) -> bool:
    """Whether plain figures are told, of the same scope and at the same prices."""
    figures = [change.now, *change.results, *([change.then] if change.then else [])]
    below = any(is_negative(text, one) and one.value > 0 for one in figures)
    if below or any(one.is_range for one in figures):
        return False
    start = max(text.rfind("。", 0, group[0].start), text.rfind("；", 0, group[0].start)) + 1
    stop = change.span[1] if _APART.match(text, change.span[1]) else change.span[1] + 8
    around = re.split("[；。]", text[start:stop])[0]
    if not change.results and change.now.role is not Role.TO:
        return False
    is_real = change.now.unit not in RATES and bool(_REAL.search(around))
    return not _LOOSE.search(around) and not is_real
