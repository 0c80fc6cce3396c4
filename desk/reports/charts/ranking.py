"""得分排名图: the units of every group by their ranks, and how these have changed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from desk.reports.charts.axis import axis_of
from desk.reports.charts.canvas import Canvas
from desk.reports.charts.chart import Page, Paper
from desk.reports.charts.dealing import Block
from desk.reports.charts.measure import label
from desk.reports.charts.row_chart import Cell, Plot, Row, Strip, bar, row_pages
from desk.reports.charts.style import BELOW, DEEP, POINTS, Fill
from desk.reports.charts.surroundings import Around, fill_key, line_key, mark_key
from desk.reports.charts.words import NONE, aligned, called, names, note_of
from desk.reports.sheet import BLUE, DARK, INK, RED
from desk.scoring.figures import TENTH, printed, rounded
from desk.surveys.survey import GroupSurvey, Survey, UnitSurvey

_FIRST = 3
_LEADING = Fill(DEEP, words="white")


@dataclass(frozen=True, slots=True)
class Standing:
    """A unit's place in its group; ``level`` units share it, ``average`` is the group's."""

    one: UnitSurvey
    level: int
    average: Decimal

    @property
    def place(self) -> str:
        """The rank as printed, a dash where the unit is not ranked."""
        rank = self.one.score.rank
        return NONE if not rank else f"并列{rank}" if self.level > 1 else str(rank)


def figures(survey: Survey) -> tuple[Block[Standing], ...]:
    """The units of every group, the best first, those without a rank at the end."""
    return tuple(_block(group) for group in survey.groups if group.units)


def told(survey: Survey, row: Standing) -> str:
    """What a unit's bar says, in words."""
    one, score = row.one, row.one.score
    parts = [f"{score.unit.name}：得{printed(score.points)}分"]
    if not score.rank:
        parts.append("不参加排名")
    else:
        beside = f"（{row.level}个单位并列）" if row.level > 1 else ""
        parts.append(f"组内第{score.rank}名{beside}")
    if one.climbed is not None and one.before:
        how = {1: "上升", 0: "不变", -1: "下降"}[(one.climbed > 0) - (one.climbed < 0)]
        moved = f"{abs(one.climbed)}名" if one.climbed else ""
        former = survey.stretch_before.name
        parts.append(
            f"比{former}（得{printed(one.before.points)}分，第{one.before.rank}名）{how}{moved}"
        )
    return "，".join(parts)


def draw(survey: Survey, paper: Paper) -> Sequence[Page]:
    """Draw a row for each unit."""
    before = survey.stretch_before.name
    legend = (
        fill_key("前三名得分", _LEADING, tall=0.6),
        fill_key("得分", POINTS, tall=0.6),
        line_key("组内平均分", INK, ":"),
        mark_key("名次上升", "^", BLUE),
        mark_key("名次下降", "v", RED),
        mark_key("挂零", "o", RED, hollow=True),
    )
    sentence = f"名次变化与{before}相比；得分相同的名次并列"
    around = Around(f"{survey.stretch.name}各组得分排名", sentence, legend)
    axis = axis_of(one.points for one in survey.table.units)
    plot = Plot(axis, _bars, ("得分",), ("名次", "变化"))
    rows = _rows(survey)
    return row_pages(survey, paper, around, rows, plot, lambda shown: _note(survey, shown))


def _block(group: GroupSurvey) -> Block[Standing]:
    units = sorted(group.units, key=lambda one: (not one.score.rank, one.score.rank))
    level = Counter(one.score.rank for one in units)
    average = rounded(Fraction(sum(one.score.points for one in units)) / len(units), TENTH)
    rows = tuple(Standing(one, level[one.score.rank], average) for one in units)
    return Block(group.group.name, rows, f"{len(units)}个单位，平均{printed(average)}分")


def _rows(survey: Survey) -> list[Block[Row[Standing]]]:
    reached = aligned({one.unit.id: one.points for one in survey.table.units})

    def row(standing: Standing) -> Row[Standing]:
        unit = standing.one.unit
        return Row(
            label(unit),
            told(survey, standing),
            standing,
            unit.id,
            (Cell(standing.place), _change(standing.one)),
            (Cell(reached[unit.id]),),
        )

    return [block.over(map(row, block.rows)) for block in figures(survey)]


def _change(one: UnitSurvey) -> Cell:
    if one.climbed is None:
        return Cell("新" if one.score.rank else NONE, DARK)
    if not one.climbed:
        return Cell(NONE, DARK)
    shape, colour = ("^", BLUE) if one.climbed > 0 else ("v", RED)
    return Cell(str(abs(one.climbed)), colour, shape)


def _bars(canvas: Canvas, strip: Strip, row: Standing) -> None:
    score = row.one.score
    leads = 0 < score.rank <= _FIRST and not score.zero
    fill = BELOW if score.points < 0 else _LEADING if leads else POINTS
    bar(canvas, strip, score.points, 0.62, fill)
    if row.one.zero:
        canvas.mark(strip.x(0) + 0.5 * canvas.sizes.em, strip.y, "o", colour=RED, hollow=True)
    x, half = strip.x(row.average), strip.row / 2
    canvas.line([(x, strip.y - half), (x, strip.y + half)], colour=INK, style=":", width_pt=1.0)


def _note(survey: Survey, rows: Sequence[Row[Standing]]) -> str:
    units = [row.value for row in rows]
    moved = [one.one for one in units if one.one.climbed]
    up = sorted(
        (one for one in moved if (one.climbed or 0) > 0), key=lambda one: -(one.climbed or 0)
    )
    down = sorted(
        (one for one in moved if (one.climbed or 0) < 0), key=lambda one: one.climbed or 0
    )
    first = [one for one in units if one.one.score.rank == 1]
    zero = [one.one for one in units if one.one.zero]
    return note_of(
        (
            f"{survey.stretch.name}，与{survey.stretch_before.name}相比。",
            "第一名：" + "、".join(_scored(one.one) for one in first) + "。" if first else "",
            f"上升最多的：{_moved(up[:3], '升')}。" if up else "本页没有名次上升的单位。",
            f"下降最多的：{_moved(down[:3], '降')}。" if down else "本页没有名次下降的单位。",
            f"本页挂零的：{names(zero)}。" if zero else "本页没有挂零单位。",
        )
    )


def _scored(one: UnitSurvey) -> str:
    return f"{called(one.unit)}（{printed(one.score.points)}分）"


def _moved(units: Sequence[UnitSurvey], how: str) -> str:
    return "、".join(f"{called(one.unit)}{how}{abs(one.climbed or 0)}名" for one in units)
