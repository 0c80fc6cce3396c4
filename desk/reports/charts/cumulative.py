"""累计得分曲线图: points of the year as they grew, against the pace of what is asked."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil

from desk.reports.charts.axis import axis_of
from desk.reports.charts.canvas import Canvas
from desk.reports.charts.chart import Page, Paper
from desk.reports.charts.curves import Curve, curve_of, curves, said, sentence, title
from desk.reports.charts.group_curves import group_pages
from desk.reports.charts.measure import width, wrapped
from desk.reports.charts.panels import Plot, frame, grid_of
from desk.reports.charts.surroundings import Area, Around, empty_page, line_key, opened
from desk.reports.charts.words import note_of, percent_of
from desk.reports.sheet import BLUE, DARK, INK
from desk.scoring.figures import TENTH, printed, rounded
from desk.surveys.survey import Survey

_FEW_UNITS = 24  # as many have a panel of their own
_PANEL = 26.0, 15.0  # ems: least width and height
_DECEMBER = 12
_NOBODY = "这个时段没有可以画的单位。请先在“资料”里登记单位，或换一个时段。"


def draw(survey: Survey, paper: Paper) -> Sequence[Page]:
    """Draw the office and its groups, then the units of each group; few units one by one."""
    held = curves(survey)
    if not held:
        return [empty_page(survey, paper, title(survey, ""), _NOBODY)]
    legend = (
        line_key("累计得分", BLUE, width_pt=1.8),
        line_key("序时进度（到年底为目标）", INK, "--", width_pt=1.0),
    )
    around = Around(title(survey, ""), sentence(survey), legend)
    note = _note(survey, held)
    pages = _panel_pages(survey, paper, around, held, note)
    units = [curve_of(survey, one) for one in survey.units]
    if len(units) > _FEW_UNITS:
        pages += group_pages(survey, paper)
    else:
        around = Around(title(survey, "（分单位）"), sentence(survey), legend)
        pages += _panel_pages(survey, paper, around, units, note)
    return pages


def _note(survey: Survey, held: Sequence[Curve]) -> str:
    return note_of(
        (
            f"{title(survey, '')}：{sentence(survey)}。",
            *(f"{one.told}：{said(one)}。" for one in held),
            "每月的累计是到月底为止所有得分明细之和，最后一点等于得分表的全年累计。",
        )
    )


def _panel_pages(
    survey: Survey, paper: Paper, around: Around, held: Sequence[Curve], note: str
) -> list[Page]:
    grid = grid_of(paper, around, len(held), _PANEL)
    count = ceil(len(held) / grid.each)
    pages = []
    for number in range(count):
        canvas = opened(survey, paper, around, number + 1, count)
        for at, curve in enumerate(held[number * grid.each : (number + 1) * grid.each]):
            _panel(canvas, survey, grid.place(at), curve)
        pages.append(canvas.page(note))
    return pages


def _panel(canvas: Canvas, survey: Survey, place: Area, curve: Curve) -> None:
    """Draw a curve against its pace, its figures in words above it."""
    size, em = canvas.sizes, canvas.sizes.em
    canvas.text(place.left, place.top + 0.7 * em, curve.name, size=size.head, room=place.width)
    told = wrapped(said(curve), place.width, size.small)
    for at, words in enumerate(told[:2]):
        y = place.top + (1.9 + 1.2 * at) * em
        canvas.text(place.left, y, words, size=size.small, colour=DARK)
    year = survey.stretch.last.year
    axis = axis_of((value for _day, value in curve.points), [curve.quota or 0])
    ticks = list(axis.ticks(5))
    left = place.left + max(width(words, size.small) for _at, words in ticks) + 0.6 * em
    top = place.top + (2.7 + 1.2 * len(told[:2])) * em
    inner = Area(left, top, place.right - 0.5 * em, place.bottom - 1.4 * em)
    plot = Plot(inner, axis, date(year, 1, 1), date(year, _DECEMBER, 31))
    frame(canvas, plot, ticks)
    if curve.quota:
        _pace(canvas, survey, plot, curve.quota)
    _curve(canvas, plot, curve.points, BLUE, 1.8)
    for day, value in curve.points:
        canvas.mark(plot.x(day), plot.y(value), "o", size=size.body * 0.35, colour=BLUE)
    _spots(canvas, survey, plot, place, curve)


def _pace(canvas: Canvas, survey: Survey, plot: Plot, quota: Decimal) -> None:
    """The line from nothing by what is asked by now to what is asked by the year's end."""
    now = rounded(Fraction(quota) * Fraction(survey.so_far.pace) / 100, TENTH)
    knots = [(plot.area.left, plot.y(0)), (plot.x(survey.stretch.last), plot.y(now))]
    knots.append((plot.area.right, plot.y(quota)))
    canvas.line(knots, colour=INK, style="--", width_pt=1.0)


def _curve(
    canvas: Canvas,
    plot: Plot,
    points: Sequence[tuple[date, Decimal | float]],
    colour: str,
    width_pt: float,
) -> None:
    knots = [(plot.area.left, plot.y(0))]
    knots += [(plot.x(day), plot.y(value)) for day, value in points]
    canvas.line(knots, colour=colour, width_pt=width_pt)


def _spots(canvas: Canvas, survey: Survey, plot: Plot, place: Area, curve: Curve) -> None:
    """Every month tells what was reached by its end."""
    inner, before, left = plot.area, Decimal(0), plot.area.left
    pace = f"序时进度{percent_of(survey.so_far.pace)}"
    head = f"{curve.told}：{said(curve)}，{pace}"
    tall = inner.top - place.top
    canvas.spot(place.left, place.top + tall / 2, place.width, tall, head, curve.unit_id)
    for day, value in curve.points:
        told = f"{curve.told}：到{day.month}月{day.day}日累计{printed(value)}分"
        told += f"，当月{printed(value - before)}分"
        right = plot.x(day)
        middle = (inner.top + inner.bottom) / 2
        days = day.replace(day=1), day
        canvas.spot(left, middle, right - left, inner.height, told, curve.unit_id, days)
        before, left = value, right
