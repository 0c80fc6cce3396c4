"""How much of what goes up is used (采用率, F119): by carrier, kind, topic, unit, month, title."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from statistics import median_low

from desk.forwardings.forwarding import Forwarding, Result
from desk.forwardings.hit_items import Sent, length_names, length_of, shape_names, shape_of
from desk.scoring.figures import percent
from desk.stat_table import PERCENT, Head, StatTable

_ALL = "合计"
_HEADS = ("上报", "采用", "其中综合", "未采用", "待定", "采用率", "上级计分", "回音天数")
_THOUSANDTH = Decimal("0.001")


class Side(StrEnum):
    """What the rate is told by."""

    CARRIER = "上级刊物"
    KIND = "信息类型"
    TOPIC = "选题"
    UNIT = "单位"
    MONTH = "月份"
    LENGTH = "标题字数"
    SHAPE = "标题写法"


@dataclass(frozen=True, slots=True)
class Hits:
    """One row's figures; an item sent to several carriers is one item here, unless by carrier."""

    name: str
    rows: tuple[Sent, ...]
    sent: int
    adopted: int
    composite: int
    refused: int
    points: Decimal
    days: int | None  # the median from sending to result

    @property
    def pending(self) -> int:
        """Those without a result."""
        return self.sent - self.adopted - self.refused

    @property
    def rate(self) -> Decimal | None:
        """The adopted part of all that was sent, as a part of 1; None of nothing."""
        if not self.sent:
            return None
        return Decimal(self.adopted) / Decimal(self.sent)

    @property
    def words(self) -> str:
        """The rate in words: 12 条采用 5 条，41.7%."""
        return f"{self.sent} 条采用 {self.adopted} 条，{percent(self.adopted, self.sent)}%"


def hits(sent: Sequence[Sent], side: Side) -> list[Hits]:
    """The figures by one side, its rows in their own order or by how much was sent."""
    groups: dict[str, list[Sent]] = {name: [] for name in _named(side)}
    for one in sent:
        for name in _NAMES[side](one):
            groups.setdefault(name, []).append(one)
    found = [hits_of(name, some, by_carrier=side is Side.CARRIER) for name, some in groups.items()]
    found = [one for one in found if one.sent]
    if side is Side.MONTH:
        return sorted(found, key=lambda one: one.name)
    if _named(side):
        return found
    return sorted(found, key=lambda one: (-one.sent, one.name))


def hits_of(name: str, some: Iterable[Sent], *, by_carrier: bool = False) -> Hits:
    """The figures of some rows; items count once, adopted where any carrier used them."""
    rows = tuple(some)
    items: dict[object, list[Forwarding]] = {}
    for one in rows:
        held = one.forwarding
        key = (held.draft_id, held.publication_id, held.carrier) if by_carrier else held.draft_id
        items.setdefault(key, []).append(held)
    adopted = [held for held in items.values() if any(one.is_adopted for one in held)]
    refused = [
        held for held in items.values() if all(one.result is Result.NOT_ADOPTED for one in held)
    ]
    days = [one.days for one in rows if one.days is not None]
    return Hits(
        name,
        rows,
        len(items),
        len(adopted),
        sum(not any(one.result is Result.ADOPTED for one in held) for held in adopted),
        len(refused),
        sum((_points(held) for held in adopted), Decimal(0)),
        median_low(days) if days else None,
    )


def table_of(found: Sequence[Hits], whole: Hits, side: Side, about: str) -> StatTable:
    """The figures as a table; in the sum below an item of several rows is there once."""
    rows = tuple(_cells(one) for one in (*found, whole))
    heads = (Head(side.value, width=22, left=True), *map(_head, _HEADS))
    note = "采用率＝采用条数÷上报条数，待定的也在分母里。"
    if side is not Side.CARRIER:
        note += "一篇报几个刊物的按一条计，任何一家采用即为采用；党委、政府渠道不重复计。"
    return StatTable(f"上报采用率（按{side}，{about}）", heads, rows, note, frozenset({len(found)}))


def whole_of(sent: Sequence[Sent], side: Side) -> Hits:
    """The sum of all."""
    return hits_of(_ALL, sent, by_carrier=side is Side.CARRIER)


def _head(name: str) -> Head:
    return Head(name, width=9, shown=PERCENT if name == "采用率" else "General")


def _cells(one: Hits) -> tuple[str | int | Decimal | None, ...]:
    rate = None if one.rate is None else one.rate.quantize(_THOUSANDTH)
    return (
        one.name, one.sent, one.adopted, one.composite, one.refused, one.pending, rate,
        one.points, one.days,
    )  # fmt: skip


def _points(held: Sequence[Forwarding]) -> Decimal:
    """The points of an item: what is not counted beside another channel adds nothing."""
    return sum(
        (one.external or Decimal(0) for one in held if one.is_adopted and not one.uncounted),
        Decimal(0),
    )


def _named(side: Side) -> tuple[str, ...]:
    if side is Side.LENGTH:
        return length_names()
    return shape_names() if side is Side.SHAPE else ()


_NAMES: Mapping[Side, Callable[[Sent], Iterable[str]]] = {
    Side.CARRIER: lambda one: (one.forwarding.carrier,),
    Side.KIND: lambda one: (one.kind,),
    Side.TOPIC: lambda one: one.topics or ("没有选题",),
    Side.UNIT: lambda one: one.units or ("没有单位",),
    Side.MONTH: lambda one: (f"{one.forwarding.day:%Y-%m}",),
    Side.LENGTH: lambda one: (length_of(one.forwarding.title),),
    Side.SHAPE: lambda one: (shape_of(one.forwarding.title),),
}
