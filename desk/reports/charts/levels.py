"""采用层级图: in whose publications every unit was adopted, own ones or higher."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk.facts import FactKind
from desk.publications import Tier
from desk.reports.charts.axis import axis_of
from desk.reports.charts.canvas import Canvas
from desk.reports.charts.chart import Page, Paper
from desk.reports.charts.dealing import Block
from desk.reports.charts.measure import label
from desk.reports.charts.row_chart import Cell, Plot, Row, Strip, row_pages
from desk.reports.charts.style import BELOW, LIGHT_STEPS
from desk.reports.charts.surroundings import Around, fill_key, mark_key
from desk.reports.charts.words import called, note_of, rate, times
from desk.reports.sheet import RED
from desk.surveys.survey import GroupSurvey, Survey, UnitSurvey

OTHER = "其他"
_ORDER = (*(tier.value for tier in Tier), OTHER)
_FILLS = dict(zip(_ORDER, LIGHT_STEPS, strict=False))
_HIGHER = (Tier.CITY.value, Tier.PROVINCE.value, Tier.STATE.value)


@dataclass(frozen=True, slots=True)
class Levels:
    """A unit's adoptions by tier; ``counts`` has the tiers that any unit has, in their order."""

    one: UnitSurvey
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """All adoptions: what the unit's figures say."""
        return sum(self.counts.values())

    @property
    def differs(self) -> bool:
        """Whether records were corrected after the figures had been published."""
        return self.total != self.one.score.adopted

    @property
    def higher(self) -> int:
        """Adoptions above our own publications."""
        return sum(self.counts.get(tier, 0) for tier in _HIGHER)


def levels_of(survey: Survey, one: UnitSurvey) -> Counter[str]:
    """How many adoptions of the survey's days a unit has in each tier."""
    found: Counter[str] = Counter()
    for each in one.counted:
        of_days = survey.stretch.first <= each.day <= survey.stretch.last
        if of_days and each.fact.matter is FactKind.ADOPTION:
            found[each.tier.value if each.tier else OTHER] += each.items
    return found


def figures(survey: Survey) -> tuple[Block[Levels], ...]:
    """The units of every group, the most adopted above our own level first."""
    known = {one.unit.id: levels_of(survey, one) for one in survey.units}
    tiers = [tier for tier in _ORDER if tier != OTHER or any(one[tier] for one in known.values())]
    return tuple(_block(group, known, tiers) for group in survey.groups if group.units)


def told(row: Levels) -> str:
    """What a unit's bar says, in words."""
    counts = _listed(row.counts)
    words = f"{row.one.unit.name}：采用{row.total}条" + (f"，其中{counts}" if counts else "")
    published = f"；结账公布的是{row.one.score.adopted}条，之后有更正" if row.differs else ""
    return words + published


def draw(survey: Survey, paper: Paper) -> Sequence[Page]:
    """Draw a row for each unit."""
    blocks = figures(survey)
    units = [one for block in blocks for one in block.rows]
    tiers = tuple(units[0].counts) if units else ()
    legend = (
        *(fill_key(tier, _FILLS[tier]) for tier in tiers),
        mark_key("没有采用", "o", RED, hollow=True),
    )
    around = Around(f"{survey.stretch.name}采用层级", _sentence(survey, units), legend)
    axis = axis_of((one.total for one in units), whole=True)
    plot = Plot(axis, _stack, (*tiers, "合计"))
    rows = [block.over(map(_row, block.rows)) for block in blocks]
    return row_pages(survey, paper, around, rows, plot, lambda shown: _note(survey, units, shown))


def _block(
    group: GroupSurvey, known: Mapping[int, Counter[str]], tiers: Sequence[str]
) -> Block[Levels]:
    rows = [Levels(one, {tier: known[one.unit.id][tier] for tier in tiers}) for one in group.units]
    rows.sort(key=lambda row: (-row.total, -row.higher, row.one.unit.name))
    sums = _listed({tier: sum(row.counts[tier] for row in rows) for tier in tiers})
    return Block(group.group.name, tuple(rows), sums or "没有采用")


def _listed(counts: Mapping[str, int]) -> str:
    return "、".join(f"{tier}{count}条" for tier, count in counts.items() if count)


def _row(row: Levels) -> Row[Levels]:
    cells = [Cell(str(count) if count else "") for count in row.counts.values()]
    unit = row.one.unit
    return Row(label(unit), told(row), row, unit.id, (), (*cells, Cell(str(row.total))))


def _stack(canvas: Canvas, strip: Strip, row: Levels) -> None:
    tall = 0.66 * strip.row
    reached = 0
    for tier, count in row.counts.items():
        if count > 0:
            ends = strip.x(reached), strip.x(reached + count)
            canvas.bar(*ends, strip.y, tall, _FILLS[tier])
            canvas.outline(*ends, strip.y, tall)
            reached += count
    lost = sum(count for count in row.counts.values() if count < 0)
    canvas.bar(strip.x(lost), strip.x(0), strip.y, tall, BELOW)
    if strip.beyond(reached):
        canvas.cut(strip.x(reached), strip.y, tall)
    if not row.total:
        canvas.mark(strip.x(0) + 0.5 * canvas.sizes.em, strip.y, "o", colour=RED, hollow=True)


def _sentence(survey: Survey, units: Sequence[Levels]) -> str:
    total, higher = sum(one.total for one in units), sum(one.higher for one in units)
    late = sum(one.differs for one in units)
    corrected = f"；{late}个单位在结账以后有更正，按现在的记录画" if late else ""
    of = times(survey)
    return (
        f"{len(units)}个单位共采用{total}{of}，其中上级采用{higher}{of}，"
        f"占{rate(survey, higher, total)}；有上级采用的单位{sum(one.higher > 0 for one in units)}个"
        f"{corrected}"
    )


def _note(survey: Survey, units: Sequence[Levels], rows: Sequence[Row[Levels]]) -> str:
    best = sorted((one for one in units if one.higher > 0), key=lambda one: -one.higher)[:3]
    tiers = {
        tier: sum(one.counts[tier] for one in units) for tier in (units[0].counts if units else ())
    }
    state = [one for one in units if one.counts.get(Tier.STATE.value, 0) > 0]
    return note_of(
        (
            f"{survey.stretch.name}：{_sentence(survey, units)}。",
            f"各级：{_listed(tiers)}。" if any(tiers.values()) else "",
            "上级采用最多的：" + "、".join(map(_higher, best)) + "。" if best else "没有上级采用。",
            "国家级采用：" + "、".join(called(one.one.unit) for one in state) + "。"
            if state
            else "",
            f"本页{len(rows)}个单位。",
        )
    )


def _higher(row: Levels) -> str:
    return f"{called(row.one.unit)}{row.higher}条"
