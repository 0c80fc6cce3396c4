"""约稿与紧急信息图: what was asked for and came in time, late or not at all; the same of alarms."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk.facts import FactKind
from desk.reports.charts.axis import axis_of
from desk.reports.charts.canvas import Canvas
from desk.reports.charts.chart import Page, Paper
from desk.reports.charts.counting import counts, listed, stack
from desk.reports.charts.dealing import Block
from desk.reports.charts.measure import label
from desk.reports.charts.row_chart import Cell, Plot, Row, Strip, row_pages
from desk.reports.charts.style import GONE, LACKING, POINTS, TURNED
from desk.reports.charts.surroundings import Around, empty_page, fill_key
from desk.reports.charts.words import note_of, rate
from desk.surveys import outcomes
from desk.surveys.survey import GroupSurvey, Survey, UnitSurvey

IN_TIME, LATE, MISSING, OTHER = "按时", "逾期", "未报", "其他"
_FILLS = {IN_TIME: POINTS, LATE: GONE, MISSING: LACKING, OTHER: TURNED}
_MATTERS = {
    FactKind.COMMISSION: ("约稿完成情况", "约稿"),
    FactKind.EMERGENCY: ("紧急信息报送情况", "紧急信息"),
}
_ALARM_WORDS = {LATE: "迟报", MISSING: "漏报", OTHER: "瞒报等其他"}


@dataclass(frozen=True, slots=True)
class Kept:
    """How a unit kept what one matter asked of it: 按时, 逾期, 未报 and what else was told."""

    one: UnitSurvey
    parts: Mapping[str, int]

    @property
    def total(self) -> int:
        """All that was asked."""
        return sum(self.parts.values())


def figures(survey: Survey, matter: FactKind) -> tuple[Block[Kept], ...]:
    """The units something was asked of, in every group, those that failed most first."""
    blocks = (_block(survey, group, matter) for group in survey.groups)
    return tuple(block for block in blocks if block.rows)


def told(row: Kept, matter: FactKind) -> str:
    """What a unit's bar says, in words."""
    words = _MATTERS[matter][1]
    return f"{row.one.unit.name}：{words}{row.total}次，{_said(row.parts, matter)}"


def draw(survey: Survey, paper: Paper) -> Sequence[Page]:
    """Draw the pages of 约稿, then those of 紧急信息."""
    return [page for matter in _MATTERS for page in _pages(survey, paper, matter)]


def _block(survey: Survey, group: GroupSurvey, matter: FactKind) -> Block[Kept]:
    rows = [_kept(survey, one, matter) for one in group.units]
    rows = [one for one in rows if one.total > 0]
    rows.sort(key=_worst)
    asked = sum((Counter(one.parts) for one in rows), Counter[str]())
    return Block(group.group.name, tuple(rows), _said(asked, matter))


def _kept(survey: Survey, one: UnitSurvey, matter: FactKind) -> Kept:
    names = dict.fromkeys(outcomes.IN_TIME, IN_TIME) | dict.fromkeys(outcomes.LATE, LATE)
    hidden = outcomes.FAILED if matter is FactKind.COMMISSION else outcomes.MISSED
    names |= dict.fromkeys(hidden, MISSING)
    found = counts(survey, one, matter, lambda each: names.get(each.outcome, OTHER))
    return Kept(one, {name: found[name] for name in _FILLS})


def _worst(row: Kept) -> tuple[object, ...]:
    lacking = row.parts[MISSING] + row.parts[OTHER]
    return -lacking, -row.parts[LATE], -row.parts[IN_TIME], row.one.unit.name


def _name(part: str, matter: FactKind) -> str:
    return _ALARM_WORDS.get(part, part) if matter is FactKind.EMERGENCY else part


def _said(parts: Mapping[str, int], matter: FactKind) -> str:
    return listed({_name(part, matter): parts[part] for part in _FILLS}, "次")


def _pages(survey: Survey, paper: Paper, matter: FactKind) -> list[Page]:
    head, words = _MATTERS[matter]
    title = f"{survey.stretch.name}{head}"
    blocks = figures(survey, matter)
    rows = [row for block in blocks for row in block.rows]
    if not rows:
        return [empty_page(survey, paper, title, f"{survey.stretch.name}没有登记{words}。")]
    fills = {part: fill for part, fill in _FILLS.items() if any(one.parts[part] for one in rows)}
    legend = tuple(fill_key(_name(part, matter), fill) for part, fill in fills.items())
    around = Around(title, _sentence(survey, rows, matter), legend)
    heads = tuple(_name(part, matter) for part in fills)

    def bars(canvas: Canvas, strip: Strip, row: Kept) -> None:
        stack(canvas, strip, row.parts, _FILLS)

    plot = Plot(axis_of(row.total for row in rows), bars, (*heads, "按时率"), ticks=False)
    drawn = [block.over(_row(survey, one, fills, matter) for one in block.rows) for block in blocks]
    return row_pages(
        survey, paper, around, drawn, plot, lambda shown: _note(survey, rows, matter, len(shown))
    )


def _row(survey: Survey, row: Kept, fills: Mapping[str, object], matter: FactKind) -> Row[Kept]:
    cells = [Cell(str(row.parts[part]) if row.parts[part] else "") for part in fills]
    share = rate(survey, row.parts[IN_TIME], row.total)
    unit = row.one.unit
    return Row(label(unit), told(row, matter), row, unit.id, (), (*cells, Cell(share)))


def _sentence(survey: Survey, rows: Sequence[Kept], matter: FactKind) -> str:
    total = sum(one.total for one in rows)
    parts = {part: sum(one.parts[part] for one in rows) for part in _FILLS}
    return (
        f"{len(rows)}个单位{_MATTERS[matter][1]}{total}次：{_said(parts, matter)}，"
        f"按时率{rate(survey, parts[IN_TIME], total)}"
    )


def _note(survey: Survey, rows: Sequence[Kept], matter: FactKind, shown: int) -> str:
    def named(part: str) -> str:
        found = sorted((one for one in rows if one.parts[part]), key=lambda one: -one.parts[part])
        held = "、".join(
            f"{one.one.unit.short or one.one.unit.name}{one.parts[part]}次" for one in found[:8]
        )
        more = f"等{len(found)}个单位" if len(found) > 8 else ""  # noqa: PLR2004 - names read out
        return f"{_name(part, matter)}的：{held}{more}。" if found else ""

    return note_of(
        (
            f"{survey.stretch.name}：{_sentence(survey, rows, matter)}。",
            named(MISSING),
            named(LATE),
            f"本页{shown}个单位，没有任务的单位不列。",
        )
    )
