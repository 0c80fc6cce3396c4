"""Names for what was adopted of one unit, and for what else is told of it."""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from decimal import Decimal

from desk.bulletins.named.asked import anything, came, hidden, late, missed, reported
from desk.bulletins.named.carriers import title_of
from desk.bulletins.phrases import figure
from desk.facts import FactKind
from desk.notices.entries import UnitMatter, UnitTopic, lines, said
from desk.publications import Tier
from desk.surveys.card import points_by_fact
from desk.surveys.items import CRITICISM
from desk.surveys.survey import Counted, Record

_TITLES = 5  # items named in a letter of praise
_HIGH_FIRST = {Tier.STATE: 0, Tier.PROVINCE: 1, Tier.CITY: 2}


def adopted(matter: UnitMatter) -> list[Record]:
    """What was adopted of the unit in the days, by day; what does not count comes last."""
    found = (
        one
        for one in matter.one.records
        if one.kind is FactKind.ADOPTION and matter.survey.holds(one)
    )
    return sorted(found, key=lambda one: (bool(one.gate), one.fact.day, one.fact.id))


def counting(matter: UnitMatter) -> list[Record]:
    """What was adopted and counts by the scheme; the same item counts once where it says so."""
    items = Counter[int]()
    for one in happened(matter, FactKind.ADOPTION):
        items[one.fact.id] += one.items
    return [one for one in adopted(matter) if not one.gate and items[one.fact.id] > 0]


def happened(matter: UnitMatter, kind: FactKind) -> list[Counted]:
    """What counts of a kind for the unit in the days."""
    stretch = matter.survey.stretch
    return [
        one
        for one in matter.one.counted
        if one.fact.matter is kind and stretch.first <= one.day <= stretch.last
    ]


def _rows(matter: UnitMatter) -> tuple[str, ...]:
    """One paragraph an item, with its points; of more than a page takes the number."""
    records, points = adopted(matter), points_by_fact(matter.one.score)
    counts = {one.fact.id for one in counting(matter)}
    told = [
        f"{at}. {_item(one, points.get(one.fact.id, Decimal(0)), counts)}"
        for at, one in enumerate(records[: matter.listed], 1)
    ]
    more = records[matter.listed :]
    if more:
        told.append(f"另有{len(more)}条，共{figure(_earned(more, points))}分。")
    rest = matter.one.score.points - _earned(records, points)
    if rest:
        head = f"以上采用共{figure(_earned(records, points))}分，" if records else ""
        word = "其他得分" if rest > 0 else "其他扣分"
        told.append(f"{head}{word}{figure(abs(rest))}分。")
    return tuple(told)


def _earned(records: Iterable[Record], points: Mapping[int, Decimal]) -> Decimal:
    return sum((points.get(one.fact.id, Decimal(0)) for one in records), Decimal(0))


def _item(record: Record, points: Decimal, counts: Container[int]) -> str:
    day, place = record.fact.day, record.publication
    where = f"{place}{'·' if place and record.section else ''}{record.section}"
    shares = f"，{record.fact.shares}个单位合报" if record.fact.shares > 1 else ""
    gate = f"，不计：{record.gate.rstrip('。')}" if record.gate else ""
    if not gate and record.fact.id not in counts:
        gate = "，不重复计条"
    told = f"{where}，" if where else ""
    title = title_of(record.fact.title)
    return f"{day.month}月{day.day}日{title}（{told}{figure(points)}分{shares}{gate}）"


def _titles(matter: UnitMatter) -> str:
    """The most important titles: upper publications first, then the newest."""
    records = sorted(counting(matter), key=lambda one: one.fact.day, reverse=True)
    records.sort(key=lambda one: _HIGH_FIRST.get(one.tier, 3) if one.tier else 3)
    names = list(dict.fromkeys(title_of(one.fact.title) for one in records))
    return "".join(names[:_TITLES]) + ("等" if len(names) > _TITLES else "")


def _places(matter: UnitMatter) -> str:
    """How much each publication adopted: 《政务信息》6条，《市府快报》2条."""
    counts = Counter(one.publication for one in counting(matter) if one.publication)
    return "，".join(f"《{name}》{number}条" for name, number in counts.most_common())


def _upper(matter: UnitMatter) -> str:
    return str(sum(one.tier in _HIGH_FIRST for one in counting(matter) if one.tier))


def _praised(matter: UnitMatter) -> str:
    return str(_sum(_instructions(matter, critical=False)))


def _instructions(matter: UnitMatter, *, critical: bool) -> list[Counted]:
    return [
        one
        for one in happened(matter, FactKind.INSTRUCTION)
        if (one.fact.particulars.tone == CRITICISM) is critical
    ]


def _sum(found: Iterable[Counted], test: Callable[[str], bool] = anything) -> int:
    return sum(one.items for one in found if test(one.outcome))


def _asides(matter: UnitMatter) -> str:
    """Instructions, commissions, emergencies and faults in one line; "" for none."""
    told = [
        *_counted("领导批示", [(_sum(_instructions(matter, critical=False)), "次")]),
        *_counted("批评", [(_sum(_instructions(matter, critical=True)), "次")]),
        *_asked(happened(matter, FactKind.COMMISSION), "约稿", "篇", _COMMISSIONS),
        *_asked(happened(matter, FactKind.EMERGENCY), "紧急信息", "条", _EMERGENCIES),
        *_counted("差错", [(_sum(happened(matter, FactKind.INCIDENT)), "次")]),
    ]
    return "；".join(told)


_Tests = Sequence[tuple[str, Callable[[str], bool]]]
_COMMISSIONS: _Tests = (("完成", came), ("逾期", late), ("未报", missed))
_EMERGENCIES: _Tests = (("按时", reported), ("迟报", late), ("漏报、瞒报等", hidden))


def _asked(found: Sequence[Counted], name: str, of: str, tests: _Tests) -> list[str]:
    counts = [(word, _sum(found, test)) for word, test in tests]
    told = "、".join(f"{word}{number}{of}" for word, number in counts if number)
    whole = _sum(found)
    return [f"{name}{whole}{of}{f'（{told}）' if told else ''}"] if whole else []


def _counted(name: str, counts: Sequence[tuple[int, str]]) -> list[str]:
    return [f"{name}{number}{of}" for number, of in counts if number]


def _reasons(matter: UnitMatter) -> str:
    known = matter.survey.reasons
    return "、".join(
        f"{known[code].text if code in known else code}（{times}篇）"
        for code, times in matter.one.sent.by_reason.items()
    )


TOPIC = UnitTopic(
    "单位的信息",
    (
        lines(
            "单位采用明细", "本期采用的，一条一段，写明刊物和得分；最多12条",
            "1. 7月6日《白沙镇排查山洪隐患》（政务信息·信息，5分）", _rows,
        ),
        said("单位采用篇目", "本期采用的主要信息的标题，上级刊物的在前，最多5条",
             "《白沙镇排查山洪隐患》《白沙镇建成冷库》", _titles),
        said("单位刊物构成", "本期各刊物采用几条", "《政务信息》6条，《市府快报》2条", _places),
        said("单位上级采用数", "本期上级刊物采用几条", "2", _upper),
        said("单位批示数", "本期得到领导批示几次，不含批评", "1", _praised),
        said("单位其他事项", "本期的批示、约稿、紧急信息、差错",
             "领导批示1次；约稿2件（完成1件、未报1件）", _asides),
        said("单位退稿理由", "本期来稿退稿、不采用的理由", "内容空泛（2篇）、时效已过（1篇）",
             _reasons),
    ),
)  # fmt: skip
