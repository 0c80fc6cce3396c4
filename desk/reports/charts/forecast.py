"""全年预测图: where every unit will stand at the year's end, against its target."""

from collections.abc import Sequence
from decimal import Decimal

from desk.dates import short_date
from desk.reports.charts.axis import Axis, axis_of
from desk.reports.charts.canvas import Canvas
from desk.reports.charts.chart import Page, Paper
from desk.reports.charts.dealing import Block
from desk.reports.charts.grouping import grouped
from desk.reports.charts.measure import label
from desk.reports.charts.row_chart import Cell, Plot, Row, Strip, bar, row_pages, stroke
from desk.reports.charts.style import BELOW, GONE, POINTS
from desk.reports.charts.surroundings import Around, fill_key, mark_key, stroke_key
from desk.reports.charts.words import NONE, aligned, called, names, note_of, points
from desk.reports.sheet import DARK, INK, RED
from desk.scoring.figures import printed
from desk.surveys.survey import Survey, UnitSurvey

_HEADS = ("累计", "预计", "按去年", "目标", "预计差")
_CUT = Decimal(2)  # of the highest target: bars are cut there at the latest


def figures(survey: Survey) -> tuple[Block[UnitSurvey], ...]:
    """The units of every group: those that will miss most first, those without target last."""
    return grouped(survey, _by_gap)


def missing(one: UnitSurvey) -> Decimal | None:
    """What a unit will lack of its target at this rate; None where it will reach it or has none."""
    if one.outlook is None or one.outlook.promises is not False:
        return None
    return (one.outlook.score.quota or Decimal(0)) - (one.outlook.forecast or Decimal(0))


def told(survey: Survey, one: UnitSurvey) -> str:
    """What a unit's row says, in words."""
    day = short_date(survey.stretch.last)
    head = f"{one.unit.name}：截至{day}累计{printed(one.so_far.points)}分"
    look = one.outlook
    if look is None or look.forecast is None:
        return f"{head}，还不能预测全年"
    parts = [head, f"照此进度全年约{printed(look.forecast)}分"]
    if look.by_last_year is not None:
        parts.append(f"按去年节奏约{printed(look.by_last_year)}分")
    lacks = missing(one)
    if look.score.quota is None:
        parts.append("没有目标任务")
    elif lacks is None:
        parts.append(f"能完成目标{printed(look.score.quota)}分")
    else:
        parts.append(f"离目标{printed(look.score.quota)}分还差{printed(lacks)}分")
    return "，".join(parts)


def draw(survey: Survey, paper: Paper) -> Sequence[Page]:
    """Draw a row for each unit."""
    legend = (
        fill_key("累计得分", POINTS, tall=0.4),
        fill_key("照此进度，年底", GONE),
        mark_key("按去年节奏，年底", "D", INK, hollow=True),
        stroke_key("全年目标"),
        mark_key("预计完不成", "v", RED),
    )
    title = f"{survey.stretch.last.year}年全年得分预测（截至{short_date(survey.stretch.last)}）"
    around = Around(title, _sentence(survey), legend)
    plot = Plot(_axis(survey), _bars, _HEADS, least=9)
    rows = _rows(survey)
    return row_pages(survey, paper, around, rows, plot, lambda shown: _note(survey, shown))


def _by_gap(one: UnitSurvey) -> tuple[object, ...]:
    look = one.outlook
    if look is None or look.promises is None:
        return 2, 0, 0
    lacks = missing(one)
    return (1, 0, -(look.forecast or 0)) if lacks is None else (0, -lacks, 0)


def _axis(survey: Survey) -> Axis:
    looks = [one.outlook for one in survey.units if one.outlook]
    quotas = [one.score.quota for one in looks if one.score.quota]
    ends = [one.forecast for one in looks if one.forecast is not None]
    values = [*ends, *(one.so_far.points for one in survey.units)]
    most = max(quotas, default=None)
    return axis_of([min(one, most * _CUT) if most else one for one in values], quotas)


def _rows(survey: Survey) -> list[Block[Row[UnitSurvey]]]:
    units = list(survey.units)
    looks = {one.unit.id: one.outlook for one in units}
    so_far = aligned({one.unit.id: one.so_far.points for one in units})
    rate = aligned({at: look.forecast if look else None for at, look in looks.items()})
    so_far_days = survey.stretch.begin, survey.stretch.last
    lacking = aligned({one.unit.id: missing(one) for one in units})
    rhythm = aligned({at: look.by_last_year if look else None for at, look in looks.items()})

    def row(one: UnitSurvey) -> Row[UnitSurvey]:
        at = one.unit.id
        quota = points(one.outlook.score.quota) if one.outlook else NONE
        short = Cell("") if missing(one) is None else Cell(lacking[at], RED, "v")
        cells = Cell(so_far[at]), Cell(rate[at]), Cell(rhythm[at], DARK), Cell(quota, DARK), short
        return Row(label(one.unit), told(survey, one), one, at, (), cells, so_far_days)

    return [block.over(map(row, block.rows)) for block in figures(survey)]


def _bars(canvas: Canvas, strip: Strip, one: UnitSurvey) -> None:
    look, so_far = one.outlook, one.so_far.points
    if look and look.forecast is not None:
        bar(canvas, strip, look.forecast, 0.66, GONE)
    bar(canvas, strip, so_far, 0.32, BELOW if so_far < 0 else POINTS)
    if look and look.by_last_year is not None:
        at = strip.x(look.by_last_year)
        off = "<" if look.by_last_year < 0 else ">"  # it lies beyond the page's end
        shape = off if strip.beyond(look.by_last_year) else "D"
        size = canvas.sizes.body * 0.45
        canvas.mark(at, strip.y, shape, colour=INK, hollow=True, size=size)
    if look and look.score.quota:
        stroke(canvas, strip, look.score.quota, 0.8)


def _sentence(survey: Survey) -> str:
    told_of = [one for one in survey.units if one.outlook and one.outlook.promises is not None]
    miss = sum(missing(one) is not None for one in told_of)
    return (
        f"照此进度，有目标的{len(told_of)}个单位中，年底能完成的{len(told_of) - miss}个，"
        f"完不成的{miss}个"
    )


def _note(survey: Survey, rows: Sequence[Row[UnitSurvey]]) -> str:
    lacking = [one for one in survey.units if missing(one) is not None]
    worst = sorted(lacking, key=lambda one: -(missing(one) or 0))[:3]
    zero = [one for one in lacking if one.so_far.zero]
    saved = [one for one in lacking if _saved(one)]
    return note_of(
        (
            f"{_sentence(survey)}。预测按今年到{short_date(survey.stretch.last)}的得分速度推到年底。",
            "差得最多的：" + "、".join(map(_lacking, worst)) + "。" if worst else "",
            f"到现在仍没有得分的：{names(zero)}。" if zero else "",
            f"按去年节奏却能完成的：{names(saved)}。" if saved else "",
            f"本页{len(rows)}个单位。",
        )
    )


def _saved(one: UnitSurvey) -> bool:
    """Whether last year's rhythm promises what this year's rate does not."""
    look = one.outlook
    return bool(
        look
        and look.by_last_year is not None
        and look.score.quota is not None
        and look.by_last_year >= look.score.quota
    )


def _lacking(one: UnitSurvey) -> str:
    return f"{called(one.unit)}差{points(missing(one))}分"
