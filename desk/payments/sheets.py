"""The pay sheet (稿酬单): by person or by unit with a column to sign, and item by item."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

from desk.payments.fee import NOTHING, Fee, FeeState
from desk.payments.proposing import told
from desk.payments.rules import FeeRules, Sharing
from desk.scoring.figures import CENT
from desk.stat_table import Head, StatTable, Value
from desk.units import Unit

_NOBODY = "（没有写作者）"
_MONEY = "0.00"
_TO_PAY = (FeeState.CONFIRMED, FeeState.PAID)


@dataclass(frozen=True, slots=True)
class Share:
    """What one person of a unit, or a unit, gets of a fee."""

    name: str
    unit_id: int
    amount: Decimal


def shares(fee: Fee, sharing: Sharing) -> tuple[Share, ...]:
    """Deal a fee among its authors to the cent; what is left over goes to the first.

    One without authors is the first unit's.
    """
    unit_id = fee.units[0] if fee.units else 0
    names = fee.people or (_NOBODY,)
    if sharing is Sharing.FIRST:
        names = names[:1]
    each = (fee.total / len(names)).quantize(CENT, ROUND_DOWN)
    rest = fee.total - each * len(names)
    return tuple(
        Share(name, _unit_of(fee, at) or unit_id, each + (NOTHING if at else rest))
        for at, name in enumerate(names)
    )


def by_person(
    fees: Iterable[Fee], units: Mapping[int, Unit], rules: FeeRules, title: str
) -> StatTable:
    """Who gets how much for how many items, unit by unit, with a column to sign."""
    sums: dict[tuple[int, str], tuple[int, Decimal]] = {}
    for fee in _payable(fees):
        for one in shares(fee, rules.sharing):
            times, amount = sums.get((one.unit_id, one.name), (0, NOTHING))
            sums[one.unit_id, one.name] = times + 1, amount + one.amount
    order = {unit_id: at for at, unit_id in enumerate(units)}
    keys = sorted(sums, key=lambda key: (order.get(key[0], len(order)), key[1] == _NOBODY, key[1]))
    rows: list[tuple[Value, ...]] = [
        (at, _short(units, key[0]), key[1], *sums[key], "", "") for at, key in enumerate(keys, 1)
    ]
    heads = (
        Head("序号", width=6),
        Head("单位", width=22, left=True),
        Head("姓名", width=14, left=True),
        Head("篇数", width=8),
        Head("金额（元）", width=14, shown=_MONEY),
        Head("签　　　　　名", width=18),
        Head("备注", width=14),
    )
    return _summed(title, heads, rows, (3, 4))


def by_unit(fees: Iterable[Fee], units: Mapping[int, Unit], title: str) -> StatTable:
    """What each unit gets, with a column to sign; a joint item is the first unit's."""
    sums: dict[int, tuple[int, Decimal]] = {}
    for fee in _payable(fees):
        unit_id = fee.units[0] if fee.units else 0
        times, amount = sums.get(unit_id, (0, NOTHING))
        sums[unit_id] = times + 1, amount + fee.total
    order = {unit_id: at for at, unit_id in enumerate(units)}
    keys = sorted(sums, key=lambda key: order.get(key, len(order)))
    rows: list[tuple[Value, ...]] = [
        (at, _short(units, key), *sums[key], "", "") for at, key in enumerate(keys, 1)
    ]
    heads = (
        Head("序号", width=6),
        Head("单位", width=30, left=True),
        Head("篇数", width=8),
        Head("金额（元）", width=14, shown=_MONEY),
        Head("领款人签　　　　　名", width=22),
        Head("备注", width=16),
    )
    return _summed(title, heads, rows, (2, 3))


def item_by_item(fees: Iterable[Fee], units: Mapping[int, Unit], title: str) -> StatTable:
    """Every fee with how it is made up; refused ones with the reason."""
    rows: list[tuple[Value, ...]] = [
        (
            at,
            fee.title,
            "、".join(fee.people),
            "、".join(_short(units, one) for one in fee.units),
            "、".join(fee.places),
            fee.characters,
            fee.class_name,
            fee.refused or told(fee.amounts),
            fee.total,
            fee.state.value,
        )
        for at, fee in enumerate(fees, 1)
    ]
    heads = (
        Head("序号", width=6),
        Head("标题", width=36, left=True),
        Head("作者", width=12, left=True),
        Head("单位", width=16, left=True),
        Head("刊登", width=24, left=True),
        Head("字数", width=8),
        Head("类别", width=10, left=True),
        Head("怎样算", width=26, left=True),
        Head("金额（元）", width=12, shown=_MONEY),
        Head("状态", width=8, left=True),
    )
    return _summed(title, heads, rows, (8,))


def _payable(fees: Iterable[Fee]) -> Iterator[Fee]:
    return (fee for fee in fees if fee.state in _TO_PAY and fee.total)


def _unit_of(fee: Fee, at: int) -> int:
    """The unit of the author at a place, where each of several units has one author."""
    matched = len(fee.units) == len(fee.people)
    return fee.units[at] if matched else 0


def _short(units: Mapping[int, Unit], unit_id: int) -> str:
    unit = units.get(unit_id)
    return (unit.short or unit.name) if unit else "单位没有登记"


def _summed(
    title: str, heads: Sequence[Head], rows: Sequence[tuple[Value, ...]], columns: Sequence[int]
) -> StatTable:
    """A table with the sums of some columns below."""

    def total(at: int) -> Value:
        numbers = [row[at] for row in rows]
        return sum((one for one in numbers if isinstance(one, int | Decimal)), NOTHING)

    below = tuple(
        "合计" if at == 1 else total(at) if at in columns else "" for at in range(len(heads))
    )
    return StatTable(title, tuple(heads), (*rows, below), strong=frozenset({len(rows)}))
