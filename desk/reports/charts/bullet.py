"""完成情况图: every unit's points against its target and the pace."""

from collections.abc import Sequence
from decimal import Decimal

from desk.bulletins.named.days import apart
from desk.reports.charts.axis import Axis, axis_of
from desk.reports.charts.canvas import Canvas
from desk.reports.charts.chart import Page, Paper
from desk.reports.charts.dealing import Block
from desk.reports.charts.grouping import grouped
from desk.reports.charts.measure import label
from desk.reports.charts.row_chart import Cell, Plot, Row, Strip, bar, row_pages, stroke
from desk.reports.charts.style import ASKED, BELOW, GONE, LACKING, POINTS
from desk.reports.charts.surroundings import Around, fill_key, mark_key, stroke_key
from desk.reports.charts.words import aligned, called, names, note_of, percent_of, points
from desk.reports.sheet import DARK, RED
from desk.scoring.figures import printed
from desk.surveys.survey import Survey, UnitSurvey

_HEADS = ("得分", "目标", "完成率", "落后分值")
_OF_THE_DAYS = ("本期得分", "全年目标", "本期完成率", "本期落后")  # not the year's so far
_CUT = Decimal("1.5")  # of the highest target: bars are cut there at the latest


def figures(survey: Survey) -> tuple[Block[UnitSurvey], ...]:
    """The units of every group by completion, the highest first; without a target at the end."""
    return grouped(survey, _by_completion)


def told(one: UnitSurvey) -> str:
    """What a unit's bar says, in words."""
    score = one.score
    parts = [f"{score.unit.name}：得{printed(score.points)}分"]
    if one.exempt:
        parts.append(f"免考核（{one.exempt}）")
    elif score.quota is None:
        parts.append("没有目标任务")
    else:
        parts.append(f"目标{printed(score.quota)}分，完成{percent_of(score.completion)}")
    if score.behind:
        parts.append(f"比这段时间的序时进度{printed(score.pace)}%少{printed(score.behind)}分")
    if one.zero:
        parts.append("挂零")
    parts.append(f"今年累计{printed(one.so_far.points)}分")
    if one.so_far.behind and one.so_far.pace != score.pace:
        parts.append(f"累计落后序时{printed(one.so_far.behind)}分")
    return "，".join(parts)


def draw(survey: Survey, paper: Paper) -> Sequence[Page]:
    """Draw a row for each unit."""
    title = f"{survey.stretch.name}信息工作目标完成情况"
    of = _whose(survey)
    legend = (
        fill_key(f"{of}得分", POINTS, tall=0.4),
        fill_key(f"得分，落后{of}序时", LACKING, tall=0.4),
        mark_key(f"{of}落后", "v", RED),
        fill_key(_pace(survey), GONE),
        fill_key("全年目标", ASKED),
        stroke_key("目标线"),
        mark_key(f"{of}挂零", "o", RED, hollow=True),
    )
    around = Around(title, _sentence(survey), legend)
    plot = Plot(_axis(survey), _bars, _OF_THE_DAYS if of else _HEADS)
    return row_pages(
        survey, paper, around, _rows(figures(survey)), plot, lambda rows: _note(survey, rows)
    )


def _whose(survey: Survey) -> str:
    """本期 where the days are not the year so far, whose pace and points are others."""
    return "本期" if apart(survey) else ""


def _pace(survey: Survey) -> str:
    return f"{_whose(survey)}序时进度{printed(survey.table.pace)}%"


def _by_completion(one: UnitSurvey) -> tuple[object, ...]:
    done = one.score.completion
    return done is None, -(done or 0), -one.score.points


def _axis(survey: Survey) -> Axis:
    quotas = [one.quota for one in survey.table.units if one.quota]
    scores = [one.points for one in survey.table.units]
    most = max(quotas, default=None)
    return axis_of([min(one, most * _CUT) if most else one for one in scores], quotas)


def _rows(blocks: Sequence[Block[UnitSurvey]]) -> list[Block[Row[UnitSurvey]]]:
    scores = [one.score for block in blocks for one in block.rows]
    reached = aligned({one.unit.id: one.points for one in scores})
    missing = aligned({one.unit.id: one.behind for one in scores})

    def row(one: UnitSurvey) -> Row[UnitSurvey]:
        score = one.score
        cells = (
            Cell(reached[score.unit.id]),
            Cell(points(score.quota), DARK),
            Cell(percent_of(score.completion)),
            Cell(missing[score.unit.id], RED, "v") if score.behind else Cell(""),
        )
        return Row(label(score.unit), told(one), one, score.unit.id, (), cells)

    return [block.over(map(row, block.rows)) for block in blocks]


def _bars(canvas: Canvas, strip: Strip, one: UnitSurvey) -> None:
    score = one.score
    quota = score.quota or Decimal(0)
    gone = quota * score.pace / 100
    bar(canvas, strip, quota, 0.66, ASKED)
    bar(canvas, strip, gone, 0.66, GONE)
    reached = BELOW if score.points < 0 else LACKING if score.behind else POINTS
    bar(canvas, strip, score.points, 0.32, reached)
    if quota:
        stroke(canvas, strip, quota, 0.8)
    if one.zero:
        _zero(canvas, strip, quota)


def _zero(canvas: Canvas, strip: Strip, quota: Decimal) -> None:
    """Mark a zero score where the bar would begin, its word clear of the target's stroke."""
    em, zero, target = canvas.sizes.em, strip.x(0), strip.x(quota)
    canvas.mark(zero + 0.5 * em, strip.y, "o", colour=RED, hollow=True)
    inside = target - zero == 0 or target - zero > 3.6 * em
    x = zero + 1.1 * em if inside else max(target, zero + em) + 0.4 * em
    canvas.text(x, strip.y, "挂零", colour=RED)


def _sentence(survey: Survey) -> str:
    units, of = list(survey.units), _whose(survey)
    behind, zero = sum(one.score.behind > 0 for one in units), sum(one.zero for one in units)
    late = sum(one.so_far.behind > 0 for one in units)
    whole = f"；年初以来落后序时{late}个" if of else ""
    return (
        f"{_pace(survey)}；{len(units)}个单位中，已完成全年目标{_done(units)}个，"
        f"落后{of}序时{behind}个，{of}挂零{zero}个{whole}"
    )


def _done(units: Sequence[UnitSurvey]) -> int:
    """How many have reached the year's target with the points of the year so far."""
    scores = [one.so_far for one in units]
    return sum(one.quota is not None and one.points >= one.quota for one in scores)


def _note(survey: Survey, rows: Sequence[Row[UnitSurvey]]) -> str:
    units, of = list(survey.units), _whose(survey)
    asked = sorted((one for one in units if one.score.completion is not None), key=_by_completion)
    behind = sorted((one for one in units if one.score.behind), key=lambda one: -one.score.behind)
    zero = [one for one in units if one.zero]
    return note_of(
        (
            f"{survey.stretch.name}：{_sentence(survey)}。",
            f"{of}完成率最高的：{_led(asked[:3])}。" if asked else "",
            f"{of}落后最多的：{_lagged(behind[:3])}。" if behind else f"没有单位落后{of}序时。",
            f"{of}挂零的{len(zero)}个：{names(zero)}。" if zero else f"没有{of}挂零单位。",
            f"本页从{rows[0].value.unit.name}到{rows[-1].value.unit.name}，共{len(rows)}个单位。",
        )
    )


def _led(units: Sequence[UnitSurvey]) -> str:
    return "、".join(f"{called(one.unit)}{percent_of(one.score.completion)}" for one in units)


def _lagged(units: Sequence[UnitSurvey]) -> str:
    return "、".join(f"{called(one.unit)}差{printed(one.score.behind)}分" for one in units)
