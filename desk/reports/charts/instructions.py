"""批示图: leaders' instructions by unit and level, and the list of items they are on."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import cycle
from math import ceil

from desk.dates import short_date
from desk.reports.charts.axis import axis_of
from desk.reports.charts.canvas import Canvas
from desk.reports.charts.chart import Page, Paper
from desk.reports.charts.counting import listed, stack
from desk.reports.charts.dealing import Block
from desk.reports.charts.measure import label, width
from desk.reports.charts.row_chart import Cell, Plot, Row, Strip, row_pages
from desk.reports.charts.style import KINDS, LIGHT_STEPS, Fill, sizes
from desk.reports.charts.surroundings import Around, area, empty_page, fill_key, opened
from desk.reports.charts.words import note_of
from desk.reports.sheet import DARK
from desk.scoring.items.identity import bare
from desk.surveys.items import is_noted
from desk.surveys.survey import GroupSurvey, Record, Survey, UnitSurvey
from desk.units import Unit

OTHER = "未注明"
_LEVELS = ("县级", "市级", "省级", "国家级", OTHER)
_LINE = 1.7  # ems of a line of the list
_NAMES = 10  # ems of the units in it


@dataclass(frozen=True, slots=True)
class Noted:
    """A unit's instructions by the level of who wrote them."""

    one: UnitSurvey
    parts: Mapping[str, int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.parts.values())


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction on one item, with all units behind it."""

    day: date
    title: str
    leader: str  # 省级 主要领导
    units: tuple[Unit, ...]
    note: str


def figures(survey: Survey) -> tuple[Block[Noted], ...]:
    """The units that have instructions, in every group, the most first."""
    known = {one.unit.id: _levels(survey, one) for one in survey.units}
    held = [level for one in known.values() for level in one]
    order = [*_LEVELS[:-1], *sorted(set(held) - set(_LEVELS)), OTHER]
    used = [level for level in order if level in set(held)]
    blocks = (_block(group, known, used) for group in survey.groups)
    return tuple(block for block in blocks if block.rows)


def items(survey: Survey) -> tuple[Instruction, ...]:
    """The instructions of the survey's days, by day; of a joint item once."""
    held: dict[tuple[object, ...], list[Record]] = {}
    times: Counter[tuple[object, ...]] = Counter()
    for record in _instructions(survey):
        fact = record.fact
        told = fact.particulars
        name = fact.item_id or bare(told.item or fact.title) or fact.id
        own = record.unit.id, told.level, name
        times[own] += 1  # as bulletins count: a unit's second one is another, a second unit's not
        held.setdefault((told.level, name, times[own]), []).append(record)
    found = (_instruction(records) for records in held.values())
    return tuple(sorted(found, key=lambda one: (one.day, one.title)))


def draw(survey: Survey, paper: Paper) -> Sequence[Page]:
    """Draw a row for each unit that has some, then the list."""
    title = f"{survey.stretch.name}领导批示情况"
    blocks = figures(survey)
    rows = [row for block in blocks for row in block.rows]
    if not rows:
        return [empty_page(survey, paper, title, f"{survey.stretch.name}没有登记领导批示。")]
    fills = _fills(rows[0].parts)
    legend = tuple(fill_key(level, fill) for level, fill in fills.items())
    listed_items = items(survey)
    around = Around(title, _sentence(rows, listed_items), legend)

    def bars(canvas: Canvas, strip: Strip, row: Noted) -> None:
        stack(canvas, strip, row.parts, fills)

    plot = Plot(axis_of(row.total for row in rows), bars, (*fills, "合计"), ticks=False)
    drawn = [block.over(map(_row, block.rows)) for block in blocks]
    note = _note(survey, rows, listed_items)
    pages = row_pages(survey, paper, around, drawn, plot, lambda _rows: note)
    return [*pages, *_list_pages(survey, paper, listed_items)]


def _fills(levels: Iterable[str]) -> dict[str, Fill]:
    """The same fill for a level in every chart; those of the office's own naming come after."""
    known = dict(zip(_LEVELS, LIGHT_STEPS, strict=True))
    others = cycle(KINDS[2:])
    return {level: known[level] if level in known else next(others) for level in levels}


def _instructions(survey: Survey) -> Iterator[Record]:
    """Those of the survey's days; criticism (批评) is nothing to be shown as 批示."""
    return (one for one in survey.unit_records if is_noted(one.fact))


def _levels(survey: Survey, one: UnitSurvey) -> Counter[str]:
    found: Counter[str] = Counter()
    for record in one.records:
        if is_noted(record.fact) and survey.holds(record):
            found[record.fact.particulars.level or OTHER] += 1
    return found


def _block(
    group: GroupSurvey, known: Mapping[int, Counter[str]], levels: Sequence[str]
) -> Block[Noted]:
    rows = [
        Noted(one, {level: known[one.unit.id][level] for level in levels}) for one in group.units
    ]
    rows = [row for row in rows if row.total]
    rows.sort(key=lambda row: (-row.total, row.one.unit.name))
    sums = {level: sum(row.parts[level] for row in rows) for level in levels}
    return Block(group.group.name, tuple(rows), listed(sums, "次"))


def _instruction(records: Sequence[Record]) -> Instruction:
    fact = records[0].fact
    leader = " ".join(filter(None, (fact.particulars.level, fact.particulars.rank)))
    units = tuple({one.unit.id: one.unit for one in records}.values())
    return Instruction(fact.day, fact.title, leader or OTHER, units, fact.note)


def _row(row: Noted) -> Row[Noted]:
    cells = [Cell(str(count) if count else "") for count in row.parts.values()]
    told = f"{row.one.unit.name}：批示{row.total}次，其中{listed(row.parts, '次')}"
    unit = row.one.unit
    return Row(label(unit), told, row, unit.id, (), (*cells, Cell(str(row.total))))


def _list_pages(survey: Survey, paper: Paper, found: Sequence[Instruction]) -> list[Page]:
    around = Around(f"{survey.stretch.name}领导批示的信息", f"共{len(found)}次批示，按日期排列")
    room, em = area(paper, around), sizes(paper).em
    each = max(1, int(room.height / (_LINE * em)) - 1)
    pages, count = [], ceil(len(found) / each)
    for number in range(count):
        canvas = opened(survey, paper, around, number + 1, count)
        shown = found[number * each : (number + 1) * each]
        _head(canvas, room.left, room.top + 0.5 * _LINE * em, room.right)
        for at, one in enumerate(shown, 1):
            _line(canvas, one, room.left, room.top + (at + 0.5) * _LINE * em, room.right)
        said = "；".join(f"{short_date(one.day)}{one.leader}批示“{one.title}”" for one in shown[:8])
        pages.append(canvas.page(f"{survey.stretch.name}共{len(found)}次批示。\n本页：{said}。"))
    return pages


def _places(canvas: Canvas, left: float) -> tuple[float, float, float, float]:
    """Where day, leader, units and title begin."""
    em, body = canvas.sizes.em, canvas.sizes.body
    day = width("12月30日", body) + em
    leader = width("国家级 主要领导", body) + em
    return left, left + day, left + day + leader, left + day + leader + _NAMES * em + em


def _head(canvas: Canvas, left: float, y: float, right: float) -> None:
    for x, words in zip(_places(canvas, left), ("日期", "批示领导", "单位", "信息"), strict=True):
        canvas.text(x, y, words, size=canvas.sizes.small, colour=DARK)
    foot = y + 0.5 * _LINE * canvas.sizes.em
    canvas.line([(left, foot), (right, foot)], width_pt=0.8)


def _line(canvas: Canvas, one: Instruction, left: float, y: float, right: float) -> None:
    day, leader, units, title = _places(canvas, left)
    em = canvas.sizes.em
    names = "、".join(unit.short or unit.name for unit in one.units)
    canvas.text(day, y, short_date(one.day))
    canvas.text(leader, y, one.leader, room=units - leader - 0.5 * em)
    canvas.text(units, y, names, room=title - units - em)
    canvas.text(title, y, one.title, room=right - title)
    full = "、".join(unit.name for unit in one.units)
    told = f"{short_date(one.day)}，{one.leader}批示；{full}：{one.title}"
    told += f"（{one.note}）" if one.note else ""
    days = one.day, one.day
    canvas.spot(left, y, right - left, _LINE * em, told, one.units[0].id, days)


def _sentence(rows: Sequence[Noted], found: Sequence[Instruction]) -> str:
    sums = {level: sum(row.parts[level] for row in rows) for level in rows[0].parts}
    return (
        f"{len(rows)}个单位的信息得到批示{len(found)}次；按单位计{sum(sums.values())}次："
        f"{listed(sums, '次')}"
    )


def _note(survey: Survey, rows: Sequence[Noted], found: Sequence[Instruction]) -> str:
    best = sorted(rows, key=lambda row: -row.total)[:3]
    leaders = Counter(one.leader for one in found)
    return note_of(
        (
            f"{survey.stretch.name}：{_sentence(rows, found)}。",
            f"批示领导：{listed(dict(leaders.most_common()), '次')}。",
            "最多的：" + "、".join(f"{row.one.unit.short}{row.total}次" for row in best) + "。",
        )
    )
