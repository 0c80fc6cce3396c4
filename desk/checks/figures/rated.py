"""Totals of a fixed rate: so many things at so much each make so much."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desk.checks.figures.groups import groups_in
from desk.checks.quantities.model import Quantity, Role
from desk.checks.quantities.units import DOUBLINGS, POINTS, RATES, TIMES

_EACH = re.compile(
    r"每(?:一)?(?P<per>公里|平方米|立方米|吨|亩|[人户家件次场期组村所辆名位座台个头株条处批支套口棵只])(?P<noun>[^，。；、\d]{0,8})$"
)
_SUM = re.compile(r"(?:共计?|合计|总计|一共|累计)[^，。；、\d占]{0,8}$")
_PAID = re.compile(
    r"(?:发放|兑付|兑现|拨付|下达|补助|补贴|奖励|落实|安排|支付|筹集|投入)[^，。；、\d]{0,8}$"
)
_FOR = re.compile(r"(?:[为对给向]|共有?|涉及|补助|补贴|奖励)[^，。；、\d]{0,10}$")
_LOOSE = re.compile(
    r"最[高低多少]|上限|封顶|不超|不低|不等|上浮|下浮|分别|其中|另|增加|提高|[日天月年]"
)
_NO_AMOUNT = RATES | {POINTS, TIMES, DOUBLINGS, ""}


@dataclass(frozen=True, slots=True)
class Rated:
    """A total with the rate and the count that make it."""

    total: Quantity
    rate: Quantity
    count: Quantity


def rated_in(text: str, quantities: Sequence[Quantity]) -> Iterator[Rated]:
    """Yield 28个村每村补助5万元，共补助140万元, or 按每亩150元，为2.4万亩发放补贴360万元."""
    for group in groups_in(text, quantities):
        for place in range(len(group) - 2):
            one, two, total = group[place : place + 3]
            start = one.start - len(one.before)
            told = text[start : total.start]
            if not _is_total(total) or _LOOSE.search(told):
                continue
            if _is_rate(two, one) and total.unit == two.unit and _SUM.search(total.before):
                yield Rated(total, two, one)
            elif (
                _is_rate(one, two)
                and total.unit == one.unit
                and _FOR.search(two.before)
                and two.clause == total.clause
                and _PAID.search(total.before)
            ):
                yield Rated(total, one, two)


def _is_total(one: Quantity) -> bool:
    is_plain = one.role is Role.LEVEL and one.unit not in _NO_AMOUNT and not one.is_range
    return is_plain and not re.match("[（(，]?(?:其中)?(?:含|包括)", one.after)


def _is_rate(rate: Quantity, count: Quantity) -> bool:
    """Whether a figure is told for each of the things that another counts."""
    match = _EACH.search(rate.before)
    if not match or rate.unit == count.unit or not (rate.is_exact and count.is_exact):
        return False
    per = {"名": "人", "位": "人"}.get(match["per"], match["per"])
    if count.role is not Role.LEVEL or count.unit in _NO_AMOUNT:
        return False
    return per == count.unit or (count.unit == "个" and per in count.object + "个")
