"""Names for what leaders wrote (批示), and for faults that cost points (差错)."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from desk.bulletins.entries import Topic, counted, lines, said
from desk.bulletins.matter import Matter
from desk.bulletins.named.asked import bracketed, sum_of, units_of
from desk.bulletins.named.carriers import title_of
from desk.bulletins.phrases import by_count
from desk.facts import FactKind
from desk.scoring.items.identity import bare
from desk.surveys.items import CRITICISM
from desk.surveys.survey import Record
from desk.units import Unit

_LEVELS = ("国家级", "省级", "市级", "县级")


@dataclass(frozen=True, slots=True)
class Written:
    """An item that leaders wrote on, by one level; ``times`` is how often they did."""

    level: str
    title: str
    units: tuple[Unit, ...]
    times: int


def written(matter: Matter, *, critical: bool = False) -> list[Written]:
    """The items with instructions, the highest level first; joint ones once."""
    found: dict[Hashable, list[Record]] = {}
    for one in matter.records(FactKind.INSTRUCTION):
        told = one.fact.particulars
        if (told.tone == CRITICISM) is critical:
            name = one.fact.item_id or bare(told.item or one.fact.title) or id(one.fact)
            found.setdefault((told.level, name), []).append(one)
    told_of = [_written(records) for records in found.values()]
    return sorted(told_of, key=lambda one: _place(one.level))


def _written(records: list[Record]) -> Written:
    units = tuple({one.unit.id: one.unit for one in records}.values())
    times = max(sum(one.unit.id == unit.id for one in records) for unit in units)
    first = records[0].fact
    return Written(first.particulars.level, first.title, units, times)


def _place(level: str) -> int:
    return _LEVELS.index(level) if level in _LEVELS else len(_LEVELS)


def _items(matter: Matter) -> int:
    """How many items: one with instructions of several levels counts once."""
    return len({bare(one.title) or id(one) for one in written(matter)})


def _times(matter: Matter) -> int:
    return sum(one.times for one in written(matter))


def _by_level(matter: Matter) -> str:
    counts: dict[str, int] = {}
    for one in written(matter):
        counts[one.level] = counts.get(one.level, 0) + one.times
    return "、".join(f"{level or '其他'}{times}次" for level, times in counts.items())


def _lines(matter: Matter) -> tuple[str, ...]:
    return tuple(_level_lines(matter))


def _level_lines(matter: Matter) -> Iterator[str]:
    held = written(matter)
    for level in dict.fromkeys(one.level for one in held):
        told = [_told(matter, one) for one in held if one.level == level]
        yield f"{f'{level}领导' if level else '领导'}批示{len(told)}条：{'；'.join(told)}。"


def _told(matter: Matter, one: Written) -> str:
    who = "、".join(matter.name(unit) for unit in one.units)
    times = f"，{one.times}次" if one.times > 1 else ""
    return f"{title_of(one.title)}（{who}{times}）"


def _units(matter: Matter) -> str:
    counts: dict[Unit, int] = {}
    for one in written(matter):
        for unit in one.units:
            counts[unit] = counts.get(unit, 0) + one.times
    return by_count(matter, counts.items(), "次")


def _faults(matter: Matter) -> str:
    outcomes = (one.outcome for _unit, one in matter.happened(FactKind.INCIDENT))
    told = []
    for outcome in dict.fromkeys(outcomes):
        units = units_of(matter, FactKind.INCIDENT, outcome.__eq__)
        if units:
            told.append(f"{outcome or '差错'}{sum_of(units)}条（{bracketed(matter, units)}）")
    return "，".join(told)


TOPIC = Topic(
    "批示和差错",
    (
        counted("批示条数", "得到领导批示的信息，不含批评；合报的算1条", "3", _items),
        counted("批示次数", "批示的次数", "4", _times),
        said("批示层级", "各级批示的次数，没有的不写", "省级2次、市级1次", _by_level),
        said("批示单位", "得到批示的单位和次数", "东湖街道、竹山镇各1次", _units),
        lines(
            "批示明细",
            "每级一段，写明标题和单位",
            "省级领导批示1条：《东湖街道排查出租房屋1346户》（东湖街道）。",
            _lines,
        ),
        counted(
            "批评批示条数",
            "被领导批评的信息",
            "1",
            lambda one: len(written(one, critical=True)),
        ),
        said(
            "差错情况",
            "扣分的差错和单位",
            "失实1条（县教育局），不规范2条（云溪镇、县应急局各1条）",
            _faults,
        ),
    ),
)
