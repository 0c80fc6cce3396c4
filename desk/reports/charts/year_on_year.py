"""同比图: every unit's points against those of the same days of last year."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from desk.reports.charts.axis import axis_of
from desk.reports.charts.canvas import Canvas
from desk.reports.charts.chart import Page, Paper
from desk.reports.charts.dealing import Block
from desk.reports.charts.measure import label
from desk.reports.charts.row_chart import Cell, Plot, Row, Strip, row_pages
from desk.reports.charts.surroundings import Around, line_key, mark_key
from desk.reports.charts.words import aligned, called, note_of, points, signed
from desk.reports.sheet import BLUE, DARK, RED
from desk.scoring.figures import printed
from desk.surveys.survey import GroupSurvey, Survey, UnitSurvey

_HEADS = ("去年同期", "本期", "增减")


@dataclass(frozen=True, slots=True)
class Change:
    """A unit's points now and then; ``then`` has merged units, None where there was no unit."""

    one: UnitSurvey
    now: Decimal
    then: Decimal | None

    @property
    def more(self) -> Decimal | None:
        """What has come to it, below zero where less; None where there is nothing to compare."""
        return None if self.then is None else self.now - self.then


def figures(survey: Survey) -> tuple[Block[Change], ...]:
    """The units of every group, the greatest gain first; the heading has the group's totals."""
    return tuple(_block(group) for group in survey.groups if group.units)


def totals(survey: Survey) -> tuple[Decimal, Decimal]:
    """The points of all units now and then, those since closed included."""
    now = sum((one.points for one in survey.table.units), Decimal(0))
    return now, sum((one.points for one in survey.year_ago.units), Decimal(0))


def told(survey: Survey, change: Change) -> str:
    """What a unit's row says, in words."""
    head = f"{change.one.unit.name}：{survey.stretch.name}得{printed(change.now)}分"
    if change.then is None or change.more is None:
        return f"{head}，去年同期还没有这个单位"
    merged = change.one.year_ago is not None and change.then != change.one.year_ago.points
    then = f"{survey.stretch_year_ago.name}得{printed(change.then)}分"
    with_merged = "（含并入单位）" if merged else ""
    return f"{head}，{then}{with_merged}，{_more(change.more)}"


def draw(survey: Survey, paper: Paper) -> Sequence[Page]:
    """Draw a row for each unit."""
    legend = (
        mark_key("去年同期得分", "o", DARK, hollow=True),
        mark_key("本期得分，增加或持平", "o", BLUE),
        mark_key("本期得分，减少", "v", RED),
        line_key("增减", DARK),
    )
    title = f"{survey.stretch.name}得分与去年同期对比"
    around = Around(title, _sentence(survey), legend)
    blocks = figures(survey)
    changes = [one for block in blocks for one in block.rows]
    values = [each for one in changes for each in (one.now, one.then) if each is not None]
    plot = Plot(axis_of(values), _dumbbell, _HEADS)
    rows = _rows(survey, blocks)
    return row_pages(survey, paper, around, rows, plot, lambda shown: _note(survey, shown))


def _block(group: GroupSurvey) -> Block[Change]:
    changes = [Change(one, one.score.points, one.points_year_ago) for one in group.units]
    changes.sort(key=_by_gain)
    now = sum((one.now for one in changes), Decimal(0))
    then = sum((one.then for one in changes if one.then is not None), Decimal(0))
    sums = f"去年同期{printed(then)}分，本期{printed(now)}分，{_more(now - then)}"
    return Block(group.group.name, tuple(changes), sums)


def _by_gain(change: Change) -> tuple[object, ...]:
    return change.more is None, -(change.more or 0), -change.now, change.one.unit.name


def _more(more: Decimal) -> str:
    if not more:
        return "持平"
    return f"{'增加' if more > 0 else '减少'}{printed(abs(more))}分"


def _rows(survey: Survey, blocks: Sequence[Block[Change]]) -> list[Block[Row[Change]]]:
    changes = [one for block in blocks for one in block.rows]
    now = aligned({one.one.unit.id: one.now for one in changes})
    then = aligned({one.one.unit.id: one.then for one in changes})

    def row(change: Change) -> Row[Change]:
        unit = change.one.unit
        colour = RED if (change.more or 0) < 0 else BLUE if change.more else DARK
        more = "新设" if change.more is None else signed(change.more)
        cells = Cell(then[unit.id], DARK), Cell(now[unit.id]), Cell(more, colour)
        return Row(label(unit), told(survey, change), change, unit.id, (), cells)

    return [block.over(map(row, block.rows)) for block in blocks]


def _dumbbell(canvas: Canvas, strip: Strip, change: Change) -> None:
    now, less = strip.x(change.now), (change.more or 0) < 0
    colour = RED if less else BLUE
    if change.then is not None:
        then = strip.x(change.then)
        canvas.line([(then, strip.y), (now, strip.y)], colour=colour, width_pt=1.4)
        canvas.mark(then, strip.y, _shape(strip, change.then, "o"), colour=DARK, hollow=True)
    canvas.mark(now, strip.y, _shape(strip, change.now, "v" if less else "o"), colour=colour)


def _shape(strip: Strip, value: Decimal, usual: str) -> str:
    """A mark that points to where the value lies, if that is beyond the page's end."""
    return usual if not strip.beyond(value) else "<" if value < 0 else ">"


def _sentence(survey: Survey) -> str:
    now, then = totals(survey)
    gone = then - sum(
        (one.points_year_ago for one in survey.units if one.points_year_ago is not None),
        Decimal(0),
    )
    closed = f"（含已撤销单位{printed(gone)}分）" if gone else ""
    change = f"（{signed(survey.percent(now - then, then))}%）" if then > 0 else ""
    return (
        f"{survey.stretch.name}合计{printed(now)}分，{survey.stretch_year_ago.name}合计"
        f"{printed(then)}分{closed}，{_more(now - then)}{change if now != then else ''}"
    )


def _note(survey: Survey, rows: Sequence[Row[Change]]) -> str:
    changes = [Change(one, one.score.points, one.points_year_ago) for one in survey.units]
    known = sorted((one for one in changes if one.more is not None), key=_by_gain)
    more = [one for one in known if (one.more or 0) > 0]
    less = [one for one in reversed(known) if (one.more or 0) < 0]
    level = len(known) - len(more) - len(less)
    new = [called(one.one.unit) for one in changes if one.then is None]
    return note_of(
        (
            f"{_sentence(survey)}。",
            f"得分增加的{len(more)}个，减少的{len(less)}个，持平的{level}个。",
            f"增加最多的：{_named(more[:3])}。" if more else "",
            f"减少最多的：{_named(less[:3])}。" if less else "",
            f"去年同期还没有的：{'、'.join(new)}。" if new else "",
            f"本页{len(rows)}个单位。",
        )
    )


def _named(changes: Sequence[Change]) -> str:
    return "、".join(map(_change, changes))


def _change(change: Change) -> str:
    more = signed(change.more or Decimal(0))
    return f"{called(change.one.unit)}{more}分（{points(change.then)}→{points(change.now)}）"
