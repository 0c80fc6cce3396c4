"""Names for where items were adopted: levels, publications, marks."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from desk.bulletins.entries import Topic, counted, lines, said
from desk.bulletins.matter import Matter, once
from desk.bulletins.phrases import by_count
from desk.facts import FactKind
from desk.issues import Role
from desk.publications import Tier
from desk.surveys.items import Printed
from desk.units import Unit

MARKS: Mapping[str, str] = {
    "★": "领导批示",
    "●": "约稿",
    "☆": "专报",
    "◆": "综合采用",
    "□": "联合报送",
}  # ★ and ● mean the same in the statistics tables, which use △▲■◇ for other things
_SINGLE = str.maketrans("《》", "〈〉")
_UPPER = (Tier.STATE, Tier.PROVINCE, Tier.CITY)


def marks_of(item: Printed) -> str:
    """The marks of an item, in the order of the legend."""
    roles = {one.fact.role for one in item.records}
    told = {
        "★": item.instructed,
        "●": item.commissioned,
        "☆": "专报" in item.section and "专报" not in item.publication,
        "◆": Role.COMPOSITE in roles,
        "□": Role.JOINT in roles,
    }
    return "".join(mark for mark, there in told.items() if there)


def legend(items: Iterable[Printed]) -> str:
    """What the marks used mean: ★表示领导批示，◆表示综合采用; "" where none is used."""
    used = {mark for one in items for mark in marks_of(one)}
    return "，".join(f"{mark}表示{told}" for mark, told in MARKS.items() if mark in used)


def title_of(title: str) -> str:
    """A title in its brackets; those within it become single ones."""
    return f"《{title.translate(_SINGLE)}》"


def titled(matter: Matter, item: Printed) -> str:
    """An item with its marks and units: ★《…》（东湖街道）."""
    who = "、".join(matter.name(one) for one in item.units)
    return f"{marks_of(item)}{title_of(item.title)}（{who}）"


def by_publication(items: Iterable[Printed]) -> dict[str, list[Printed]]:
    """Items by publication in the office's order."""
    found: dict[str, list[Printed]] = {}
    for one in items:
        found.setdefault(one.publication, []).append(one)
    return found


def unit_counts(matter: Matter, items: Iterable[Printed]) -> list[tuple[Unit, int]]:
    """How many adoptions each unit has where the items stand, units group by group as ranked.

    Counted by the scheme as in the tables: what counts elsewhere already (取最高) adds nothing.
    """
    places = {(record.fact.publication_id, one.tier) for one in items for record in one.records}
    counts: Counter[int] = Counter()
    for unit, one in matter.happened(FactKind.ADOPTION):
        if (one.fact.publication_id, one.tier) in places:
            counts[unit.unit.id] += one.items
    return [(one.unit, counts[one.unit.id]) for one in matter.units if counts[one.unit.id] > 0]


def is_upper(item: Printed) -> bool:
    """Whether it was adopted by an upper level."""
    return item.tier in _UPPER


def _own_lines(matter: Matter) -> tuple[str, ...]:
    own = [one for one in matter.items if not is_upper(one)]
    told = []
    for name, items in by_publication(own).items():
        told.append(_counted(matter, name, items))
    return tuple(told)


def _counted(matter: Matter, name: str, items: Sequence[Printed]) -> str:
    """A publication with the numbers of its units."""
    counts = unit_counts(matter, items)
    if len(items) == len(counts) == 1:
        return f"《{name}》采用1条：{matter.name(counts[0][0])}。"
    if not counts:
        return f"《{name}》采用{len(items)}条。"
    told = by_count(matter, counts)
    return f"《{name}》采用{len(items)}条，涉及{len(counts)}个单位：{told}。"


def _upper_lines(matter: Matter) -> tuple[str, ...]:
    return tuple(_upper_told(matter))


def _upper_told(matter: Matter) -> Iterator[str]:
    """The upper publications, the highest level first, with every title."""
    upper = sorted(filter(is_upper, matter.items), key=lambda one: _UPPER.index(_tier(one)))
    for name, items in by_publication(upper).items():
        if len(items) <= matter.options.titles:
            titles = "；".join(titled(matter, one) for one in items)
            yield f"《{name}》采用{len(items)}条：{titles}。"
        else:
            yield _counted(matter, name, items)


def _tier(item: Printed) -> Tier:
    return item.tier or Tier.OWN


def _number(matter: Matter, *tiers: Tier) -> int:
    return sum(one.tier in tiers for one in matter.items)


def _levels(matter: Matter) -> str:
    """How many items each level adopted, levels without any left out."""
    told = [f"{tier.value}{number}条" for tier in Tier if (number := _number(matter, tier))]
    other = sum(one.tier is None for one in matter.items)
    return "、".join([*told, *([f"其他{other}条"] if other else [])])


def _upper_units(matter: Matter) -> list[tuple[Unit, int]]:
    return unit_counts(matter, filter(is_upper, matter.items))


def _own_legend(matter: Matter) -> str:
    upper = by_publication(filter(is_upper, matter.items)).values()
    return legend(one for items in upper if len(items) <= matter.options.titles for one in items)


TOPIC = Topic(
    "层级和刊物",
    (
        counted("本级采用条数", "本级刊物", "230", lambda one: _number(one, Tier.OWN)),
        counted("市级采用条数", "市级刊物", "9", lambda one: _number(one, Tier.CITY)),
        counted("省级采用条数", "省级刊物", "4", lambda one: _number(one, Tier.PROVINCE)),
        counted("国家级采用条数", "国家级刊物", "1", lambda one: _number(one, Tier.STATE)),
        counted("上级采用条数", "市级、省级、国家级合计", "13", lambda one: _number(one, *_UPPER)),
        counted("上级采用单位数", "被上级采用的单位", "11", lambda one: len(_upper_units(one))),
        said(
            "上级采用单位",
            "被上级采用的单位和条数，从多到少，同数的写“各N条”",
            "县自然资源局2条，东湖街道、竹山镇各1条",
            lambda one: by_count(one, _upper_units(one)),
        ),
        said("层级构成", "各级采用的条数，没有的不写", "本级230条、市级9条、省级4条", _levels),
        counted(
            "上报条数",
            "选报上级的信息，合报的算1条",
            "36",
            lambda one: once(one.records(FactKind.FORWARDING)),
        ),
        lines(
            "本级刊物采用情况",
            "本级每种刊物一段：条数、涉及单位、各单位条数",
            "《信息专报》采用6条，涉及6个单位：县发改局、县水务局各1条。",
            _own_lines,
        ),
        lines(
            "上级刊物采用情况",
            "上级每种刊物一段，列出每条信息，★等标记见图例；条数多于选项里定的，只写各单位条数",
            "《省政府政务专报》采用1条：★《东湖街道排查出租房屋1346户》（东湖街道）。",
            _upper_lines,
        ),
        said("图例", "上面用到的标记的意思", "★表示领导批示，☆表示专报", _own_legend),
    ),
)
