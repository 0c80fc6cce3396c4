"""报送采用图: how much every unit sent, how much of it was adopted, and at what rate."""

from collections.abc import Sequence

from desk.reports.charts.axis import axis_of
from desk.reports.charts.canvas import Canvas
from desk.reports.charts.chart import Page, Paper
from desk.reports.charts.dealing import Block
from desk.reports.charts.grouping import grouped
from desk.reports.charts.measure import label
from desk.reports.charts.row_chart import Cell, Plot, Row, Strip, bar, row_pages
from desk.reports.charts.style import BELOW, POINTS, SENT
from desk.reports.charts.surroundings import Around, fill_key, mark_key
from desk.reports.charts.words import called, names, note_of, percent_of, rate, times
from desk.reports.sheet import RED
from desk.scoring.results import UnitScore
from desk.surveys.survey import GroupSurvey, Survey, UnitSurvey

_HEADS = ("报送", "采用", "采用率")


def figures(survey: Survey) -> tuple[Block[UnitSurvey], ...]:
    """The units of every group, the most adopted first; the heading has the group's totals."""
    of = times(survey)

    def sums(group: GroupSurvey) -> str:
        sent = sum(one.score.submitted for one in group.units)
        used = sum(one.score.adopted for one in group.units)
        return f"报送{sent}{of}，采用{used}{of}，采用率{rate(survey, used, sent)}"

    return grouped(survey, lambda one: (-one.score.adopted, -one.score.submitted), sums)


def told(score: UnitScore) -> str:
    """What a unit's bars say, in words."""
    words = f"{score.unit.name}：报送{score.submitted}条，采用{score.adopted}条"
    if not score.submitted:
        return f"{words}；没有报送" if not score.adopted else f"{words}（报送在这个时段以前）"
    return f"{words}，采用率{percent_of(score.rate)}"


def draw(survey: Survey, paper: Paper) -> Sequence[Page]:
    """Draw a row for each unit."""
    legend = (
        fill_key("报送条数", SENT),
        fill_key("采用条数", POINTS, tall=0.4),
        mark_key("没有报送也没有采用", "o", RED, hollow=True),
    )
    around = Around(f"{survey.stretch.name}报送与采用情况", _sentence(survey), legend)
    scores = list(survey.table.units)
    axis = axis_of([each for one in scores for each in (one.submitted, one.adopted)], whole=True)
    plot = Plot(axis, _bars, _HEADS)
    blocks = [block.over(map(_row, block.rows)) for block in figures(survey)]
    return row_pages(survey, paper, around, blocks, plot, lambda rows: _note(survey, rows))


def _row(one: UnitSurvey) -> Row[UnitScore]:
    score = one.score
    cells = Cell(str(score.submitted)), Cell(str(score.adopted)), Cell(percent_of(score.rate))
    return Row(label(score.unit), told(score), score, score.unit.id, (), cells)


def _bars(canvas: Canvas, strip: Strip, score: UnitScore) -> None:
    bar(canvas, strip, score.submitted, 0.7, BELOW if score.submitted < 0 else SENT)
    bar(canvas, strip, score.adopted, 0.36, BELOW if score.adopted < 0 else POINTS)
    if not score.submitted and not score.adopted:
        canvas.mark(strip.x(0) + 0.5 * canvas.sizes.em, strip.y, "o", colour=RED, hollow=True)


def _sentence(survey: Survey) -> str:
    units = list(survey.units)
    sent = sum(one.score.submitted for one in units)
    used, of = sum(one.score.adopted for one in units), times(survey)
    return (
        f"{len(units)}个单位共报送{sent}{of}，采用{used}{of}，采用率{rate(survey, used, sent)}；"
        f"零报送{sum(one.sent_nothing for one in units)}个，"
        f"有报送没有采用{sum(one.unused for one in units)}个"
    )


def _note(survey: Survey, rows: Sequence[Row[UnitScore]]) -> str:
    units = list(survey.units)
    most = sorted(units, key=lambda one: -one.score.adopted)[:3]
    led = "、".join(
        f"{called(one.unit)}{one.score.adopted}条" for one in most if one.score.adopted > 0
    )
    silent = [one for one in units if one.sent_nothing]
    lost = [one for one in units if one.unused]
    return note_of(
        (
            f"{survey.stretch.name}：{_sentence(survey)}。",
            f"采用最多的：{led}。" if led else "这个时段没有采用。",
            f"零报送的：{names(silent)}。" if silent else "没有零报送单位。",
            f"报了但一条未采用的：{names(lost)}。" if lost else "",
            f"本页{len(rows)}个单位，从{rows[0].value.unit.name}到{rows[-1].value.unit.name}。",
        )
    )
